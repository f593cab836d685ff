import { expect, test } from "vitest";
import { coverageOf, dispositionShares } from "../../../analysis/estimates/coverage.ts";

test("a name that is not found may be a company's that no longer exists", () => {
  const outcomes = ["visited", "visited", "dns_error", "blocked", "not_eligible"];
  expect(coverageOf(outcomes)).toEqual({ n: 4, least: 0.5, greatest: 2 / 3 });
});

test("without eligible companies coverage is not known", () => {
  expect(coverageOf(["not_eligible"])).toEqual({ n: 0, least: null, greatest: null });
  expect(coverageOf(["dns_error"])).toEqual({ n: 1, least: 0, greatest: null });
});

test("every eligible unit has one disposition, and the shares add up to one", () => {
  const shares = dispositionShares({ observed: 209, login_wall: 41, blocked_403: 46, not_eligible: 12 });
  expect(shares["observed"]).toBeCloseTo(209 / 296, 12);
  expect(shares["not_eligible"]).toBeUndefined();
  expect(Object.values(shares).reduce<number>((total, share) => total + (share ?? 0), 0)).toBeCloseTo(1, 12);
  expect(dispositionShares({ observed: 0 })).toEqual({ observed: null });
});
