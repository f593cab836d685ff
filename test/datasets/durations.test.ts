import { expect, test } from "vitest";
import { dayMs, weekMs } from "../../datasets/durations.ts";

test("days and weeks are those of UTC, which has no summer time", () => {
  const from = (day: string) => Date.parse(`${day}T00:00:00Z`);
  expect(from("2026-03-30") - from("2026-03-29")).toBe(dayMs);
  expect(from("2026-04-05") - from("2026-03-29")).toBe(weekMs);
});
