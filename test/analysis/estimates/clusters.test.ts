import { expect, test } from "vitest";
import { type Cluster, clusteredShare } from "../../../analysis/estimates/clusters.ts";
import { stratified } from "../../../analysis/estimates/strata.ts";

const cluster = (yes: number, of: number, more: Partial<Cluster> = {}): Cluster => ({
  ...{ stratum: null, weight: 1, yes, of },
  ...more,
});
const times = (n: number, one: Cluster) => Array.from({ length: n }, () => one);

test("everybody taken: a plain share that rests on all units", () => {
  expect(clusteredShare([cluster(1, 2), cluster(2, 2), cluster(0, 1)])).toEqual({
    p: 0.6,
    n: 5,
    effectiveN: 5,
  });
  expect(clusteredShare([cluster(0, 0)])).toBeNull();
});

test("companies that stand for more count for more: 10 of 10 small ones right, 1 of 2 large ones", () => {
  const small = times(10, cluster(1, 1, { stratum: "small", weight: 9 }));
  const large = [1, 0].map((yes) => cluster(yes, 1, { stratum: "large", weight: 1 }));
  const found = clusteredShare([...small, ...large]);
  expect(found?.p).toBeCloseTo(91 / 92, 12);
  // The large ones were all taken, the small ones all alike: nothing varies.
  expect(found?.effectiveN).toBe(12);
});

test("with one unit a company it is the stratified share of M07, with its variance", () => {
  const strata = [
    { size: 100, n: 10, x: 4 },
    { size: 50, n: 20, x: 15 },
  ];
  const clusters = strata.flatMap(({ size, n, x }, index) =>
    Array.from({ length: n }, (_, place) =>
      cluster(place < x ? 1 : 0, 1, { stratum: String(index), weight: size / n }),
    ),
  );
  const [found, plain] = [clusteredShare(clusters), stratified(strata)];
  expect(found?.p).toBeCloseTo(plain?.p ?? 0, 12);
  const variance = (plain?.se ?? 0) ** 2;
  expect(found?.effectiveN).toBeCloseTo(((found?.p ?? 0) * (1 - (found?.p ?? 0))) / variance, 9);
});

test("accounts of one company err together: ten companies with ten accounts each are no hundred", () => {
  const clusters = [1, 1, 1, 1, 1, 1, 1, 1, 1, 0].map((all) =>
    cluster(all * 10, 10, { stratum: "all", weight: 50 }),
  );
  const found = clusteredShare(clusters);
  expect(found?.p).toBeCloseTo(0.9, 12);
  expect(found?.n).toBe(100);
  expect(found?.effectiveN).toBeCloseTo(9 / 0.98, 9);
});

test("the only company of a stratum is held against the whole: what it adds is not taken for sure", () => {
  const rest = times(10, cluster(1, 1, { stratum: "b", weight: 2 }));
  const found = clusteredShare([cluster(0, 1, { stratum: "a", weight: 5 }), ...rest]);
  expect(found?.effectiveN).toBeLessThan(11);
});
