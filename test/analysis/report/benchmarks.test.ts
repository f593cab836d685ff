import { expect, test } from "vitest";
import { benchmarkId, benchmarksSection } from "../../../analysis/report/benchmarks.ts";
import { reportModel } from "../../../analysis/report/model.ts";
import type { Benchmark } from "../../../datasets/schema.ts";
import { account, benchmark, company, emptyInput, ownership } from "./invented.ts";

const platforms = ["x", "bluesky", "mastodon"];
const used = {
  companies: [company("acme")],
  accounts: platforms.map((platform) => account(platform, "acme")),
  ownerships: platforms.map((platform) => ownership("acme", `${platform}:acme`)),
};
const sectionOf = (...benchmarks: Benchmark[]) =>
  benchmarksSection(reportModel(emptyInput({ ...used, benchmarks }))).markup;
const cellsOf = (markup: string) =>
  [...markup.matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/g)]
    .map(([, cell = ""]) => cell.replace(/<[^>]*>/g, ""))
    .slice(9);

test("a figure never stands without n, unknown, interval, bounds and coverage", () => {
  expect(cellsOf(sectionOf(benchmark()))).toEqual([
    "all",
    "X",
    "share, 90 days",
    "80 %",
    "75 % to 84 %",
    "70 % to 85 %",
    "296",
    "40",
    "88 %",
  ]);
});

test("a figure links to its own row, and the row's id is the key of the table", () => {
  const id = "benchmarks%2Fshare_inactive%2Fshare%2Fall%2Fall%2Fx%2F90%2F";
  expect(benchmarkId(benchmark())).toBe(id);
  expect(sectionOf(benchmark())).toContain(`<tr id="${id}">`);
  expect(sectionOf(benchmark())).toContain(`<a href="#${id}">80 %</a>`);
});

test("a suppressed cell says so and shows neither estimate nor bounds", () => {
  const cells = cellsOf(sectionOf(benchmark({ n: 3, suppressed: true })));
  expect(cells.slice(3)).toEqual(["fewer than 5, not published", "–", "3", "40", "88 %"]);
});

test.each([
  ["one_sided", "no single figure: part could not be read"],
  ["a_new_reason", "a new reason"],
  [null, "nothing could be observed"],
])("a figure that is missing for %s says why, and keeps its bounds", (reason, words) => {
  const cells = cellsOf(sectionOf(benchmark({ estimate: null, ciLo: null, ciHi: null, reason })));
  expect(cells.slice(3, 5)).toEqual([words, "70 % to 85 %"]);
});

test("rates are said by the week", () => {
  const rate = {
    metric: "posts_per_day",
    statistic: "median_all",
    unit: "posts per day",
    thetaDays: null,
    windowDays: 90,
  };
  const markup = sectionOf(
    benchmark({ ...rate, estimate: 1.189, ciLo: 1, ciHi: 2, boundLo: null, boundHi: null }),
  );
  expect(markup).toContain("How often they post <small>posts a week, 1 row</small>");
  expect(cellsOf(markup).slice(2, 6)).toEqual([
    "median of all observed, over 90 days",
    "8.3",
    "7 to 14",
    "–",
  ]);
});

test.each([
  [{ platforms: "any", platformIds: ["linkedin", "x"] }, "any social platform"],
  [
    { platforms: "observable", platformIds: ["bluesky", "mastodon"] },
    "readable platforms: Bluesky, Mastodon",
  ],
  [{ platforms: "observable", platformIds: [] }, "readable platforms: none"],
  [{ platforms: "all", platformIds: [] }, "–"],
  [{ platforms: "unheard", platformIds: ["unheard"] }, "unheard"],
])("the platform set %j is named in words", (given, words) => {
  expect(cellsOf(sectionOf(benchmark(given)))[1]).toBe(words);
});

test("other thresholds, size bands and ways of counting follow behind a summary", () => {
  const markup = sectionOf(
    benchmark(),
    benchmark({ thetaDays: 365 }),
    benchmark({ sizeBand: "large" }),
    benchmark({ statistic: "share_by_group" }),
  );
  const [, first = "", more = ""] = markup.split("<details>");
  expect(first.match(/<tr id/g)).toHaveLength(1);
  expect(more).toContain("More rows (3)");
  expect(more.match(/<tr id/g)).toHaveLength(3);
});

test("rows that say nothing, and platforms nobody uses, are left to the table and counted", () => {
  const nothing = { estimate: null, ciLo: null, ciHi: null, boundLo: 0, boundHi: 1, n: 0 };
  const markup = sectionOf(
    benchmark(nothing),
    benchmark({ platforms: "linkedin", platformIds: ["linkedin"] }),
  );
  expect(markup).not.toContain("<tr id");
  expect(markup).toContain("stand only there (2)");
});

test("a metric nobody titled is still shown", () => {
  expect(sectionOf(benchmark({ metric: "new_metric" }))).toContain("<h3>new metric ");
});
