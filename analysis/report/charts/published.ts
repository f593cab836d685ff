import { dot, ruleY, text } from "@observablehq/plot";
import { byCodeUnit } from "../../../datasets/order.ts";
import { publishedFigures } from "../../../datasets/reference.ts";
import type { Comparison } from "../../../datasets/schema.ts";
import { besidePublished } from "../../beside-published.ts";
import type { Interval } from "../../estimates/interval.ts";
import { wilson } from "../../estimates/proportions.ts";
import { type Chart, draw, ink, labelOf } from "../chart.ts";
import type { ReportModel } from "../model.ts";
import { shortName } from "../words.ts";
import { atRow, type Layout, narrow, wide } from "./layout.ts";
import { sourceLine } from "./source.ts";

/**
 * Figures that others published beside ours of the same metric and definition, one drawing a metric, one row a published figure; newest
 * first on each platform. Platforms that nobody here uses are left out.
 */
export function publishedCharts(model: ReportModel): Chart[] {
  const comparisons = besidePublished(publishedFigures(), model.benchmarks);
  return model.metrics.flatMap(({ id, title }) => {
    const rows = comparisons.filter(({ metric }) => metric === id).flatMap((each) => rowOf(each, model));
    // A share with an account and the share without one are the same figure twice.
    const once = new Map(rows.map((row) => [JSON.stringify(row), row]));
    return rows.length === 0 ? [] : [chartOf(id, title, [...once.values()].sort(byPlatform), model)];
  });
}

/** Shares in per cent, rates in posts a week. */
interface Row {
  /** What it is said of, behind the population and the year. */
  about: string;
  source: string;
  year: number;
  population: string;
  platform: string;
  days: number | null;
  theirN: number | null;
  /** What they say: one value, or a range. */
  theirs: Interval;
  /** What chance alone allows for a share of so many; null where that cannot be said. */
  theirInterval: Interval | null;
  isAlike: boolean;
  ours: number | null;
  /** Confidence limits, else bounds. */
  ourInterval: Interval | null;
  ourN: number | null;
}

function rowOf(comparison: Comparison, { names, usedPlatforms }: ReportModel): Row[] {
  const { publishedLo, publishedHi, publishedN, estimate, unit, platforms, thetaDays, statistic } =
    comparison;
  const ourInterval = intervalOf(comparison);
  const isUsed = platforms === "any" || usedPlatforms.has(platforms ?? "");
  if (publishedLo === null || publishedHi === null || !isUsed || (estimate ?? ourInterval) === null)
    return [];
  const scale = unit === "posts per day" ? 7 : 100;
  const scaled = (limits: Interval | null): Interval | null =>
    limits && [limits[0] * scale, limits[1] * scale];
  const isShare = scale === 100 && publishedN !== null && publishedLo === publishedHi;
  const { year, population, sourceTitle } = comparison;
  const platform = names.get(platforms ?? "") ?? "Any platform";
  const within = thetaDays === null ? "" : `, ${thetaDays} days`;
  const what = statistic === "share" ? "" : `, ${statistic?.startsWith("median") ? "median" : "mean"}`;
  return [
    {
      about: `${shortName(platform)}${within}${what}`,
      ...{ source: sourceTitle, year, population, platform, days: thetaDays, theirN: publishedN },
      theirs: [publishedLo * scale, publishedHi * scale],
      theirInterval: isShare ? scaled(wilson(publishedLo * publishedN, publishedN)) : null,
      isAlike: comparison.likeness === "alike",
      ours: estimate === null ? null : estimate * scale,
      ourInterval: scaled(ourInterval),
      ourN: comparison.n,
    },
  ];
}

function intervalOf({ estimate, ciLo, ciHi, boundLo, boundHi }: Comparison): Interval | null {
  const [low, high] = estimate === null ? [boundLo, boundHi] : [ciLo, ciHi];
  return low === null || high === null ? null : [low, high];
}

const byPlatform = (a: Row, b: Row) => byCodeUnit(a.platform, b.platform) || b.year - a.year;

