import { expect, test } from "vitest";
import { workspace } from "../../../analysis/estimates/workspace.ts";

test("there is room for any length, and short series share theirs", () => {
  const space = workspace();
  expect([space(0).length, space(3).length, space(5_000).length]).toEqual([0, 3, 5_000]);
  expect(space(7).buffer).toBe(space(5_000).buffer);
});

test("two rooms are not one", () => {
  const [first, second] = [workspace()(2), workspace()(2)];
  first.fill(1);
  second.fill(2);
  expect([...first]).toEqual([1, 1]);
});
