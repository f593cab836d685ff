import { expect, test } from "vitest";
import { type ReportInput, reportModel } from "../../../analysis/report/model.ts";
import { trendOf, trendWords } from "../../../analysis/report/trend.ts";
import { weekMs } from "../../../datasets/durations.ts";
import { account, cadence, company, emptyInput, observation, ownership } from "./invented.ts";

const lastWeek = Math.floor(Date.parse("2026-03-02T10:00:00.000Z") / weekMs) * weekMs - weekMs;

/** The trend of an account with these posts a week, the newest week first. */
function trendFor(weeks: readonly number[], given: Partial<ReportInput> = {}) {
  const counts = new Map(weeks.map((posts, back) => [lastWeek - back * weekMs, posts]));
  const model = reportModel(
    emptyInput({
      companies: [company("a")],
      accounts: [account("bluesky", "a")],
      ownerships: [ownership("a", "bluesky:a")],
      cadences: [cadence("bluesky:a")],
      observations: [observation("bluesky:a")],
      weeklyPosts: new Map([["bluesky:a/reader/1", counts]]),
      ...given,
    }),
  );
  const view = model.views[0]?.accounts[0];
  return view === undefined ? null : trendOf(view, model);
}
const weeks = (after: number, before: number) => [
  ...Array<number>(12).fill(after),
  ...Array<number>(12).fill(before),
];

test("twelve weeks are held against the twelve before, and only what chance does not explain is a change", () => {
  expect(trendFor(weeks(3, 1))).toEqual({ posts: 36, postsBefore: 12, change: "more" });
  expect(trendFor(weeks(0, 2))).toEqual({ posts: 0, postsBefore: 24, change: "fewer" });
  expect(trendFor(weeks(2, 2))?.change).toBe("none");
});

test("one busy week is no trend, however many posts it has", () => {
  expect(trendFor([40, ...weeks(0, 0).slice(1)])).toEqual({ posts: 40, postsBefore: 0, change: "none" });
});

test("a week that is not over counts for neither side", () => {
  const running = new Map([[lastWeek + weekMs, 50]]);
  const weeklyPosts = new Map([["bluesky:a/reader/1", running]]);
  expect(trendFor([], { weeklyPosts })).toEqual({ posts: 0, postsBefore: 0, change: "none" });
});

test("where not every post of all those weeks was seen, no change is told", () => {
  const { window } = observation("bluesky:a");
  for (const given of [
    { sided: "active_only" },
    { window: { ...window, complete: false } },
    { window: { ...window, from: "2025-12-02T10:00:00.000Z" } },
  ] as const) {
    expect(trendFor(weeks(3, 1), { observations: [observation("bluesky:a", given)] })).toBeNull();
  }
  expect(trendFor(weeks(3, 1), { weeklyPosts: null })).toBeNull();
});

test("a trend is told with both counts", () => {
  expect(trendWords(null)).toBe("not known");
  expect(trendWords({ posts: 1, postsBefore: 9, change: "fewer" })).toBe(
    "▼ 1 post in 12 weeks, 9 in the 12 before: fewer than chance explains",
  );
});
