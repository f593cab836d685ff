import { expect, test } from "vitest";
import { evennessOf, profileCounts, weekProfile } from "../../../analysis/estimates/evenness.ts";

test("all in one place is as uneven as can be", () => {
  expect(evennessOf([0, 9, 0])).toMatchObject({
    shares: [0, 1, 0],
    entropy: expect.closeTo(0, 12),
    chi2: 18,
  });
});

test("even thirds have p 1, and nothing has no spread", () => {
  expect(evennessOf([10, 10, 10])).toMatchObject({ entropy: expect.closeTo(1, 12), chi2: 0, p: 1 });
  expect(evennessOf([])).toBeNull();
  expect(evennessOf([0, 0])).toBeNull();
});

test("fewer than thirty posts have no weekly profile", () => {
  expect(weekProfile([5, 5, 5, 5, 5, 2, 2])).toBeNull();
  expect(weekProfile([5, 5, 5, 5, 5, 3, 2])?.weekendShare).toBeCloseTo(5 / 30, 12);
});

test("weekday and hour are those of the zone, summer time included", () => {
  const winter = profileCounts(["2026-01-05T23:30:00Z"], "Europe/Berlin");
  expect([winter.mondayToSunday[1], winter.hours[0]]).toEqual([1, 1]);
  const summer = profileCounts(["2026-07-06T22:30:00Z"], "Europe/Berlin");
  expect([summer.mondayToSunday[1], summer.hours[0]]).toEqual([1, 1]);
  const utc = profileCounts(["2026-01-05T23:30:00Z", "2026-01-11T00:00:00Z"], "UTC");
  expect([utc.mondayToSunday, utc.hours[23], utc.hours[0]]).toEqual([[1, 0, 0, 0, 0, 0, 1], 1, 1]);
});
