import { expect, test } from "vitest";
import { cellsOf, companiesBehind, minCompanies, span, spanOf } from "../../analysis/cells.ts";
import { company, findings } from "./records.ts";

const cells = (...companies: ReturnType<typeof company>[]) =>
  cellsOf(findings({ companies }).units).map(({ segment, sizeBand, units }) => [
    segment,
    sizeBand,
    units.map(({ unitId }) => unitId).join(""),
  ]);

test("a unit is in the whole, in its segment and in its size band", () => {
  expect(
    cells(
      company("a", { sizeBand: "large" }),
      company("b", { segment: "pharma", sizeBand: "small" }),
      company("c"),
    ),
  ).toEqual([
    ["all", "all", "abc"],
    ["all", "large", "a"],
    ["all", "small", "b"],
    ["cro", "all", "ac"],
    ["pharma", "all", "b"],
  ]);
});

test("a segment that is called all does not count its companies twice", () => {
  expect(cells(company("a", { segment: "all" }), company("b"))).toEqual([
    ["all", "all", "ab"],
    ["cro", "all", "b"],
  ]);
});

test("no companies make no cells", () => {
  expect(cells()).toEqual([]);
});

test("the span of instants compares times, not texts", () => {
  expect(spanOf(["2026-08-31T01:00:00+09:00", null, "2026-08-31T00:00:00Z", "2026-08-30T17:00:00Z"])).toEqual(
    {
      observedAtMin: "2026-08-31T01:00:00+09:00",
      observedAtMax: "2026-08-31T00:00:00Z",
    },
  );
  expect(spanOf([])).toEqual({ observedAtMin: null, observedAtMax: null });
});

test("spans add up to one that holds them all", () => {
  const [early, late] = [spanOf(["2026-01-01T00:00:00Z"]), spanOf(["2026-02-01T00:00:00Z"])];
  expect(span([late, spanOf([]), early], (each) => each)).toEqual({
    observedAtMin: "2026-01-01T00:00:00Z",
    observedAtMax: "2026-02-01T00:00:00Z",
  });
});

test("companies are counted once, however many accounts they have, and no further than matters", () => {
  expect(companiesBehind([{ companyIds: ["a", "b"] }, { companyIds: ["b"] }])).toBe(2);
  expect(companiesBehind([{ companyIds: ["a", "b", "c", "d", "e", "f", "g"] }])).toBe(minCompanies);
});
