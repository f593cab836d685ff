import type { Chart } from "../chart.ts";
import type { ReportModel } from "../model.ts";
import { activityChart } from "./activity.ts";
import { coverageChart } from "./coverage.ts";
import { ladderChart } from "./ladder.ts";
import { ratesChart } from "./rates.ts";
import { timelineChart } from "./timeline.ts";

/** The drawings of a report in order; one that has nothing to show is left out. */
export function chartsOf(model: ReportModel): Chart[] {
  return [
    coverageChart(model),
    activityChart(model),
    ladderChart(model),
    ...model.platforms
      .filter(({ group }) => group === "social")
      .map((platform) => ratesChart(model, platform)),
    timelineChart(model),
  ].flatMap((chart) => chart ?? []);
}
