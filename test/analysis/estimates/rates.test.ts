import { expect, test } from "vitest";
import {
  counterRate,
  lifetimeRate,
  quasiPoissonInterval,
  roundedCounterRate,
  truncatedRate,
  windowRate,
} from "../../../analysis/estimates/rates.ts";

test("ten posts have the tabulated exact limits", () => {
  // Garwood 1936, table 2: 10 events, 95 %, 4.795 to 18.39.
  const { estimate, interval } = windowRate(10, 1);
  expect([estimate, interval?.[0], interval?.[1]]).toEqual([
    10,
    expect.closeTo(4.7953887, 6),
    expect.closeTo(18.390356, 6),
  ]);
});

test("no posts have the rate 0 and a lower limit of exactly 0", () => {
  const { estimate, interval } = windowRate(0, 90);
  expect([estimate, interval?.[0], interval?.[1]]).toEqual([0, 0, expect.closeTo(3.6888794541 / 90, 9)]);
});

test("no exposure means no rate, whatever was counted", () => {
  for (const days of [0, -1, Number.NaN])
    expect(windowRate(5, days)).toMatchObject({ estimate: null, reason: "no_exposure" });
});

test("a truncated feed's stopping post carries no information", () => {
  expect(truncatedRate(15, 42).estimate).toBeCloseTo(14 / 42, 12);
  const one = truncatedRate(1, 10);
  expect(one.estimate).toBe(0);
  expect(one.interval?.[0]).toBeGreaterThan(0);
});

test("a feed whose posts all came at one instant, or without posts, has no rate", () => {
  expect(truncatedRate(20, 0).reason).toBe("degenerate");
  expect(truncatedRate(0, 10).reason).toBe("no_posts");
});

test("overdispersion widens a truncated feed's interval, underdispersion does not narrow it", () => {
  const [low, high] = truncatedRate(15, 42).interval ?? [0, 0];
  const [wideLow, wideHigh] = truncatedRate(15, 42, { dispersion: 4 }).interval ?? [0, 0];
  expect([wideLow < low, wideHigh > high]).toEqual([true, true]);
  expect(wideHigh / wideLow).toBeCloseTo(Math.exp(2 * 1.959963985 * Math.sqrt(4 / 15)), 8);
  expect(truncatedRate(15, 42, { dispersion: 0.5 }).interval).toEqual([low, high]);
});

test("a truncated feed recovers the rate on average, its naive rate does not", () => {
  // Fixed draws of an exponential by inversion: gaps of a process with 0.5 posts a day, 10 posts a feed.
  let state = 7;
  const uniform = () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  const feeds = Array.from({ length: 4_000 }, () => {
    let days = 0;
    for (let gap = 0; gap < 10; gap += 1) days -= Math.log(uniform()) / 0.5;
    return days;
  });
  const mean = (values: readonly number[]) =>
    values.reduce((total, value) => total + value, 0) / values.length;
  expect(mean(feeds.map((days) => truncatedRate(10, days).estimate ?? 0))).toBeCloseTo(0.5, 1);
  expect(mean(feeds.map((days) => 10 / days))).toBeGreaterThan(0.54);
  const covered = feeds.filter((days) => {
    const [low, high] = truncatedRate(10, days).interval ?? [0, 0];
    return low <= 0.5 && 0.5 <= high;
  });
  expect(covered.length / feeds.length).toBeGreaterThan(0.94);
  expect(covered.length / feeds.length).toBeLessThan(0.96);
});

test("lifetime rates need 30 days; a counter of 0 is the rate 0", () => {
  expect(lifetimeRate(60, 30).estimate).toBe(2);
  expect(lifetimeRate(60, 29.99)).toMatchObject({ estimate: null, reason: "account_too_young" });
  expect(lifetimeRate(0, 400).estimate).toBe(0);
});

test("two readings of a counter need a week, and a fall means deleted posts", () => {
  expect(counterRate(14, 7).estimate).toBe(2);
  expect(counterRate(14, 6.9).reason).toBe("readings_too_close");
  expect(counterRate(-1, 30).reason).toBe("posts_deleted");
  expect(counterRate(0, 30).estimate).toBe(0);
});

test("rounded readings give every rate that agrees with them", () => {
  expect(roundedCounterRate([12_250, 12_350], [12_350, 12_450], 10)).toEqual([0, 20]);
  expect(roundedCounterRate([12_250, 12_350], [12_450, 12_550], 10)).toEqual([10, 30]);
  expect(roundedCounterRate([12_250, 12_350], [12_050, 12_150], 10)).toBeNull();
  expect(roundedCounterRate([1, 1], [2, 2], 3)).toBeNull();
});

test("weeks that differ widen a rate's limits by the root of their dispersion", () => {
  // exp(t(0.975, 12) sqrt(4 / 40)), t = 2.178813.
  const stretch = Math.exp(2.17881283 * Math.sqrt(0.1));
  const [low, high] = quasiPoissonInterval(40, 90, { index: 4, bins: 13 });
  expect(low).toBeCloseTo(40 / 90 / stretch, 8);
  expect(high).toBeCloseTo((40 / 90) * stretch, 8);
  expect(quasiPoissonInterval(40, 90, { index: 0.2, bins: 13 })).toEqual(
    quasiPoissonInterval(40, 90, { index: 1, bins: 13 }),
  );
});
