import { expect, test } from "vitest";
import { figureWords, isFirst, isShown, readingOrder } from "../../../analysis/report/benchmark-rows.ts";
import { reportModel } from "../../../analysis/report/model.ts";
import { account, benchmark, company, emptyInput, ownership } from "./invented.ts";

const model = reportModel(
  emptyInput({
    companies: [company("acme")],
    accounts: [account("x", "acme")],
    ownerships: [ownership("acme", "x:acme")],
  }),
);
const nothing = { estimate: null, ciLo: null, ciHi: null, boundLo: 0, boundHi: 1 };

test.each([
  [{}, true],
  [nothing, false],
  [{ ...nothing, boundLo: null, boundHi: null }, false],
  [{ ...nothing, boundHi: 0.8 }, true],
  [{ ...nothing, suppressed: true }, true],
  [{ platforms: "linkedin" }, false],
  [{ platforms: "any" }, true],
  [{ platforms: "all" }, true],
])("of the rows %j shows one: %s", (given, shown) => {
  expect(isShown(benchmark(given), model)).toBe(shown);
});

test.each([
  [{}, true],
  [{ thetaDays: null }, true],
  [{ thetaDays: 30 }, false],
  [{ sizeBand: "large" }, false],
  [{ statistic: "share_primary_only" }, false],
  [{ statistic: "share_by_group" }, false],
  [{ metric: "coverage", statistic: "visited", thetaDays: null }, true],
  [{ metric: "coverage", statistic: "dns_error", thetaDays: null }, false],
])("the row %j is spoken of first: %s", (given, first) => {
  expect(isFirst(benchmark(given), 90)).toBe(first);
});

test("rows stand by figure, all before its parts, platforms as in the grid, sets of platforms last", () => {
  const rows = [
    benchmark({ statistic: "no_account" }),
    benchmark({ segment: "a part" }),
    benchmark({ platforms: "observable" }),
    benchmark({ platforms: "any" }),
    benchmark({ platforms: "bluesky" }),
    benchmark({ statistic: "something_new" }),
    benchmark({ platforms: "x" }),
  ];
  const told = rows
    .sort(readingOrder(model))
    .map((row) => `${row.statistic} ${row.segment} ${row.platforms}`);
  expect(told).toEqual([
    "share all x",
    "share all bluesky",
    "share all any",
    "share all observable",
    "share a part x",
    "no_account all x",
    "something_new all x",
  ]);
});

test("an empty page and an empty account are told apart", () => {
  const page = benchmark({ metric: "coverage", statistic: "empty", thetaDays: null });
  const silent = benchmark({ metric: "activity_ladder", statistic: "empty", thetaDays: null });
  expect([figureWords(page), figureWords(silent)]).toEqual(["empty", "never posted"]);
  expect([isFirst(page, 90), isFirst(silent, 90)]).toEqual([false, true]);
});

test("a figure names its threshold or its window", () => {
  expect(figureWords(benchmark({ statistic: "median_all", thetaDays: null, windowDays: 90 }))).toBe(
    "median of all observed, over 90 days",
  );
  expect(figureWords(benchmark({ statistic: "no_account", thetaDays: 30 }))).toBe(
    "of them without an account, 30 days",
  );
  expect(figureWords(benchmark({ statistic: "something_new", thetaDays: null }))).toBe("something new");
});
