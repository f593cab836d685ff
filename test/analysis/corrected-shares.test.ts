import { expect, test } from "vitest";
import { computeBenchmarks } from "../../analysis/benchmark.ts";
import { headlines } from "../../analysis/headlines.ts";
import type { DetectionCheck, DetectionDraw } from "../../datasets/hand-records.ts";
import type { Benchmark } from "../../datasets/schema.ts";
import { check, company, findings, lastPosted, ownership, siteCheck } from "./records.ts";

// Ten post on X, ten have fallen silent there, ten have no account as far as the program saw.
const ids = Array.from({ length: 30 }, (_, index) => `c${String(index).padStart(2, "0")}`);
const [posting, silent, without] = [ids.slice(0, 10), ids.slice(10, 20), ids.slice(20)];
const industry = (checks: DetectionCheck[], detectionDraw: DetectionDraw[] = []) =>
  computeBenchmarks(
    findings(
      {
        companies: ids.map((id) => company(id)),
        ownerships: [...posting, ...silent].map((id) => ownership(id, `x:${id}`)),
        cadences: [
          ...posting.map((id) => lastPosted(`x:${id}`, 5)),
          ...silent.map((id) => lastPosted(`x:${id}`, 500)),
        ],
        platforms: [{ id: "x", name: "X", group: "social" }],
        checks,
        detectionDraw,
      },
      { thetas: [90] },
    ),
  );

function row(rows: readonly Benchmark[], metric: string, statistic: string): Benchmark {
  const found = rows.find(
    (each) =>
      each.metric === metric &&
      each.statistic === statistic &&
      each.platforms === "x" &&
      each.segment === "all" &&
      (each.thetaDays === null || each.thetaDays === 90),
  );
  if (!found) throw new Error(`no ${metric} ${statistic}`);
  return found;
}

/** Everybody looked through: all accounts right, and those of `missed` lack one. */
const checkedAll = (missed: readonly string[], wrong: readonly string[] = []): DetectionCheck[] =>
  ids.flatMap((id) => [
    ...(without.includes(id) ? [] : [check(id, `x:${id}`, { right: !wrong.includes(id) })]),
    siteCheck(id, missed.includes(id) ? [`x:${id}-missed`] : []),
  ]);

test("without a check there is no corrected share, and with a faultless one it is the share itself", () => {
  expect(industry([]).filter(({ statistic }) => statistic === "share_corrected")).toEqual([]);
  const rows = industry(checkedAll([]));
  const [plain, corrected] = [
    row(rows, "share_inactive", "share"),
    row(rows, "share_inactive", "share_corrected"),
  ];
  expect(corrected.estimate).toBeCloseTo(plain.estimate ?? 0, 12);
  expect(corrected).toMatchObject({ ciMethod: "rogan_gladen", n: 30, boundLo: corrected.estimate });
  // It was not seen to err in thirty cases: that is no proof that it never does.
  expect((corrected.ciHi ?? 0) - (corrected.ciLo ?? 0)).toBeGreaterThan(
    (plain.ciHi ?? 0) - (plain.ciLo ?? 0),
  );
  expect(row(rows, "share_inactive", "sensitivity")).toMatchObject({ estimate: 1, n: 30 });
});

test("companies that only seem to have no account raise presence by as many", () => {
  const rows = industry(checkedAll(without.slice(0, 5)));
  expect(row(rows, "presence", "share").estimate).toBeCloseTo(20 / 30, 12);
  expect(row(rows, "presence", "share_corrected").estimate).toBeCloseTo(25 / 30, 12);
  expect(row(rows, "presence", "sensitivity").estimate).toBeCloseTo(20 / 25, 12);
});

test("a missed account may post: the share inactive falls as if it were like those found, and bounds say how far", () => {
  const corrected = row(industry(checkedAll(without.slice(0, 6))), "share_inactive", "share_corrected");
  // Half of those found post, so 3 of the 6 do: 17 of 30 are inactive, between 14 and 20.
  expect(corrected.estimate).toBeCloseTo(17 / 30, 12);
  expect(corrected.boundLo).toBeCloseTo(14 / 30, 12);
  expect(corrected.boundHi).toBeCloseTo(20 / 30, 12);
});

test("an account taken wrongly made a company look active", () => {
  const corrected = row(industry(checkedAll([], posting.slice(0, 2))), "share_inactive", "share_corrected");
  expect(corrected.estimate).toBeCloseTo(22 / 30, 12);
  expect(corrected.boundLo).toBe(corrected.boundHi);
});

test("a part drawn in strata is weighted: what was missed among few of many counts for many", () => {
  const drawn = [...posting.slice(0, 5), ...silent.slice(0, 5), ...without.slice(0, 2)];
  const draw = drawn.map((companyId) => ({
    companyId,
    ...(without.includes(companyId)
      ? { stratum: "class=no_account", stratumSize: 10 }
      : { stratum: "class=with_account", stratumSize: 20 }),
  }));
  const checks = checkedAll([`${without[0]}`]).filter(({ companyId }) => drawn.includes(companyId));
  const rows = industry(checks, draw);
  // One of two stands for half of ten.
  expect(row(rows, "presence", "share_corrected").estimate).toBeCloseTo(25 / 30, 12);
  expect(row(industry(checks), "presence", "share_corrected").estimate).not.toBeCloseTo(25 / 30, 3);
});

test("fewer than five companies checked give no figure, and companies not looked through none either", () => {
  const few = checkedAll([]).filter(({ companyId }) => ids.indexOf(companyId) % 10 === 0);
  expect(row(industry(few), "presence", "share_corrected")).toMatchObject({
    estimate: null,
    suppressed: true,
  });
  const accountsOnly = checkedAll([]).filter(({ accountId }) => accountId !== "site");
  expect(industry(accountsOnly).filter(({ statistic }) => statistic === "share_corrected")).toEqual([]);
});

test("the sentence on a platform says the corrected share behind its own", () => {
  const sentences = headlines(industry(checkedAll(without.slice(0, 6))), {
    ...{ names: new Map([["x", "X"]]), noun: "CROs", segment: "all", thetaDays: 90 },
  });
  const on = sentences.find(({ text }) => text.startsWith("On X, "))?.text;
  expect(on).toContain("20 of 30 CROs (66.7 %");
  expect(on).toContain("corrected for accounts that people found missed or taken wrongly, 56.7 % (95 % CI");
});
