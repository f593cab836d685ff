import { expect, test } from "vitest";
import { clock, instantOf } from "../../crawler/clock.ts";

test("the clock never goes back, and agrees with the calendar", () => {
  const readings = Array.from({ length: 1_000 }, clock);
  expect(readings).toEqual([...readings].sort((a, b) => a - b));
  expect(Math.abs(clock() - Date.now())).toBeLessThan(60_000);
});

test("an instant is UTC with milliseconds", () => {
  expect(instantOf(Date.UTC(2026, 0, 2, 3, 4, 5) + 6.9)).toBe("2026-01-02T03:04:05.006Z");
});
