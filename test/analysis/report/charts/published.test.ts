import { expect, test } from "vitest";
import { publishedCharts } from "../../../../analysis/report/charts/published.ts";
import { type ReportInput, reportModel } from "../../../../analysis/report/model.ts";
import type { Benchmark } from "../../../../datasets/schema.ts";
import { account, benchmark, company, emptyInput, ownership } from "../invented.ts";

const metrics = ["presence", "share_inactive", "posts_per_day_lifetime"].map((id) => ({ id, title: id }));
const chartsOf = (benchmarks: readonly Benchmark[], given: Partial<ReportInput> = {}) =>
  publishedCharts(
    reportModel(
      emptyInput({
        companies: [company("a")],
        accounts: [account("x", "a")],
        ownerships: [ownership("a", "x:a")],
        metrics,
        benchmarks,
        ...given,
      }),
    ),
  );
const at30 = benchmark({ thetaDays: 30, estimate: 0.5, ciLo: 0.45, ciHi: 0.55 });

test("each metric has a drawing of its own, and figures of others stand beside ours on one scale", () => {
  const [chart, ...others] = chartsOf([at30]);
  expect(others).toEqual([]);
  expect(chart?.id).toBe("chart-published-share_inactive");
  const row = chart?.rows.find(([, year]) => year === 2012);
  expect(row).toEqual(expect.arrayContaining(["Fortune 500", 30, "no"]));
  expect(row?.map((cell) => (typeof cell === "number" ? Math.round(cell) : cell)).slice(-4)).toEqual([
    50, 45, 55, 296,
  ]);
  expect(chart?.finding).toMatch(
    /^share_inactive: of 3 published figures beside ours 2 lie below it and 1 above;/,
  );
});

test("the drawing has a name of its own, a line for each interval and a dot for each value", () => {
  const svg = chartsOf([at30])[0]?.svg ?? "";
  expect(svg).toMatch(/^<svg aria-label="share_inactive: of 3[^>]* role="img"/);
  expect(svg.match(/<circle/g)).toHaveLength(3 * 3);
  expect(svg).toContain("Fortune 500 2012, X, 30 days");
});

test("where we know only between what our figure lies, there is a line and no dot of ours", () => {
  const bounded = { ...at30, estimate: null, ciLo: null, ciHi: null, boundLo: 0.1, boundHi: 0.9 };
  const [chart] = chartsOf([bounded]);
  expect(chart?.rows[0]?.slice(-4)).toEqual([null, 10, 90, 296]);
  expect(chart?.svg.match(/<circle/g)).toHaveLength(3 * 2);
  expect(chart?.finding).toContain("0 lie below it and 0 above");
});

test("rates are told by the week, with mean and median apart", () => {
  const rate = {
    metric: "posts_per_day_lifetime",
    unit: "posts per day",
    thetaDays: null,
    estimate: 1,
    ciLo: null,
  };
  const charts = chartsOf([
    benchmark({ ...rate, statistic: "mean_of_rates" }),
    benchmark({ ...rate, statistic: "median_all" }),
  ]);
  expect(charts[0]?.rows[0]?.at(-4)).toBe(7);
  expect(charts[0]?.svg).toContain(", median");
  expect(charts[0]?.svg).toContain(", mean");
});

test("one source's share with and without an account is one row", () => {
  const present = benchmark({ metric: "presence", thetaDays: null });
  const rows = chartsOf([present])[0]?.rows ?? [];
  expect(new Set(rows.map((row) => JSON.stringify(row))).size).toBe(rows.length);
  expect(
    rows.filter(([, year, who]) => year === 2022 && String(who).includes("S&P 500 companies")),
  ).toHaveLength(1);
});

test("nothing is drawn beside a figure that we do not have, or of a platform that nobody uses", () => {
  expect(chartsOf([])).toEqual([]);
  expect(chartsOf([{ ...at30, estimate: null, boundLo: null, boundHi: null }])).toEqual([]);
  expect(chartsOf([at30], { accounts: [], ownerships: [] })).toEqual([]);
});
