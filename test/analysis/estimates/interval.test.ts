import { expect, test } from "vitest";
import { clip, missing, ratio, sum } from "../../../analysis/estimates/interval.ts";

test("a quotient by zero is missing, not infinite", () => {
  expect([ratio(1, 0), ratio(0, 0), ratio(0, 4), ratio(1, 4)]).toEqual([null, null, 0, 0.25]);
});

test("a missing estimate says why", () => {
  expect(missing("no_posts")).toEqual({ estimate: null, interval: null, reason: "no_posts" });
});

test("the sum of nothing is 0, and values are clipped to the nearer limit", () => {
  expect([sum([]), sum([1, 2, 3])]).toEqual([0, 6]);
  expect([clip(-1, 0, 1), clip(0.4, 0, 1), clip(2, 0, 1)]).toEqual([0, 0.4, 1]);
});
