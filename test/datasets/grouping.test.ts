import { expect, test } from "vitest";
import { grouped } from "../../datasets/grouping.ts";

test("rows stand together by key, in the order in which they came", () => {
  const groups = grouped(["beta", "alpha", "bravo"], (word) => word.charAt(0));
  expect([...groups]).toEqual([
    ["b", ["beta", "bravo"]],
    ["a", ["alpha"]],
  ]);
});

test("grouping keeps order and leaves out what has no key", () => {
  const groups = grouped([1, 2, 3, 4, 5], (n) => (n === 3 ? null : n % 2 === 0 ? "even" : "odd"));
  expect([...groups]).toEqual([
    ["odd", [1, 5]],
    ["even", [2, 4]],
  ]);
});
