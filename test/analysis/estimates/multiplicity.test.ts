import { expect, test } from "vitest";
import { benjaminiHochberg } from "../../../analysis/estimates/multiplicity.ts";

// Benjamini & Hochberg 1995, section 3.2: of these fifteen, four are rejected at 0.05.
const published = [
  0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528,
  0.759, 1,
];

test("the published example rejects four", () => {
  expect(benjaminiHochberg(published).filter((q) => q <= 0.05)).toHaveLength(4);
});

test("q is in the order of p as given, never below p, never above 1", () => {
  const shuffled = [0.04, 0.001, 0.9, 0.03];
  const qs = benjaminiHochberg(shuffled);
  expect(qs).toEqual([expect.closeTo(0.16 / 3, 12), 0.004, 0.9, expect.closeTo(0.16 / 3, 12)]);
  expect(qs.every((q, index) => q >= (shuffled[index] ?? 1) && q <= 1)).toBe(true);
});

test("one test is itself, none is none", () => {
  expect([benjaminiHochberg([0.3]), benjaminiHochberg([])]).toEqual([[0.3], []]);
});
