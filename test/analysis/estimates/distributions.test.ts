import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { z } from "zod";
import * as own from "../../../analysis/estimates/distributions.ts";

type Own = (...numbers: number[]) => number;
const isFunction = (value: unknown): boolean => typeof value === "function";
const Callable = z.custom<Own>(isFunction);

/** A function of jstat, which has no types. */
function theirs(distribution: string, name: "cdf" | "inv"): Own {
  const jStat = z.custom<object>(isFunction).parse(createRequire(import.meta.url)("jstat"));
  const found = z.custom<object>(isFunction).parse(Reflect.get(jStat, distribution));
  return Callable.parse(Reflect.get(found, name));
}

const chances = [0.001, 0.025, 0.2, 0.5, 0.9, 0.975, 0.999];

// jstat 1.9.6 itself is right to about 1e-11 for chi-square and 2e-8 for beta and its kin.
test.each([
  ["chisquare", own.chiSquareQuantile, own.chiSquare, [[1], [2], [7], [30], [200]]],
  [
    "beta",
    own.betaQuantile,
    own.beta,
    [
      [1, 14],
      [2, 5],
      [30, 21],
      [237, 60],
    ],
  ],
  [
    "centralF",
    own.fisherQuantile,
    own.fisher,
    [
      [1, 10],
      [5, 2],
      [20, 60],
    ],
  ],
  ["studentt", own.studentQuantile, own.student, [[3], [10], [40]]],
] as const)("%s agrees with jstat", (name, quantile, tails, parameters) => {
  const [inverse, distribution] = [theirs(name, "inv"), theirs(name, "cdf")];
  const ours: Own = quantile;
  const cdf: (x: number, ...rest: number[]) => { lower: number } = tails;
  for (const list of parameters) {
    for (const p of chances) {
      const x = inverse(p, ...list);
      expect(Math.abs(ours(p, ...list) - x)).toBeLessThan(3e-7 * Math.max(1, Math.abs(x)));
      expect(Math.abs(cdf(x, ...list).lower - distribution(x, ...list))).toBeLessThan(3e-8);
    }
  }
});

test("the gamma quantile is half that of chi-square with twice the degrees", () => {
  for (const p of chances) expect(own.gammaQuantile(p, 4)).toBeCloseTo(own.chiSquareQuantile(p, 8) / 2, 12);
});

// Expected values by arbitrary-precision arithmetic (mpmath 1.3).
test.each([
  [1e-12, -7.034483825301131],
  [1e-6, -4.753424308822899],
  [0.975, 1.9599639845400543],
  [0.995, 2.5758293035489008],
])("the normal quantile at %d", (p, expected) => {
  expect(Math.abs(own.normalQuantile(p) / expected - 1)).toBeLessThan(1e-13);
});

// Fisher & Yates, Statistical Tables, 6th edition: tables III (t), IV (chi-square), V (variance ratio).
test("quantiles are those of the published tables", () => {
  expect(own.studentQuantile(0.975, 10)).toBeCloseTo(2.228, 3);
  expect(own.studentQuantile(0.975, 1)).toBeCloseTo(12.706, 3);
  expect(own.chiSquareQuantile(0.95, 1)).toBeCloseTo(3.841, 3);
  expect(own.chiSquareQuantile(0.95, 30)).toBeCloseTo(43.773, 3);
  expect(own.fisherQuantile(0.95, 3, 10)).toBeCloseTo(3.71, 2);
  expect(own.zOf(0.99)).toBeCloseTo(2.576, 3);
});

test("chi-square stays right at many degrees of freedom", () => {
  // Upper limit of Garwood's interval for 9,893 posts (scipy 1.17).
  expect(own.chiSquareQuantile(0.975, 2 * 9_893 + 2) / 2).toBeCloseTo(10_089.91, 1);
});

const quantiles = [
  ["gamma", (p: number) => own.gammaQuantile(p, 3), (x: number) => own.gamma(x, 3)],
  ["gamma of small shape", (p: number) => own.gammaQuantile(p, 0.05), (x: number) => own.gamma(x, 0.05)],
  ["normal", own.normalQuantile, own.normal],
  ["student", (p: number) => own.studentQuantile(p, 5), (x: number) => own.student(x, 5)],
  ["fisher", (p: number) => own.fisherQuantile(p, 3, 1e6), (x: number) => own.fisher(x, 3, 1e6)],
  ["beta", (p: number) => own.betaQuantile(p, 0.5, 4), (x: number) => own.beta(x, 0.5, 4)],
] as const;

test.each(quantiles)(
  "%s: the distribution function undoes the quantile, in both tails",
  (_, quantile, tails) => {
    for (const p of [1e-9, 0.01, 0.3, 0.5, 0.7, 0.99]) {
      expect(Math.abs(tails(quantile(p)).lower / p - 1)).toBeLessThan(1e-9);
      expect(tails(quantile(p)).lower + tails(quantile(p)).upper).toBeCloseTo(1, 14);
    }
  },
);

test("the ends of a distribution are exact", () => {
  expect([own.gammaQuantile(0, 3), own.betaQuantile(0, 2, 3), own.betaQuantile(1, 2, 3)]).toEqual([0, 0, 1]);
  expect([own.normalQuantile(0), own.normalQuantile(0.5), own.normalQuantile(1)]).toEqual([
    Number.NEGATIVE_INFINITY,
    0,
    Number.POSITIVE_INFINITY,
  ]);
  expect(own.chiSquareQuantile(1.1, 2)).toBeNaN();
  expect(own.fisher(-1, 2, 3)).toEqual({ lower: 0, upper: 1 });
});

test("a root is found to the last digits", () => {
  expect(own.increasingRoot((x) => x * x * x - 2, 0, 2)).toBeCloseTo(Math.cbrt(2), 15);
  expect(own.increasingRoot((x) => x, -1, 1)).toBeCloseTo(0, 15);
});
