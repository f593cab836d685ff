import { dot, line, ruleX } from "@observablehq/plot";
import type { Benchmark } from "../../../datasets/schema.ts";
import { type Chart, draw, ink } from "../chart.ts";
import type { ReportModel } from "../model.ts";
import { percent } from "../words.ts";
import { sourceLine } from "./source.ts";

/**
 * Share of companies without a post, by how long one waits for a post: a panel a set of platforms. The thick line is the
 * interval, the thin one what holds whatever the unread companies do. Null where no set has a row.
 */
export function activityChart(model: ReportModel): Chart | null {
  const rows = silenceRows(model);
  const sets = [...new Set(rows.map(({ set }) => set))];
  if (rows.length === 0) return null;
  const finding = findingOf(rows, model.thetaDays);
  const known = rows.filter(({ estimate }) => estimate !== null);
  const svg = draw(
    finding,
    [
      ruleX(rows, {
        fx: "set",
        x: "days",
        y1: "boundLo",
        y2: "boundHi",
        stroke: ink.unknown,
        strokeWidth: 2,
      }),
      ruleX(known, { fx: "set", x: "days", y1: "ciLo", y2: "ciHi", stroke: ink.silent, strokeWidth: 6 }),
      line(known, { fx: "set", x: "days", y: "estimate", stroke: ink.silent }),
      dot(known, { fx: "set", x: "days", y: "estimate", fill: ink.silent, r: 4 }),
    ],
    {
      height: 300,
      marginLeft: 55,
      marginTop: 40,
      marginBottom: 45,
      fx: { label: null, domain: sets, padding: 0.2 },
      x: { label: "days without a post", ticks: [90, 180, 365], grid: true },
      y: { label: "share of companies, %", domain: [0, 100], percent: true, grid: true },
    },
  );
  return {
    id: "chart-activity",
    finding,
    svg,
    heads: ["Platforms", "Days", "Share silent", "95 % from", "to", "At least", "At most", "n", "Not known"],
    rows: rows.map((row) => [
      row.set,
      row.days,
      row.estimate,
      row.ciLo,
      row.ciHi,
      row.boundLo,
      row.boundHi,
      row.n,
      row.nUnknown,
    ]),
    source: sourceLine(
      model,
      `n = ${Math.max(...rows.map(({ n, nUnknown }) => n + nUnknown))} companies at the most`,
      "benchmarks.csv",
    ),
  };
}

type Silence = Pick<Benchmark, "estimate" | "ciLo" | "ciHi" | "boundLo" | "boundHi" | "n" | "nUnknown"> & {
  set: string;
  days: number;
};

const mostPanels = 4;

/** Rows on all companies: on any platform, and on the platforms that were read best. */
function silenceRows({ benchmarks, names, platforms, usedPlatforms }: ReportModel): Silence[] {
  const rows = benchmarks.filter(
    ({ metric, statistic, segment, sizeBand, suppressed, boundLo, thetaDays }) =>
      metric === "share_inactive" &&
      statistic === "share" &&
      segment === "all" &&
      sizeBand === "all" &&
      !suppressed &&
      boundLo !== null &&
      thetaDays !== null,
  );
  const width = (platforms: string) =>
    Math.min(
      ...rows
        .filter((row) => row.platforms === platforms)
        .map((row) => (row.boundHi ?? 1) - (row.boundLo ?? 0)),
    );
  const singles = platforms
    .filter(({ id, group }) => group === "social" && usedPlatforms.has(id) && width(id) < 1)
    .map(({ id }) => id);
  const shown = singles.sort((a, b) => width(a) - width(b)).slice(0, mostPanels - 1);
  return ["any", ...shown].flatMap((id) =>
    rows
      .filter(({ platforms }) => platforms === id)
      .map((row) => ({ ...row, set: names.get(id) ?? "any platform", days: row.thetaDays ?? 0 }))
      .sort((a, b) => a.days - b.days),
  );
}

function findingOf(rows: readonly Silence[], thetaDays: number): string {
  const known = rows.find(({ days, estimate }) => days === thetaDays && estimate !== null);
  if (known)
    return `${percent(known.estimate ?? 0)} of the companies assessed had no post on ${known.set} in ${thetaDays} days`;
  const [first] = rows.filter(({ days }) => days === thetaDays);
  return `Between ${percent(first?.boundLo ?? 0)} and ${percent(first?.boundHi ?? 1)} of the companies had no post on ${first?.set ?? "any platform"} in ${thetaDays} days`;
}
