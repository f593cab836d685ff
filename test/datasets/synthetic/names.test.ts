import { expect, test } from "vitest";
import { brands, suffixesOf } from "../../../datasets/synthetic/names.ts";
import { randomFrom } from "../../../datasets/synthetic/random.ts";

test("brands are distinct, also when there are more companies than plain names", () => {
  const drawn = brands(randomFrom("brands"), 5_000);
  expect(new Set(drawn).size).toBe(5_000);
  expect(drawn.at(-1)).toMatch(/^[A-Z][a-z]+[2-9]$/);
});

test("brands are one capitalised word that fits in a host name", () => {
  for (const brand of brands(randomFrom("words"), 1_000)) expect(brand).toMatch(/^[A-Z][a-z]{4,11}$/);
});

test("the order depends on the seed alone", () => {
  expect(brands(randomFrom("a"), 20)).toEqual(brands(randomFrom("a"), 20));
  expect(brands(randomFrom("a"), 20)).not.toEqual(brands(randomFrom("b"), 20));
});

test("segments have names of their own, unknown ones a common kind", () => {
  expect(suffixesOf("cro")).toContain("Clinical Research");
  expect(suffixesOf("pharma")).toContain("Pharmaceuticals");
  expect(suffixesOf("site management").length).toBeGreaterThan(0);
});