function chartOf(metric: string, title: string, rows: readonly Row[], model: ReportModel): Chart {
  const finding = findingOf(title.replace("Posts a day", "Posts a week"), rows);
  const isRate = metric.startsWith("posts_per_day");
  const unit = isRate ? "posts a week" : "companies, %";
  const drawn = ({ width, isNarrow }: Layout) =>
    draw(finding, marksOf(rows, isNarrow ? 20 : 34), {
      width,
      height: 95 + rows.length * 38,
      marginTop: 40,
      marginBottom: 45,
      marginLeft: 20,
      marginRight: 30,
      x: isRate ? { label: unit, type: "sqrt", grid: true } : { label: unit, domain: [0, 100], grid: true },
      y: { axis: null, domain: rows.map(atRow) },
      legend: [
        ["this audit", ours],
        ["others", theirs],
        ...(rows.some(({ isAlike }) => isAlike) ? [["others, same population", ink.posting] as const] : []),
      ],
    });
  return {
    id: `chart-published-${metric}`,
    finding,
    svg: drawn(wide),
    narrow: drawn(narrow),
    heads: [
      ...["Source", "Year", "Of whom", "n", "Platform", "Days", "Published", "to", "Same population"],
      ...["This audit", "between", "and", "n of this audit"],
    ],
    rows: rows.map((row) => [
      ...[row.source, row.year, row.population, row.theirN, row.platform, row.days, ...row.theirs],
      ...[row.isAlike ? "yes" : "no", row.ours, row.ourInterval?.[0] ?? null, row.ourInterval?.[1] ?? null],
      row.ourN,
    ]),
    source: sourceLine(
      model,
      `n = ${rows.length} published figures; lines are 95 % intervals, of others what chance alone allows for their n; ours without a dot lies between its bounds`,
      "comparisons.csv",
    ),
  };
}

const [ours, theirs] = [ink.unknown, ink.slow];

const beside = (limits: (row: Row) => Interval | null) => ({
  y: atRow,
  x1: (row: Row) => limits(row)?.[0] ?? Number.NaN,
  x2: (row: Row) => limits(row)?.[1] ?? Number.NaN,
  strokeWidth: 3,
  strokeOpacity: 0.55,
});

/** Words, theirs and ours under each other in one row: on a narrow screen the words stand over the lines, not in their place. */
function marksOf(rows: readonly Row[], longestName: number) {
  const label = ({ population, year, about }: Row) => `${labelOf(population, longestName)} ${year}, ${about}`;
  const colour = ({ isAlike }: Row) => (isAlike ? ink.posting : theirs);
  return [
    ruleY(rows, { ...beside(({ theirInterval }) => theirInterval), stroke: colour, dy: 4 }),
    ruleY(rows, { ...beside((row) => row.theirs), stroke: colour, strokeOpacity: 1, dy: 4 }),
    dot(rows, { y: atRow, x: (row: Row) => row.theirs[0], fill: colour, r: 4, dy: 4 }),
    dot(rows, { y: atRow, x: (row: Row) => row.theirs[1], fill: colour, r: 4, dy: 4 }),
    ruleY(rows, { ...beside(({ ourInterval }) => ourInterval), stroke: ours, dy: 13 }),
    dot(rows, { y: atRow, x: (row: Row) => row.ours ?? Number.NaN, fill: ours, r: 4, dy: 13 }),
    text(rows, { y: atRow, text: label, frameAnchor: "left", textAnchor: "start", dx: 2, dy: -9 }),
  ];
}

/** Where their figures lie: a difference may be one of population, method or years. */
function findingOf(title: string, rows: readonly Row[]): string {
  const count = (holds: (row: Row) => boolean) => rows.filter(holds).length;
  const below = count(({ theirs, ourInterval, ours }) => theirs[1] < (ourInterval?.[0] ?? ours ?? 0));
  const above = count(({ theirs, ourInterval, ours }) => theirs[0] > (ourInterval?.[1] ?? ours ?? 0));
  const figures = rows.length === 1 ? "1 published figure" : `${rows.length} published figures`;
  return `${title}: of ${figures} beside ours ${below} ${below === 1 ? "lies" : "lie"} below it and ${above} above; populations and years differ`;
}
