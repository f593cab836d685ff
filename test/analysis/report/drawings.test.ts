import { expect, test } from "vitest";
import { chartsOf } from "../../../analysis/report/charts/index.ts";
import { publishedCharts } from "../../../analysis/report/charts/published.ts";
import { drawings, drawingsPart } from "../../../analysis/report/drawings.ts";
import { methodSection } from "../../../analysis/report/method.ts";
import { reportModel } from "../../../analysis/report/model.ts";
import { benchmark, inventedInput } from "./invented.ts";

const input = inventedInput(20);
const model = reportModel({
  ...input,
  metrics: [{ id: "share_inactive", title: "Companies without a recent post" }],
  benchmarks: [benchmark({ thetaDays: 30 })],
});

test("every drawing of a report is explained, once", () => {
  const charts = [...chartsOf(model), ...publishedCharts(model)];
  expect(charts.length).toBeGreaterThan(3);
  for (const { id } of charts)
    expect(
      drawings.filter(([beginning]) => id.startsWith(beginning)).map(([beginning]) => `${id}: ${beginning}`),
    ).toHaveLength(1);
});

test("the appendix says what lines and bands are, and what may not be read from them", () => {
  const { markup } = methodSection(model);
  expect(markup).toContain(drawingsPart().markup);
  for (const words of [
    "quasi-Poisson",
    "no ranking",
    "computed here, not published there",
    "nothing is known",
  ])
    expect(markup).toContain(words);
});
