import fc from "fast-check";
import { expect, test } from "vitest";
import { manskiBounds, monotoneBounds, worstCase } from "../../../analysis/estimates/bounds.ts";

const counts = fc.record({
  nTrue: fc.integer({ min: 0, max: 200 }),
  nFalse: fc.integer({ min: 0, max: 200 }),
  nUnknown: fc.integer({ min: 0, max: 200 }),
});

test("no units, no bounds", () => {
  expect(manskiBounds({ nTrue: 0, nFalse: 0, nUnknown: 0 })).toBeNull();
  expect(worstCase({ nTrue: 0, nFalse: 0, nUnknown: 0 })).toBeNull();
});

test("where nothing is known the bounds are 0 and 1, and the known share is missing", () => {
  const found = worstCase({ nTrue: 0, nFalse: 0, nUnknown: 12 });
  expect(found).toMatchObject({ bounds: [0, 1], observedOnly: null, imbensManski: [0, 1] });
  expect(found?.c).toBeCloseTo(1.6448536, 6);
});

test("a share all of whose units agree has bounds without sampling error", () => {
  expect(worstCase({ nTrue: 9, nFalse: 0, nUnknown: 0 })).toMatchObject({
    bounds: [1, 1],
    imbensManski: [1, 1],
  });
});

test("the bounds hold the known share and their width is the unknown share", () => {
  fc.assert(
    fc.property(counts, (tally) => {
      const found = worstCase(tally);
      if (!found) return;
      const [low, high] = found.bounds;
      const n = tally.nTrue + tally.nFalse + tally.nUnknown;
      expect(high - low).toBeCloseTo(tally.nUnknown / n, 12);
      expect((found.observedOnly ?? low) >= low - 1e-12).toBe(true);
      expect((found.observedOnly ?? high) <= high + 1e-12).toBe(true);
      expect(found.imbensManski[0]).toBeLessThanOrEqual(low);
      expect(found.imbensManski[1]).toBeGreaterThanOrEqual(high);
      expect(found.c).toBeGreaterThan(1.6448);
      expect(found.c).toBeLessThan(1.96);
    }),
  );
});

test("one more unknown unit never narrows the bounds", () => {
  fc.assert(
    fc.property(counts, (tally) => {
      const [low, high] = manskiBounds(tally) ?? [1, 0];
      const [after, top] = manskiBounds({ ...tally, nUnknown: tally.nUnknown + 1 }) ?? [0, 1];
      expect(after).toBeLessThanOrEqual(low);
      expect(top).toBeGreaterThanOrEqual(high);
    }),
  );
});

test("the named assumption narrows the upper bound to the known share, and never goes below the lower one", () => {
  expect(monotoneBounds({ nTrue: 150, nFalse: 59, nUnknown: 87 })).toEqual([150 / 296, 150 / 209]);
  expect(monotoneBounds({ nTrue: 0, nFalse: 0, nUnknown: 5 })).toEqual([0, 1]);
  expect(monotoneBounds({ nTrue: 0, nFalse: 0, nUnknown: 0 })).toBeNull();
});
