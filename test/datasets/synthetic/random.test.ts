import { expect, test } from "vitest";
import {
  deal,
  exponential,
  gammaOfMeanOne,
  hash32,
  normal,
  pick,
  randomFrom,
  shuffle,
} from "../../../datasets/synthetic/random.ts";

const draws = (key: string, count: number, draw: (random: () => number) => number) => {
  const random = randomFrom(key);
  return Array.from({ length: count }, () => draw(random));
};
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const variance = (values: readonly number[]) => {
  const centre = mean(values);
  return mean(values.map((value) => (value - centre) ** 2));
};

test("the hash is FNV-1a: the published values of the empty text, of a and of foobar", () => {
  expect(hash32("")).toBe(0x811c9dc5);
  expect(hash32("a")).toBe(0xe40c292c);
  expect(hash32("foobar")).toBe(0xbf9cf968);
});

test("the same key gives the same numbers, another key gives others", () => {
  const first = draws("one", 5, (random) => random());
  expect(draws("one", 5, (random) => random())).toEqual(first);
  expect(draws("two", 5, (random) => random())).not.toEqual(first);
});

test("numbers lie in [0, 1) and are uniform to three standard errors", () => {
  const values = draws("uniform", 20_000, (random) => random());
  expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...values)).toBeLessThan(1);
  expect(Math.abs(mean(values) - 0.5)).toBeLessThan((3 * Math.sqrt(1 / 12)) / Math.sqrt(20_000));
  const tenths = Array.from(
    { length: 10 },
    (_, at) => values.filter((value) => Math.floor(value * 10) === at).length,
  );
  const chiSquare = tenths.reduce((sum, seen) => sum + (seen - 2_000) ** 2 / 2_000, 0);
  // 99.9 % point of chi-square with 9 degrees of freedom.
  expect(chiSquare).toBeLessThan(27.88);
});

test("successive numbers are not correlated", () => {
  const values = draws("serial", 20_000, (random) => random());
  const products = values.slice(1).map((value, at) => (value - 0.5) * ((values[at] ?? 0.5) - 0.5));
  expect(Math.abs(mean(products) * 12)).toBeLessThan(3 / Math.sqrt(20_000));
});

test("waiting times have the mean and the variance of their rate", () => {
  const values = draws("waiting", 20_000, (random) => exponential(random, 0.25));
  expect(Math.abs(mean(values) - 4)).toBeLessThan(0.12);
  expect(Math.abs(variance(values) - 16)).toBeLessThan(1.5);
});

test("normal variables have mean 0 and variance 1", () => {
  const values = draws("normal", 20_000, normal);
  expect(Math.abs(mean(values))).toBeLessThan(0.03);
  expect(Math.abs(variance(values) - 1)).toBeLessThan(0.05);
});

test.each([1, 2, 8])("gamma variables of shape %d have mean 1 and variance 1 / shape", (shape) => {
  const values = draws(`gamma ${shape}`, 20_000, (random) => gammaOfMeanOne(random, shape));
  expect(Math.min(...values)).toBeGreaterThan(0);
  expect(Math.abs(mean(values) - 1)).toBeLessThan(0.04);
  expect(Math.abs(variance(values) * shape - 1)).toBeLessThan(0.1);
});

test("pick reaches every entry about equally often, and the only one of a list of one", () => {
  const random = randomFrom("pick");
  const picked = Array.from({ length: 3_000 }, () => pick(random, ["a", "b", "c"]));
  for (const entry of ["a", "b", "c"]) {
    expect(Math.abs(picked.filter((each) => each === entry).length - 1_000)).toBeLessThan(120);
  }
  expect(pick(random, ["only"])).toBe("only");
});

test("shuffle keeps every entry and leaves its argument alone", () => {
  const list = ["a", "b", "c", "d", "e", "f", "g", "h"];
  const shuffled = shuffle(randomFrom("shuffle"), list);
  expect(list.join("")).toBe("abcdefgh");
  expect(shuffled.join("")).not.toBe("abcdefgh");
  expect(shuffled.toSorted().join("")).toBe("abcdefgh");
});

test("every order of three is about equally likely", () => {
  const random = randomFrom("orders");
  const orders = Array.from({ length: 6_000 }, () => shuffle(random, [1, 2, 3]).join(""));
  for (const order of new Set(orders)) {
    expect(Math.abs(orders.filter((each) => each === order).length - 1_000)).toBeLessThan(130);
  }
  expect(new Set(orders).size).toBe(6);
});

const counts = (dealt: readonly string[]) =>
  Object.fromEntries(
    [...new Set(dealt)].sort().map((name) => [name, dealt.filter((each) => each === name).length]),
  );

test.each([
  [
    [
      ["a", 1],
      ["b", 1],
    ],
    10,
    { a: 5, b: 5 },
  ],
  [
    [
      ["a", 0.6],
      ["b", 0.4],
    ],
    80,
    { a: 48, b: 32 },
  ],
  [
    [
      ["a", 2],
      ["b", 1],
    ],
    10,
    { a: 7, b: 3 },
  ],
  [
    [
      ["a", 1],
      ["b", 0],
    ],
    3,
    { a: 3 },
  ],
  [
    [
      ["a", 0.45],
      ["b", 0.45],
      ["c", 0.1],
    ],
    10,
    { a: 5, b: 4, c: 1 },
  ],
  [[["a", 1]], 0, {}],
] as const)("dealing %j among %d gives exact quotas by largest remainder", (weights, count, expected) => {
  expect(counts(deal(randomFrom("deal"), weights, count))).toEqual(expected);
});

test("what is dealt comes in random order", () => {
  const dealt = deal(
    randomFrom("order"),
    [
      ["a", 1],
      ["b", 1],
    ],
    40,
  ).join("");
  expect(dealt).not.toMatch(/^a+b+$/);
});
