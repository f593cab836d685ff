import { expect, test } from "vitest";
import { recencyOf } from "../../../analysis/recency.ts";
import { seenOf } from "../../../analysis/seen.ts";
import { readDelimited } from "../../../datasets/delimited.ts";
import { readWhole } from "./whole.ts";

const read = (rows: readonly string[], window: object = { from: "2026-07-02", to: "2026-09-30" }) =>
  readWhole(
    readDelimited(Buffer.from(["company,x_handle,posts_in_period,followers", ...rows].join("\n")), "c.csv"),
    {
      ...{ file: "c.csv", sha256: "00" },
      ...window,
    },
  );

test("a count proves a post in its time, and nothing on when", async () => {
  const { format, observations } = await read(["Acme,acme,12,345", "Zeta,zeta,0,1"]);
  expect(format).toBe("period_counts");
  const [some, none] = observations.map((each) => recencyOf([seenOf(each)]));
  expect(observations[0]).toMatchObject({ countedPosts: 12, counters: { followers: 345, posts: null } });
  expect(some).toMatchObject({ ageDays: 90, silentDays: 0 });
  expect(none).toMatchObject({ ageDays: null, silentDays: 90 });
});

test("a time that nobody said, and a count that is none, are told", async () => {
  await expect(read(["Acme,acme,12,345"], {})).rejects.toThrow("Say in which time they were posted: --from");
  const { faults, observations } = await read(["Acme,acme,many,345"]);
  expect(faults[0]).toContain('row 2, posts_in_period: "many" is no whole number');
  expect(observations).toEqual([]);
});
