import { expect, test } from "vitest";
import { placeboRank, rateRatio, ratioOfRatios } from "../../../analysis/estimates/events.ts";

const period = (posts: number, days = 30) => ({ posts, days });

test("nothing before makes the ratio infinite, with a finite lower limit", () => {
  const found = rateRatio(period(0), period(8));
  expect([found.ratio, found.interval?.[1]]).toEqual([Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]);
  expect(found.interval?.[0]).toBeGreaterThan(1);
  expect(found.p).toBeCloseTo(2 / 2 ** 8, 12);
});

test("nothing after makes it 0, with a finite upper limit", () => {
  const found = rateRatio(period(8), period(0));
  expect([found.ratio, found.interval?.[0]]).toEqual([0, 0]);
  expect(found.interval?.[1]).toBeLessThan(1);
});

test("nothing at all, or no days, gives no ratio", () => {
  expect(rateRatio(period(0), period(0))).toEqual({
    rateBefore: 0,
    rateAfter: 0,
    ratio: null,
    interval: null,
    p: null,
  });
  expect(rateRatio(period(3, 0), period(3))).toMatchObject({ rateBefore: null, ratio: null });
});

test("the ratio of two rates is that of R's poisson.test", () => {
  // R: poisson.test(c(11, 6 + 8 + 7), c(800, 1083 + 1050 + 878)): ratio 1.971488, 0.8584264 to 4.2772659, p 0.07967.
  const found = rateRatio(period(21, 3_011), period(11, 800));
  expect(found.ratio).toBeCloseTo(1.9715, 4);
  expect(found.interval).toEqual([expect.closeTo(0.8584264, 6), expect.closeTo(4.2772659, 6)]);
  expect(found.p).toBeCloseTo(0.0797, 4);
});

test("before and after trade places", () => {
  const forth = rateRatio(period(10), period(25));
  const back = rateRatio(period(25), period(10));
  expect((forth.ratio ?? 0) * (back.ratio ?? 0)).toBeCloseTo(1, 12);
  expect((forth.interval?.[0] ?? 0) * (back.interval?.[1] ?? 0)).toBeCloseTo(1, 10);
});

const party = (before: number, after: number) => ({ before: period(before), after: period(after) });

test("a change that everybody made is nobody's", () => {
  expect(ratioOfRatios(party(10, 20), party(100, 200))).toMatchObject({
    ratio: expect.closeTo(1, 12),
    p: expect.closeTo(1, 12),
    isCorrected: false,
  });
});

test("a zero is corrected and said to be", () => {
  const found = ratioOfRatios(party(0, 20), party(100, 200));
  expect(found?.isCorrected).toBe(true);
  expect(found?.ratio).toBeCloseTo(20.5 / 0.5 / (200.5 / 100.5), 10);
});

test("overdispersion widens the interval", () => {
  const [low] = ratioOfRatios(party(10, 20), party(50, 60))?.interval ?? [0];
  const [wider] = ratioOfRatios(party(10, 20), party(50, 60), { dispersion: 3 })?.interval ?? [1];
  expect(wider).toBeLessThan(low);
  expect(ratioOfRatios({ before: period(1, 0), after: period(1) }, party(1, 1))).toBeNull();
});

test("an event no more extreme than dates when nothing happened is not news", () => {
  expect(placeboRank(3, [1.1, 0.9, 0.2])).toEqual({ rank: 2, share: 0.5 });
  expect(placeboRank(9, [1.1, 0.9, 0.2])).toEqual({ rank: 1, share: 0.25 });
  expect(placeboRank(Number.NaN, [1])).toBeNull();
});
