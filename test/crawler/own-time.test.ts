import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { afterOwnTime } from "../../crawler/own-time.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** How many times it was called after some time. */
function counted(ms: number) {
  let calls = 0;
  const callOff = afterOwnTime(ms, () => {
    calls += 1;
  });
  return { calls: () => calls, callOff };
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
  const { calls, callOff } = counted(1_000);
  vi.advanceTimersByTime(500);
  callOff();
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
