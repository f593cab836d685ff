import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { openOwnTimer, startWaiting } from "../../crawler/own-time.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** How many times it was called after some time, where the process waited or was busy. */
function counted(ms: number, idle = () => Date.now()) {
  let calls = 0;
  const timer = openOwnTimer(
    ms,
    () => {
      calls += 1;
    },
    idle,
  );
  return { calls: () => calls, ...timer };
}

test("it is called once, when the time is over and not before", () => {
  const { calls } = counted(1_000);
  vi.advanceTimersByTime(990);
  expect(calls()).toBe(0);
  vi.advanceTimersByTime(20);
  expect(calls()).toBe(1);
  vi.advanceTimersByTime(5_000);
  expect(calls()).toBe(1);
});

test("what is called off is not called", () => {
  const { calls, end } = counted(1_000);
  vi.advanceTimersByTime(500);
  end();
  vi.advanceTimersByTime(5_000);
  expect(calls()).toBe(0);
});

test("a long pause of the process counts as a twentieth of the time", () => {
  const { calls } = counted(1_000);
  vi.setSystemTime(Date.now() + 60_000);
  vi.advanceTimersToNextTimer();
  expect(calls()).toBe(0);
  vi.advanceTimersByTime(900);
  expect(calls()).toBe(0);
});

test("time in which the process is busy counts as a fifth", () => {
  const { calls } = counted(1_000, () => 0);
  vi.advanceTimersByTime(4_000);
  expect(calls()).toBe(0);
  vi.advanceTimersByTime(1_100);
  expect(calls()).toBe(1);
});

test("it stands still while something is waited for that is not the far end's, and goes on from there", async () => {
  const { calls, hold } = counted(1_000);
  vi.advanceTimersByTime(500);
  let come: () => void = () => undefined;
  hold(new Promise<void>((resolve) => (come = resolve)));
  vi.advanceTimersByTime(60_000);
  expect(calls()).toBe(0);
  come();
  await vi.advanceTimersByTimeAsync(400);
  expect(calls()).toBe(0);
  await vi.advanceTimersByTimeAsync(200);
  expect(calls()).toBe(1);
});

test("a sign of life does not start what stands still", async () => {
  const { calls, hold, refresh } = counted(1_000);
  let come: () => void = () => undefined;
  hold(new Promise<void>((resolve) => (come = resolve)));
  refresh();
  vi.advanceTimersByTime(60_000);
  expect(calls()).toBe(0);
  come();
  await vi.advanceTimersByTimeAsync(1_100);
  expect(calls()).toBe(1);
});

test("what was called off while it stood still stays so", async () => {
  const { calls, hold, end } = counted(1_000);
  hold(Promise.resolve());
  end();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(calls()).toBe(0);
});

test("whoever gives a sign of life has all the time again", () => {
  const { calls, refresh } = counted(1_000);
  vi.advanceTimersByTime(900);
  refresh();
  vi.advanceTimersByTime(900);
  expect(calls()).toBe(0);
  vi.advanceTimersByTime(200);
  expect(calls()).toBe(1);
});

test("own work is not counted as waiting", () => {
  vi.useRealTimers();
  const waited = startWaiting();
  const from = performance.now();
  while (performance.now() - from < 50);
  const busy = performance.now() - from;
  expect(waited()).toBeGreaterThanOrEqual(10);
  expect(waited()).toBeLessThan(busy / 2);
});
