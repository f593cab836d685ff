import fc from "fast-check";
import { expect, test } from "vitest";
import { spanOf } from "../../analysis/cells.ts";
import { type Counted, populationOf, shareOf } from "../../analysis/shares.ts";
import { observedAt } from "./records.ts";

const cell = { segment: "cro", sizeBand: "all", units: [] };
const figure = { statistic: "share", platforms: "x", platformIds: ["x"], thetaDays: 90, windowDays: null };

interface Fact extends Counted {
  value: boolean | null;
}

const share = (facts: readonly Fact[], refusal: string | null = null) =>
  shareOf(cell, { ...figure, population: populationOf(facts), holds: ({ value }) => value, refusal });
const whole = { stratum: null, weight: 1 };
const facts = (n: number, more: Partial<Fact>): Fact[] =>
  Array.from({ length: n }, (_, index) => ({
    value: true,
    isTwoSided: true,
    companyIds: [`${JSON.stringify(more)}${index}`],
    draw: whole,
    seen: spanOf([observedAt]),
    ...more,
  }));

test("the estimate is over units that could have come out either way, the bounds are over all", () => {
  const row = share([
    ...facts(6, {}),
    ...facts(4, { value: false }),
    ...facts(3, { value: false, isTwoSided: false }),
    ...facts(7, { value: null, isTwoSided: false }),
  ]);
  expect(row).toMatchObject({ estimate: 0.6, n: 10, nTrue: 6, nFalse: 7, nUnknown: 7 });
  expect(row).toMatchObject({ boundLo: 6 / 20, boundHi: 13 / 20, coverage: 13 / 20, ciMethod: "wilson" });
  expect(row).toMatchObject({ companies: 5, eligible: 5, observedAtMin: observedAt });
});

test("a refused estimate leaves the bounds and says why", () => {
  const row = share(
    [...facts(2, {}), ...facts(2, { value: false }), ...facts(6, { value: null })],
    "one_sided",
  );
  expect(row).toMatchObject({ estimate: null, ciLo: null, ciMethod: null, reason: "one_sided" });
  expect([row.boundLo, row.boundHi]).toEqual([0.2, 0.8]);
});

test("nothing known means no estimate and bounds from 0 to 1; no units, no bounds", () => {
  expect(share(facts(3, { value: null }))).toMatchObject({
    estimate: null,
    reason: "nothing_observed",
    boundLo: 0,
    boundHi: 1,
    coverage: 0,
  });
  expect(share([])).toMatchObject({ estimate: null, boundLo: null, coverage: null, n: 0, nUnknown: 0 });
});

const anyFact = fc.record({
  value: fc.constantFrom(true, false, null),
  isTwoSided: fc.constant(true),
  companyIds: fc.constant(["a"]),
  draw: fc.constant(whole),
  seen: fc.constant(spanOf([])),
});

test("the bounds hold the estimate, an unknown more never narrows them, and order does not matter", () => {
  fc.assert(
    fc.property(fc.array(anyFact, { minLength: 1, maxLength: 40 }), (some) => {
      const row = share(some);
      const wider = share([...some, ...facts(1, { value: null })]);
      const { boundLo, boundHi, estimate } = row;
      expect(wider.boundLo ?? 1).toBeLessThanOrEqual(boundLo ?? 0);
      expect(wider.boundHi ?? 0).toBeGreaterThanOrEqual(boundHi ?? 1);
      if (estimate !== null) {
        expect(boundLo ?? 1).toBeLessThanOrEqual(estimate + 1e-12);
        expect(boundHi ?? 0).toBeGreaterThanOrEqual(estimate - 1e-12);
      }
      expect(share(some.toReversed())).toEqual(row);
    }),
  );
});

const drawn = (stratum: string, weight: number) => ({ draw: { stratum, weight } });

test("a sample speaks of the frame it was drawn from: each stratum by its size, not by what was drawn of it", () => {
  const large = [
    ...facts(3, { ...drawn("large", 1) }),
    ...facts(17, { value: false, companyIds: ["b"], ...drawn("large", 1) }),
  ];
  const small = [
    ...facts(77, { ...drawn("small", 10) }),
    ...facts(13, { value: false, companyIds: ["d"], ...drawn("small", 10) }),
  ];
  const row = share([...large, ...small]);
  expect(row.estimate).toBeCloseTo((20 * (3 / 20) + 900 * (77 / 90)) / 920, 12);
  expect(row).toMatchObject({ ciMethod: "korn_graubard", n: 110, nTrue: 80, nFalse: 30 });
  expect(row.boundLo).toBeCloseTo(row.estimate ?? 0, 12);
});

test("an unknown company of a sample widens the bounds by all that it stands for", () => {
  const row = share([...facts(8, drawn("a", 5)), ...facts(2, { value: null, ...drawn("a", 5) })]);
  expect([row.boundLo, row.boundHi]).toEqual([0.8, 1]);
  expect(row.estimate).toBe(1);
});

test("a sample that is the whole frame has no sampling error", () => {
  const row = share([...facts(3, drawn("a", 1)), ...facts(1, { value: false, ...drawn("a", 1) })]);
  expect([row.ciLo, row.estimate, row.ciHi]).toEqual([0.75, 0.75, 0.75]);
});
