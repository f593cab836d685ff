import { expect, test } from "vitest";
import { summariseShare } from "../../../analysis/estimates/share-summary.ts";

test("237 of 296 read again: 80.1 %, Wilson 75.1 to 84.2, of a population of 1,100 75.9 to 83.7", () => {
  const found = summariseShare(237, 296, { population: 1100 });
  expect(found?.share).toBeCloseTo(0.800675675676, 10);
  expect(found?.wilson[0]).toBeCloseTo(0.751441808103, 10);
  expect(found?.finite?.wilson[1]).toBeCloseTo(0.836693414019, 10);
  expect(found?.finite?.units).toEqual([834, 922]);
  expect(found?.worstCase).toBeNull();
});

test("unknown units widen to bounds, and the observed share stays what it is", () => {
  const found = summariseShare(150, 209, { unknown: 87 });
  expect(found?.worstCase?.bounds[1]).toBeCloseTo(0.800675675676, 10);
  expect(found?.share).toBeCloseTo(150 / 209, 12);
});

test("what cannot be has no summary", () => {
  expect(summariseShare(5, 3)).toBeNull();
  expect(summariseShare(0, 0)).toBeNull();
  expect(summariseShare(2.5, 5)).toBeNull();
  expect(summariseShare(3, 5, { population: 4 })).toBeNull();
});
