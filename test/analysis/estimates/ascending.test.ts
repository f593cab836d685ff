import fc from "fast-check";
import { expect, test } from "vitest";
import { ascending, sorted } from "../../../analysis/estimates/ascending.ts";

const compared = (values: readonly number[]) => [...values].sort((a, b) => a - b);

test("sorting leaves the input as it is", () => {
  const values = [10, 9, 100];
  expect([...ascending(values)]).toEqual([9, 10, 100]);
  expect(values).toEqual([10, 9, 100]);
});

test("numbers are sorted where they are, whether they spread, crowd or repeat", () => {
  const crowded = fc.constantFrom(1, 1 + 1e-12, 2, 3e9);
  const instants = fc.integer({ min: 1_300_000_000_000, max: 1_800_000_000_000 });
  const gaps = fc.double({ min: 0, max: 400, noNaN: true });
  const any = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
  for (const value of [crowded, instants, gaps, any]) {
    fc.assert(
      fc.property(fc.array(value, { maxLength: 300 }), (values) => {
        const column = Float64Array.from(values);
        expect(sorted(column)).toBe(column);
        expect([...column]).toEqual(compared(values));
      }),
      { numRuns: 60 },
    );
  }
});

test("a long series finds room, and a short one after it is not mixed with what it left", () => {
  const long = Array.from({ length: 5_000 }, (_, index) => (index * 7_919) % 5_000);
  expect([...ascending(long)]).toEqual(compared(long));
  const short = Array.from({ length: 40 }, (_, index) => (index * 17) % 40);
  expect([...ascending(short)]).toEqual(compared(short));
});

test("what is no number comes last, and infinite ones are in their places", () => {
  const many = Array.from({ length: 40 }, (_, index) => 40 - index);
  expect([...ascending([Number.NaN, ...many])].at(-1)).toBeNaN();
  expect([...ascending([...many, Number.NaN])].slice(0, 40)).toEqual(compared(many));
  const ends = [Number.POSITIVE_INFINITY, ...many, Number.NEGATIVE_INFINITY];
  expect([...ascending(ends)]).toEqual([
    Number.NEGATIVE_INFINITY,
    ...compared(many),
    Number.POSITIVE_INFINITY,
  ]);
  expect([...ascending([...many.fill(3)])]).toEqual(many);
});
