import { expect, test } from "vitest";
import { randomOf } from "../../../analysis/estimates/permutation.ts";
import { binomialAt, gammaDraw, poissonAt, spreadEvenly } from "../../../scripts/simulation/random.ts";

const mean = (values: readonly number[]) => values.reduce((total, value) => total + value, 0) / values.length;

test("the same seed gives the same numbers", () => {
  const [a, b] = [randomOf(3), randomOf(3)];
  expect([a(), a(), a()]).toEqual([b(), b(), b()]);
  expect(randomOf(4)()).not.toBe(randomOf(3)());
});

test("draws that are spread evenly give the mean of a distribution almost exactly", () => {
  const places = spreadEvenly(2_000, randomOf(1));
  expect(mean(places.map((place) => poissonAt(place, 15)))).toBeCloseTo(15, 1);
  expect(mean(places.map((place) => binomialAt(place, 296, 0.95)))).toBeCloseTo(281.2, 1);
  expect(places).not.toEqual([...places].sort((a, b) => a - b));
});

test("gamma numbers have their mean, also for shapes below one", () => {
  const random = randomOf(2);
  for (const shape of [0.3, 4]) {
    const draws = Array.from({ length: 20_000 }, () => gammaDraw(shape, random));
    expect(mean(draws) / shape).toBeCloseTo(1, 1);
  }
});
