import { load } from "cheerio";
import { expect, test } from "vitest";
import { type ReportInput, reportModel } from "../../../analysis/report/model.ts";
import { publishedSection } from "../../../analysis/report/published.ts";
import { account, benchmark, company, emptyInput, ownership } from "./invented.ts";

const sectionOf = (given: Partial<ReportInput> = {}) =>
  load(
    publishedSection(
      reportModel(
        emptyInput({
          companies: [company("a")],
          accounts: [account("x", "a")],
          ownerships: [ownership("a", "x:a")],
          ...given,
        }),
      ),
    ).markup,
  );
const rowOf = ($: ReturnType<typeof load>, year: string, what: string) =>
  $("tbody tr").filter((_, row) => $(row).text().startsWith(year) && $(row).text().includes(what));

test("the figure of 2011 has no threshold, so nothing stands beside it; it is known from a quotation", () => {
  const any = benchmark({ platforms: "any", estimate: null, boundLo: 0.052, boundHi: 0.519 });
  const row = rowOf(sectionOf({ benchmarks: [any] }), "2011", "296");
  expect(row.text()).toContain("80 %");
  expect(row.text()).toContain("no threshold");
  expect(row.text()).toContain("(quoted)");
  expect(row.find('a[href^="#benchmarks"]').length).toBe(0);
});

test("a share active in the past 30 days stands beside ours at 30 days, or between what it lies", () => {
  const at = (thetaDays: number) =>
    benchmark({ platforms: "x", thetaDays, estimate: null, boundLo: thetaDays / 1000, boundHi: 0.519 });
  const row = rowOf(sectionOf({ benchmarks: [at(30), at(90)] }), "2010", "share active");
  expect(row.text()).toContain("3 % to 52 %");
  expect(row.text()).toContain("Not the audit's population");
  expect(row.find('a[href^="#benchmarks"]').length).toBe(1);
});

test("a figure of ours that nobody knows, or that is too small to publish, is not invented", () => {
  const rows = [benchmark({ platforms: "any", suppressed: true })];
  expect(rowOf(sectionOf({ benchmarks: rows }), "2011", "296").find('a[href^="#benchmarks"]').length).toBe(0);
});

test("platforms that nobody here uses are left out", () => {
  expect(sectionOf()("tbody").text()).not.toContain("Facebook");
  expect(sectionOf()("tbody tr").length).toBeGreaterThan(5);
});
