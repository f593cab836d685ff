import { afterAll, expect, test } from "vitest";
import { keepHeapSmall } from "../../cli/heap.ts";

// 0 is V8's own choice again.
afterAll(() => keepHeapSmall(0));

test("a heap that is kept small takes what it is given, and gives back what is garbage", () => {
  keepHeapSmall();
  const held = Array.from({ length: 1_000 }, (_, index) => ({ index, text: "x".repeat(index) }));
  for (let round = 0; round < 20; round += 1) Array.from({ length: 50_000 }, (_, index) => ({ index }));
  expect(held.map(({ text }) => text.length)).toEqual(held.map(({ index }) => index));
});
