import { expect, test } from "vitest";
import { chance, decimals, limits, percent, percents, weeklyRate } from "../../cli/figures.ts";

test("figures are rounded in sentences and keep no needless zeros", () => {
  expect(percent(0.800675)).toBe("80.1 %");
  expect(percents([0.75144, 0.8422])).toBe("75.1 % to 84.2 %");
  expect(limits([0.5, 2.005])).toBe("0.5 to 2");
  expect(weeklyRate(1 / 7)).toBe("1");
  expect(decimals(-0.0001)).toBe("0");
});

test("an infinite limit is said in a word, and a tiny chance by its bound", () => {
  expect(decimals(Number.POSITIVE_INFINITY)).toBe("infinite");
  expect(chance(2.7e-9)).toBe("p < 0.0001");
  expect(chance(0.0216)).toBe("p = 0.0216");
});
