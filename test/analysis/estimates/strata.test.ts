import { expect, test } from "vitest";
import { clopperPearson } from "../../../analysis/estimates/proportions.ts";
import { stratified, twoPhase } from "../../../analysis/estimates/strata.ts";

test("a stratum taken whole adds no variance", () => {
  const found = stratified([
    { size: 20, n: 20, x: 3 },
    { size: 30, n: 30, x: 6 },
  ]);
  expect(found).toMatchObject({ p: 0.18, se: 0, normal: [0.18, 0.18], kornGraubard: [0.18, 0.18] });
});

test("one large stratum is a simple random sample", () => {
  const found = stratified([{ size: 1e9, n: 100, x: 30 }]);
  expect(found?.se).toBeCloseTo(Math.sqrt((0.3 * 0.7) / 99), 6);
  expect(found?.effectiveN).toBeCloseTo(100, 6);
  const [low, high] = clopperPearson(0.3 * 99, 99) ?? [0, 0];
  expect(found?.kornGraubard).toEqual([expect.closeTo(low, 6), expect.closeTo(high, 6)]);
});

test("the effective sample size of the published interval is never above what was drawn", () => {
  const strata = [
    { size: 50, n: 50, x: 1 },
    { size: 60, n: 20, x: 19 },
  ];
  const [low, high] = clopperPearson(70 * (20 / 110), 70) ?? [0, 0];
  const found = stratified(strata);
  expect((found?.kornGraubard[1] ?? 0) - (found?.kornGraubard[0] ?? 0)).toBeGreaterThan((high - low) / 2);
});

test("a stratum with one unit is joined with its neighbour, and that is said", () => {
  const thin = stratified([
    { size: 10, n: 1, x: 1 },
    { size: 30, n: 9, x: 3 },
    { size: 60, n: 20, x: 5 },
  ]);
  expect(thin).toMatchObject({
    ...stratified([
      { size: 40, n: 10, x: 4 },
      { size: 60, n: 20, x: 5 },
    ]),
    collapsed: [0],
  });
  const last = stratified([
    { size: 60, n: 20, x: 5 },
    { size: 10, n: 0, x: 0 },
  ]);
  expect(last).toMatchObject({ p: 0.25, collapsed: [1] });
});

test("a single unit that is its whole stratum is a census, not too thin", () => {
  expect(
    stratified([
      { size: 1, n: 1, x: 1 },
      { size: 9, n: 9, x: 0 },
    ]),
  ).toMatchObject({ p: 0.1, collapsed: [] });
});

test("nothing drawn, or one unit in all, gives nothing", () => {
  expect(stratified([])).toBeNull();
  expect(stratified([{ size: 10, n: 0, x: 0 }])).toBeNull();
  expect(stratified([{ size: 10, n: 1, x: 1 }])).toBeNull();
});

test("where all units drawn agree the interval still says how few they were", () => {
  const [low, high] = stratified([{ size: 500, n: 20, x: 0 }])?.kornGraubard ?? [1, 1];
  expect(low).toBe(0);
  expect(high).toBeCloseTo(0.1684, 4);
});

test("two phases: classes known for certain take no units, 110 of 400 read by hand give about eight points", () => {
  const found = twoPhase([
    { size: 60, share: 0 },
    { size: 40, share: 1 },
    { size: 150, n: 55, x: 28 },
    { size: 150, n: 55, x: 27 },
  ]);
  expect(found?.p).toBeCloseTo((40 + (150 * 55) / 55) / 400, 12);
  expect(1.96 * (found?.se ?? 0)).toBeGreaterThan(0.05);
  expect(1.96 * (found?.se ?? 0)).toBeLessThan(0.08);
  expect(
    twoPhase([
      { size: 60, share: 0 },
      { size: 40, share: 1 },
    ]),
  ).toMatchObject({ p: 0.4, se: 0, kornGraubard: [0.4, 0.4] });
});

test("two phases: a first phase that is itself a sample adds what its classes differ by", () => {
  const classes = [
    { size: 50, share: 1 },
    { size: 150, n: 150, x: 30 },
  ];
  const found = twoPhase(classes, 200);
  const p = 80 / 200;
  const between = 0.25 * (1 - p) ** 2 + 0.75 * (0.2 - p) ** 2;
  expect(found?.se).toBeCloseTo(Math.sqrt(between / 200), 12);
});

test("two phases: an uncertain class of which fewer than two units were read gives nothing", () => {
  expect(
    twoPhase([
      { size: 10, n: 1, x: 1 },
      { size: 5, share: 0 },
    ]),
  ).toBeNull();
  expect(twoPhase([])).toBeNull();
});
