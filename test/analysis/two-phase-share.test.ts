import { expect, test } from "vitest";
import { computeBenchmarks } from "../../analysis/benchmark.ts";
import { twoPhase } from "../../analysis/estimates/strata.ts";
import { drawSecondPhase } from "../../analysis/second-phase.ts";
import { twoPhaseShare } from "../../analysis/two-phase-share.ts";
import type { HandReading, SecondPhase } from "../../datasets/hand-records.ts";
import { askedOf, companies, industry } from "./phase-records.ts";
import { handReading, rowOf } from "./records.ts";

function drawn(n: number): SecondPhase[] {
  const found = industry();
  const rows = drawSecondPhase(found, companies, { ...askedOf(found), n, strata: [], seed: 1 });
  if (typeof rows === "string") throw new Error(rows);
  return rows;
}

/** Readings of everybody drawn; those of the `silent` first companies by id show an old post. */
function readingsOf(rows: readonly SecondPhase[], silent: number): HandReading[] {
  return rows
    .filter((row) => row.drawn)
    .flatMap(({ companyId }, index) => {
      const age = index < silent ? { leastDays: 200, mostDays: 231 } : {};
      const accountIds = [`linkedin:${companyId}`, ...(companyId === "c05" ? ["site"] : [])];
      return accountIds.map((accountId) => handReading({ companyId, accountId, ...age }));
    })
    .filter(({ accountId }) => accountId !== "linkedin:c05");
}

const shareOf = (secondPhase: SecondPhase[], readings: HandReading[], thetaDays = 90) => {
  const found = industry({ secondPhase, readings });
  return twoPhaseShare(found.units, { ...askedOf(found), thetaDays }, found.byHand);
};

test("the estimate is that of two phases, with what is certain counted whole", () => {
  const rows = drawn(9);
  // c02 and c05 are drawn whole, and seven of the fourteen with closed accounts alone; of these, the first is silent.
  const share = shareOf(rows, readingsOf(rows, 3));
  const expected = twoPhase([
    { size: 2, share: 0 },
    { size: 2, share: 1 },
    { size: 1, n: 1, x: 1 },
    { size: 1, n: 1, x: 1 },
    { size: 14, n: 7, x: 1 },
  ]);
  expect(share).toMatchObject({ method: "korn_graubard_two_phase", drawn: 9, n: 13 });
  expect(share?.estimate).toBeCloseTo(expected?.p ?? 0, 12);
  expect(share?.interval).toEqual(expected?.kornGraubard);
});

test("those who could not be read widen the interval as far as they could move it", () => {
  const rows = drawn(9);
  const readings = readingsOf(rows, 3);
  const whole = shareOf(rows, readings);
  const walled = readings.map((each, index) => (index > 6 ? { ...each, sight: "login" as const } : each));
  const share = shareOf(rows, walled);
  expect(share).toMatchObject({ method: "korn_graubard_two_phase_unread", drawn: 9, n: 11 });
  expect(share?.interval[0]).toBeLessThanOrEqual(whole?.interval[0] ?? 0);
  expect(share?.interval[1]).toBeGreaterThan(whole?.interval[1] ?? 1);
});

test("without a draw, without readings, or at a threshold that the draw leaves open there is no estimate", () => {
  const rows = drawn(9);
  expect(shareOf([], [])).toBeNull();
  expect(shareOf(rows, [])).toBeNull();
  expect(shareOf(rows.slice(1), readingsOf(rows, 3))).toBeNull();
  expect(shareOf(rows, readingsOf(rows, 3), 1)).toBeNull();
});

test("a stratum that too few were read of goes with the largest", () => {
  const rows = drawn(9);
  const readings = readingsOf(rows, 0).filter(({ companyId }) => companyId !== "c02");
  expect(shareOf(rows, readings)).toMatchObject({
    drawn: 9,
    n: 12,
    method: "korn_graubard_two_phase_unread",
  });
});

test("the published row has the estimate in the place of the refusal, its bounds beside it", () => {
  const rows = drawn(9);
  const open = rowOf(computeBenchmarks(industry()), { metric: "share_inactive", platforms: "any" });
  expect(open).toMatchObject({ estimate: null, reason: "one_sided", boundLo: 0.1, boundHi: 0.9 });
  const found = industry({ secondPhase: rows, readings: readingsOf(rows, 3) });
  const row = rowOf(computeBenchmarks(found), { metric: "share_inactive", platforms: "any" });
  expect(row).toMatchObject({
    reason: null,
    n: 13,
    ciMethod: "korn_graubard_two_phase",
    boundLo: 0.1,
    boundHi: 0.9,
  });
  expect(row.estimate).toBeCloseTo(0.3, 12);
});
