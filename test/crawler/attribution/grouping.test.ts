import { expect, test } from "vitest";
import { groupBy } from "../../../crawler/attribution/grouping.ts";

test("grouping keeps order and leaves out what has no key", () => {
  const groups = groupBy([1, 2, 3, 4, 5], (n) => (n === 3 ? null : n % 2 === 0 ? "even" : "odd"));
  expect([...groups]).toEqual([
    ["odd", [1, 5]],
    ["even", [2, 4]],
  ]);
});
