import { expect, test } from "vitest";
import { computeBenchmarks } from "../../../analysis/benchmark.ts";
import { headlines } from "../../../analysis/headlines.ts";
import type { DetectionCheck } from "../../../datasets/hand-records.ts";
import { company, findings, observedAt, ownership, rowOf } from "../records.ts";

const ids = Array.from({ length: 6 }, (_, index) => `c${index}`);
const check = (companyId: string, accountId: string, more: Partial<DetectionCheck> = {}): DetectionCheck => ({
  ...{ companyId, accountId, coder: "A", checkedAt: observedAt, right: true, missing: [] },
  ...{ file: "check.csv", sha256: "00", row: 2 },
  ...more,
});
const site = (companyId: string, missing: string[]) => check(companyId, "site", { right: null, missing });
const measure = (checks: DetectionCheck[]) =>
  computeBenchmarks(
    findings({
      companies: ids.map((id) => company(id)),
      ownerships: ids.map((id) => ownership(id, `x:${id}`)),
      checks,
    }),
  );
const said = (checks: DetectionCheck[]) =>
  headlines(measure(checks), { names: new Map(), noun: "CROs", segment: "all", thetaDays: 90 }).map(
    ({ text }) => text,
  );

const checked = [
  ...ids.map((id, index) => check(id, `x:${id}`, { right: index === 0 ? false : index === 1 ? null : true })),
  ...ids.map((id, index) => site(id, index === 0 ? ["x:right", "linkedin:company/c0"] : [])),
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
