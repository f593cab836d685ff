import { expect, test } from "vitest";
import { frameSize } from "../../../analysis/estimates/frame-size.ts";

test("lists that agree completely have seen everything", () => {
  expect(frameSize({ first: 50, second: 50, both: 50 })).toEqual({
    size: 50,
    se: 0,
    interval: [50, 50],
    seen: 50,
    coverage: 1,
  });
});

test("lists without overlap put a number on what they have not seen, and say how unsure it is", () => {
  const found = frameSize({ first: 10, second: 10, both: 0 });
  expect(found?.size).toBe(120);
  expect(found?.interval[0]).toBeGreaterThan(20);
  expect(found?.interval[1]).toBeGreaterThan(400);
});

test("no interval reaches below what was seen", () => {
  const found = frameSize({ first: 296, second: 210, both: 200 });
  expect(found?.interval[0]).toBeGreaterThanOrEqual(306);
});

test("an overlap greater than a list, and empty lists, give nothing", () => {
  expect(frameSize({ first: 5, second: 9, both: 6 })).toBeNull();
  expect(frameSize({ first: 0, second: 0, both: 0 })).toBeNull();
});
