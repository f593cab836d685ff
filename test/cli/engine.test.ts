import { afterAll, expect, test } from "vitest";
import { tuneEngine } from "../../cli/engine.ts";

// V8's own choices again.
afterAll(() => tuneEngine({ growingPercent: 0, interruptBudget: 135_168 }));

test("an engine that is tuned keeps what it is given, and computes what it computed before", () => {
  const squares = () => Array.from({ length: 1_000 }, (_, index) => ({ index, square: index ** 2 }));
  const before = squares();
  tuneEngine();
  for (let round = 0; round < 20; round += 1) Array.from({ length: 50_000 }, (_, index) => ({ index }));
  expect(squares()).toEqual(before);
});
