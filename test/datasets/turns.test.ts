import { setImmediate } from "node:timers/promises";
import { expect, test } from "vitest";
import { collect } from "../../datasets/collect.ts";
import { inTurns } from "../../datasets/turns.ts";

test("the records are the same, in the same order, from a list as from a stream", async () => {
  async function* stream() {
    yield* [1, 2, 3];
  }
  expect(await collect(inTurns([1, 2, 3]))).toEqual([1, 2, 3]);
  expect(await collect(inTurns(stream()))).toEqual([1, 2, 3]);
  expect(await collect(inTurns([]))).toEqual([]);
});

test("a long loop lets the rest of the process in before it ends", async () => {
  let heardAfter = Number.POSITIVE_INFINITY;
  let seen = 0;
  void setImmediate().then(() => {
    heardAfter = seen;
  });
  for await (const _ of inTurns(Array.from({ length: 50 }))) {
    seen += 1;
    const until = performance.now() + 3;
    while (performance.now() < until);
  }
  expect(heardAfter).toBeLessThan(50);
});

test("who breaks off early leaves the stream closed", async () => {
  let closed = false;
  function* records() {
    try {
      yield* [1, 2];
    } finally {
      closed = true;
    }
  }
  for await (const _ of inTurns(records())) break;
  expect(closed).toBe(true);
});
