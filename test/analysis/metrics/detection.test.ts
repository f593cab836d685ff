import { expect, test } from "vitest";
import { computeBenchmarks } from "../../../analysis/benchmark.ts";
import { headlines } from "../../../analysis/headlines.ts";
import type { DetectionCheck, DetectionDraw } from "../../../datasets/hand-records.ts";
import { check, company, findings, ownership, rowOf, siteCheck } from "../records.ts";

const ids = Array.from({ length: 6 }, (_, index) => `c${index}`);
const measure = (checks: DetectionCheck[], detectionDraw: DetectionDraw[] = []) =>
  computeBenchmarks(
    findings({
      companies: ids.map((id) => company(id)),
      ownerships: ids.map((id) => ownership(id, `x:${id}`)),
      checks,
      detectionDraw,
    }),
  );
const said = (checks: DetectionCheck[]) =>
  headlines(measure(checks), { names: new Map(), noun: "CROs", segment: "all", thetaDays: 90 }).map(
    ({ text }) => text,
  );

const checked = [
  ...ids.map((id, index) => check(id, `x:${id}`, { right: index === 0 ? false : index === 1 ? null : true })),
  ...ids.map((id, index) => siteCheck(id, index === 0 ? ["x:right", "linkedin:company/c0"] : [])),
];

test("precision and recall count what people judged and what they missed, by platform and over all", () => {
  const rows = measure(checked);
  const of = (statistic: string, platforms: string) =>
    rowOf(rows, { metric: "detection", statistic, platforms });
  expect(of("precision", "x")).toMatchObject({
    estimate: 0.8,
    n: 5,
    nTrue: 4,
    nFalse: 1,
    ciMethod: "wilson",
  });
  expect(of("recall", "x")).toMatchObject({ estimate: 0.8, n: 5 });
  expect(of("recall", "all").estimate).toBeCloseTo(4 / 6, 12);
  expect(of("precision", "linkedin")).toMatchObject({ estimate: null, reason: "nothing_checked" });
});

test("without a sheet there is no row, and the headlines say that nothing was validated", () => {
  expect(measure([]).filter(({ metric }) => metric === "detection")).toEqual([]);
  expect(said([]).join("\n")).toContain(
    "How many accounts were missed or taken wrongly was not validated in this wave.",
  );
  expect(said(checked).join("\n")).toContain(
    "Of 5 accounts that people checked 80 % (95 % CI 37.6 % to 96.4 %) are the companies' own; of 6 that they know 66.7 %",
  );
});

test("companies drawn in strata count as many times as they stand for", () => {
  const draw = ids.map((companyId, index) => ({
    companyId,
    ...(index < 3 ? { stratum: "large", stratumSize: 3 } : { stratum: "small", stratumSize: 97 }),
  }));
  const weighted = rowOf(measure(checked, draw), {
    metric: "detection",
    statistic: "precision",
    platforms: "x",
  });
  // Of the large ones one is wrong and one unsure; every small one is right.
  expect(weighted.estimate).toBeCloseTo(98 / 99, 12);
  expect(weighted).toMatchObject({ ciMethod: "korn_graubard", n: 5, nTrue: 4, nFalse: 1 });
});

test("a company that nobody looked through says nothing of what is missing", () => {
  const some = checked.filter(({ accountId, companyId }) => accountId !== "site" || companyId !== "c0");
  const recall = rowOf(measure(some), { metric: "detection", statistic: "recall", platforms: "x" });
  expect(recall).toMatchObject({ estimate: 1, n: 4 });
});
