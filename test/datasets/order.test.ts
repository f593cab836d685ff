import { expect, test } from "vitest";
import { byCodeUnit, isBefore } from "../../datasets/order.ts";

test("the order is that of code units, whatever a locale thinks of umlauts and case", () => {
  expect(["ä", "b", "Z", "a", "-"].sort(byCodeUnit)).toEqual(["-", "Z", "a", "b", "ä"]);
  expect(byCodeUnit("same", "same")).toBe(0);
});

test("instants are compared as times, however each is written", () => {
  expect(isBefore("2026-11-22T12:00:00Z", "2026-11-22T12:00:00.000Z")).toBe(false);
  expect(isBefore("2026-11-22T12:00:00+02:00", "2026-11-22T11:00:00Z")).toBe(true);
  expect(isBefore("2026-11-22T11:59:59Z", "2026-11-22T12:00:00Z")).toBe(true);
  expect(isBefore("2026-11-22T12:00:00Z", "2026-11-22T12:00:00Z")).toBe(false);
});
