import { expect, test } from "vitest";
import { metrics } from "../../analysis/metrics/index.ts";
import { named } from "../../crawler/platforms/index.ts";
import { publishedFigures } from "../../datasets/reference.ts";

const figures = publishedFigures();

test("every published figure names its population and its source", () => {
  expect(figures).toHaveLength(169);
  expect(new Set(figures.map(({ sourceTitle }) => sourceTitle)).size).toBeGreaterThanOrEqual(49);
  expect(figures.filter(({ sourceUrl, verified }) => verified && sourceUrl === null)).toEqual([]);
  expect(figures.filter(({ definition }) => definition?.startsWith("as above"))).toEqual([]);
});

test("no figure from memory is there", () =>
  expect(figures.filter(({ sourceTitle }) => /memory/i.test(sourceTitle))).toEqual([]));

test("the review of 296 companies is there, marked as known only by quotation", () => {
  const [review] = figures.filter(({ n }) => n === 296);
  expect(review).toMatchObject({ metricId: "share_inactive", valueText: "80", valueLo: 0.8, unit: "share" });
  expect(review).toMatchObject({
    unitText: "%",
    verified: false,
    note: expect.stringContaining("No threshold"),
  });
});

test("values are numbers in one unit, but for dates and words, which stay as they are", () => {
  const worded = figures.filter(({ valueLo, valueHi }) => valueLo === null || valueHi === null);
  expect(worded.map(({ valueText }) => valueText).sort()).toEqual(["2010", "2011-05-20", "several"]);
  const range = figures.find(({ valueText }) => valueText === "2-3");
  expect(range).toMatchObject({ valueLo: 2, valueHi: 3 });
  const weekly = figures.find(({ unitText, valueText }) => unitText === "posts/week" && valueText === "26");
  expect(weekly).toMatchObject({ unit: "posts per day", valueLo: 3.7143 });
  const shares = figures.filter(({ unit }) => unit === "share");
  expect(shares.filter(({ valueLo, valueHi }) => (valueLo ?? 0) < 0 || (valueHi ?? 0) > 1)).toEqual([]);
});

test("platforms and metrics are ours, or empty", () => {
  const platforms = new Set(named.map(({ id }) => id));
  const used = figures.flatMap(({ platforms: ids }) => ids?.split("+") ?? []);
  expect(used.filter((id) => id !== "any" && !platforms.has(id))).toEqual([]);
  const ids = new Set(metrics.map(({ id }) => id));
  expect(figures.filter(({ metricId }) => metricId !== null && !ids.has(metricId))).toEqual([]);
});

test("whatever is like a metric of ours, but not quite, says in what it differs", () => {
  const compared = figures.filter(({ metricId, n }) => metricId !== null && n !== 1);
  expect(compared.filter(({ note }) => note === null)).toEqual([]);
});
