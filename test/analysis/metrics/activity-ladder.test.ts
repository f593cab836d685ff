import { expect, test } from "vitest";
import { activityLadder } from "../../../analysis/metrics/activity-ladder.ts";
import { cadence, company, findings, lastPosted, ownership } from "../records.ts";

const ids = ["a", "b", "c", "d", "e"];

const rows = activityLadder.measure(
  findings({
    companies: ids.map((id) => company(id)),
    ownerships: ids.map((id) => ownership(id, `x:${id}`)),
    cadences: [
      lastPosted("x:a", 3),
      lastPosted("x:b", 400),
      cadence("x:c", { activity: "active", ageDays: 2, sided: "active_only" }),
      cadence("x:d", { activity: "gone", sided: "two" }),
    ],
  }),
);
const rung = (statistic: string) => rows.find((row) => row.statistic === statistic && row.segment === "all");

test("rungs are shares of the accounts that could have been found on any of them", () => {
  expect(rung("active")).toMatchObject({ estimate: 1 / 3, n: 3 });
  expect(rung("gone")).toMatchObject({ estimate: 1 / 3, n: 3 });
});

test("one-sided accounts move the bounds only, unobservable ones are on no rung", () => {
  expect(rung("active")).toMatchObject({ nTrue: 2, nFalse: 2, nUnknown: 1, boundLo: 0.4, boundHi: 0.6 });
  expect(rung("unobservable")).toBeUndefined();
});

test("the rungs add up to one", () => {
  const all = rows.filter(({ segment }) => segment === "all");
  expect(all.reduce((total, { estimate }) => total + (estimate ?? 0), 0)).toBeCloseTo(1, 12);
  expect(all).toHaveLength(7);
});
