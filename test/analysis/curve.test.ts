import { expect, test } from "vitest";
import { curvesOf } from "../../analysis/curve.ts";
import { cadence, company, findings, lastPosted, ownership } from "./records.ts";

/** Eight companies on X, the i-th silent for 50 i days, and one whose account nobody could read. */
const ids = [1, 2, 3, 4, 5, 6, 7, 8];
const audit = findings({
  companies: [...ids.map((id) => company(`c${id}`)), company("unread")],
  ownerships: [...ids.map((id) => ownership(`c${id}`, `x:${id}`)), ownership("unread", "x:unread")],
  cadences: [...ids.map((id) => lastPosted(`x:${id}`, 50 * id)), cadence("x:unread")],
});
const points = [...curvesOf(audit)].filter(
  ({ segment, platforms }) => segment === "all" && platforms === "x",
);
const at = (thetaDays: number, unit = "share of accounts") =>
  points.find((point) => point.thetaDays === thetaDays && point.unit === unit);

test("every threshold from 1 to 730 days has its share, of accounts and of companies", () => {
  expect(points).toHaveLength(2 * 730);
  expect([49, 50, 99, 100, 400, 730].map((theta) => at(theta)?.estimate)).toEqual([
    0,
    1 / 8,
    1 / 8,
    2 / 8,
    1,
    1,
  ]);
});

test("both bands hold the share, and the unknown widen one of them only", () => {
  for (const { estimate, ciLo, ciHi, boundLo, boundHi } of points.filter(
    ({ unit }) => unit === "share of accounts",
  )) {
    expect(ciLo ?? 1).toBeLessThanOrEqual(estimate ?? 0);
    expect(ciHi ?? 0).toBeGreaterThanOrEqual(estimate ?? 1);
    expect((boundHi ?? 0) - (boundLo ?? 0)).toBeCloseTo(1 / 9, 12);
  }
});

test("the share never falls as the threshold grows", () => {
  const shares = points
    .filter(({ unit }) => unit === "share of accounts")
    .map(({ estimate }) => estimate ?? 0);
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
});

test("where too many accounts cannot be read, companies have bounds and no share", () => {
  expect(at(90, "share of companies")).toMatchObject({ estimate: null, reason: "one_sided", nUnknown: 1 });
  expect(at(90, "share of companies")?.boundLo).toBeCloseTo(1 / 9, 12);
});

test("a segment of fewer than five companies has no curve to be told by", () => {
  const few = findings({
    companies: [company("a")],
    ownerships: [ownership("a", "x:a")],
    cadences: [lastPosted("x:a", 3)],
  });
  expect(new Set([...curvesOf(few)].map(({ reason }) => reason))).toEqual(new Set(["small_cell"]));
});
