import { expect, test } from "vitest";
import type { Roster } from "../../../analysis/findings.ts";
import { shareInactive } from "../../../analysis/metrics/share-inactive.ts";
import { cadence, company, findings, lastPosted, ownership } from "../records.ts";

const ids = ["a", "b", "c", "d", "e", "f"];

function figure(statistic: string, thetaDays: number | null, roster: Partial<Roster>) {
  const all = findings({ companies: ids.map((id) => company(id)), ...roster }, { thetas: [30, 90] });
  return shareInactive
    .measure(all)
    .find(
      (row) =>
        row.statistic === statistic &&
        row.platforms === "x" &&
        row.segment === "all" &&
        row.thetaDays === thetaDays,
    );
}

const roster = {
  ownerships: [
    ownership("a", "x:a"),
    ownership("b", "x:b"),
    ownership("b", "x:b-asia", { kind: "regional" }),
    ownership("c", "x:c"),
    ownership("d", "x:d-jobs", { kind: "careers" }),
  ],
  cadences: [
    lastPosted("x:a", 60),
    lastPosted("x:b", 400),
    lastPosted("x:b-asia", 5),
    lastPosted("x:c", 400),
    lastPosted("x:d-jobs", 1),
  ],
};

test("each threshold has its own share", () => {
  expect(figure("share", 30, roster)).toMatchObject({ nTrue: 5, nFalse: 1 });
  expect(figure("share", 90, roster)).toMatchObject({ nTrue: 4, nFalse: 2 });
});

test("companies without an account are told from silent ones, those with one for careers apart", () => {
  expect(figure("no_account", null, roster)).toMatchObject({ nTrue: 3, nFalse: 3, nUnknown: 0 });
  expect(figure("careers_only", null, roster)).toMatchObject({ nTrue: 1, nFalse: 5 });
});

test("the share by primary accounts alone stands beside it", () => {
  expect(figure("share_primary_only", 90, roster)).toMatchObject({ nTrue: 5, nFalse: 1 });
});

test("a group is active where one of its companies is", () => {
  const companies = ids.map((id) => company(id, { parentId: id === "c" ? "b" : null }));
  expect(figure("share_by_group", 90, { ...roster, companies })).toMatchObject({ nTrue: 3, nFalse: 2 });
});

test("the instants of a row are those of its accounts", () => {
  const cadences = roster.cadences.map((row, day) => ({
    ...row,
    observedAt: `2026-09-0${day + 1}T00:00:00Z`,
  }));
  expect(figure("share", 90, { ...roster, cadences })).toMatchObject({
    observedAtMin: "2026-08-31T00:00:00Z",
    observedAtMax: "2026-09-05T00:00:00Z",
  });
});

test("where no platform could be read a row says so, and knows nothing", () => {
  const all = findings({
    companies: ids.map((id) => company(id)),
    ownerships: [ownership("a", "x:a")],
    cadences: [cadence("x:a")],
  });
  const row = shareInactive.measure(all).find(({ platforms }) => platforms === "observable");
  expect(row).toMatchObject({
    estimate: null,
    reason: "no_observable_platform",
    platformIds: [],
    n: 0,
    nUnknown: 6,
    boundLo: 0,
    boundHi: 1,
  });
});
