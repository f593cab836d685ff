import { expect, test } from "vitest";
import { byCodeUnit } from "../../datasets/order.ts";

test("the order is that of code units, whatever a locale thinks of umlauts and case", () => {
  expect(["ä", "b", "Z", "a", "-"].sort(byCodeUnit)).toEqual(["-", "Z", "a", "b", "ä"]);
  expect(byCodeUnit("same", "same")).toBe(0);
});
