import { expect, test } from "vitest";
import { type Lane, laneIsDue, openLanes } from "../../crawler/lanes.ts";

test("works of one lane follow one another, a failed one too; another lane does not wait", async () => {
  const inLane = openLanes(() => 0);
  const order: string[] = [];
  let release: () => void = () => undefined;
  const first = inLane("a", async () => {
    await new Promise<void>((resolve) => {
      release = resolve;
    });
    order.push("a1");
    throw new Error("failed");
  });
  const second = inLane("a", async () => order.push("a2"));
  await inLane("b", async () => order.push("b1"));
  release();
  await expect(first).rejects.toThrow("failed");
  await second;
  expect(order).toEqual(["b1", "a1", "a2"]);
});

test("a lane remembers when its last request left", async () => {
  const inLane = openLanes(() => 0);
  await inLane("a", async (lane) => {
    lane.leftAt = 42;
  });
  expect(await inLane("a", async (lane) => lane.leftAt)).toBe(42);
});

test("lanes that owe nobody a delay are forgotten, others are not", async () => {
  let now = 0;
  const inLane = openLanes(() => now);
  const leave = (name: string) =>
    inLane(name, async (lane: Lane) => {
      lane.leftAt = now;
    });
  await leave("old");
  now = 120_000;
  await leave("recent");
  for (let count = 0; count < 1_100; count += 1) await leave(`site${count}`);
  expect(await inLane("recent", async (lane) => lane.leftAt)).toBe(120_000);
  expect(await inLane("old", async (lane) => lane.leftAt)).toBe(Number.NEGATIVE_INFINITY);
});

test("a lane is due after its delay and after the silence asked for, though timers fire early", async () => {
  let now = 1_000;
  const sleeps: number[] = [];
  const sleep = async (ms: number) => {
    sleeps.push(ms);
    now += sleeps.length === 1 ? ms - 2 : ms;
  };
  await laneIsDue({ leftAt: 900, pausedUntil: 0 }, 500, { clock: () => now, sleep });
  expect([now, sleeps]).toEqual([1_400, [400, 2]]);
  await laneIsDue({ leftAt: 900, pausedUntil: 1_700 }, 500, { clock: () => now, sleep });
  expect(now).toBe(1_700);
});
