import { expect, test } from "vitest";
import { grouped } from "../../analysis/grouping.ts";

test("rows stand together by key, in the order in which they came", () => {
  const groups = grouped(["beta", "alpha", "bravo"], (word) => word.charAt(0));
  expect([...groups]).toEqual([
    ["b", ["beta", "bravo"]],
    ["a", ["alpha"]],
  ]);
});
