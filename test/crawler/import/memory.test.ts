import { expect, test } from "vitest";
import { memory } from "../../../crawler/import/memory.ts";

test("what was found by three cells is found again by the same three, and by no others", () => {
  const known = memory<number>();
  known.set(1, ["acme", null, null]);
  known.set(2, ["acme", "x", null]);
  known.set(3, [null, "acme", null]);
  expect(known.get("acme", null, null)).toBe(1);
  expect(known.get("acme", "x", null)).toBe(2);
  expect(known.get(null, "acme", null)).toBe(3);
  expect(known.get("acme", null, "x")).toBeUndefined();
  expect(known.get(null, null, null)).toBeUndefined();
});
