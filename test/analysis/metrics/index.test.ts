import { expect, test } from "vitest";
import { metrics } from "../../../analysis/metrics/index.ts";

test("every metric has an id and a title of its own", () => {
  expect(new Set(metrics.map(({ id }) => id)).size).toBe(metrics.length);
  expect(new Set(metrics.map(({ title }) => title)).size).toBe(metrics.length);
});
