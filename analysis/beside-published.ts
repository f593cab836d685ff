import { byCodeUnit } from "../datasets/order.ts";
import type { PublishedFigure } from "../datasets/reference.ts";
import type { Benchmark, Comparison, Likeness } from "../datasets/schema.ts";
import type { Interval } from "./estimates/interval.ts";

/** Which figure of an audit says the same thing as a published one. */
interface Counterpart {
  statistic: string;
  /** Whether the published share is that of the companies for which ours does not hold. */
  isInverse?: boolean;
  /** Whether it holds only at a threshold in days. */
  needsTheta?: boolean;
}

/** By our metric and the word under which the published figure stands. */
const counterparts: Readonly<Record<string, Readonly<Record<string, Counterpart>>>> = {
  presence: {
    share_present: { statistic: "share" },
    companies_present: { statistic: "share" },
    share_without_account: { statistic: "share", isInverse: true },
  },
  share_inactive: {
    share_inactive: { statistic: "share", needsTheta: true },
    share_active: { statistic: "share", isInverse: true, needsTheta: true },
    companies_active: { statistic: "share", isInverse: true, needsTheta: true },
  },
  posts_per_day: {
    posting_rate_avg: { statistic: "mean_of_rates" },
    // Such reports draw only companies that post.
    posting_rate_median: { statistic: "median_active" },
  },
  posts_per_day_lifetime: {
    posting_rate_lifetime_mean: { statistic: "mean_of_rates" },
    posting_rate_lifetime_median: { statistic: "median_all" },
  },
};

/** Segments by the words in which a source names whom it speaks of. */
const segments: readonly (readonly [RegExp, string])[] = [
  // A list of large firms of all trades is another population, whatever part of it is spoken of.
  [/S&P 500|Fortune/i, "none"],
  [/\bCROs?\b|clinical research org|contract research/i, "cro"],
  [/pharma|drugmaker/i, "pharma"],
  [/biotech/i, "biotech"],
];

/**
 * Published figures beside the audit's own: the audit's value stands only where metric and definition agree, and the row says
 * whether the population does, too.
 *
 * @param benchmarks of one audit
 * @returns one row a published figure that comes near one of our metrics, in the order of their table
 */
export function besidePublished(
  figures: readonly PublishedFigure[],
  benchmarks: readonly Benchmark[],
): Comparison[] {
  return figures
    .flatMap((figure) => (figure.metricId === null ? [] : [compared(figure, figure.metricId, benchmarks)]))
    .sort((a, b) => byCodeUnit(a.sourceTitle, b.sourceTitle) || a.year - b.year || byRest(a, b));
}

const byRest = (a: Comparison, b: Comparison): number =>
  byCodeUnit(a.population, b.population) ||
  byCodeUnit(a.publishedMetric, b.publishedMetric) ||
  byCodeUnit(a.platforms ?? "", b.platforms ?? "") ||
  byCodeUnit(a.definition ?? "", b.definition ?? "");

function compared(figure: PublishedFigure, metric: string, benchmarks: readonly Benchmark[]): Comparison {
  const counterpart = counterparts[metric]?.[figure.metric];
  const thetaDays = counterpart?.needsTheta ? thetaOf(figure) : null;
  const published = onOurScale(figure, counterpart?.isInverse ?? false);
  const row = (likeness: Likeness, why: string | null, own?: Benchmark): Comparison => ({
    ...{ sourceTitle: figure.sourceTitle, year: figure.year, population: figure.population },
    ...{ publishedMetric: figure.metric, platforms: figure.platforms, definition: figure.definition },
    ...{ publishedN: figure.n, publishedLo: published?.[0] ?? null, publishedHi: published?.[1] ?? null },
    likeness,
    note: [why, figure.note].filter((words) => words !== null).join("; ") || null,
    ...{ metric, thetaDays, ...figuresOf(own) },
    sourceUrl: figure.sourceUrl,
  });
  const refusal = refusalOf(figure, { counterpart, thetaDays, published });
  if (refusal !== null || !counterpart) return row("other_definition", refusal);
  const { own, isSameSegment } = ownFigure(figure, { metric, thetaDays, ...counterpart }, benchmarks);
  if (!own) return row("not_measured", notMeasured(figure, thetaDays));
  return isSameSegment ? row("alike", null, own) : row("other_population", "Not the audit's population", own);
}

const figuresOf = (own: Benchmark | undefined) => ({
  statistic: own?.statistic ?? null,
  segment: own?.segment ?? null,
  unit: own?.unit ?? null,
  estimate: own?.estimate ?? null,
  ciLo: own?.ciLo ?? null,
  ciHi: own?.ciHi ?? null,
  boundLo: own?.boundLo ?? null,
  boundHi: own?.boundHi ?? null,
  n: own?.n ?? null,
  reason: own?.reason ?? null,
});

/** Shares as shares and rates as posts a day; null for what is neither, and for words. */
function onOurScale({ valueLo, valueHi, unit, n }: PublishedFigure, isInverse: boolean): Interval | null {
  if (valueLo === null || valueHi === null) return null;
  const units = scales[unit] ?? (unit === "companies" ? n : null);
  if (units === null) return null;
  const [low, high] = [valueLo / units, valueHi / units];
  return isInverse ? [1 - high, 1 - low] : [low, high];
}

const scales: Readonly<Record<string, number>> = { share: 1, "posts per day": 1 };

/** The days of the threshold that a definition states. */
function thetaOf({ definition }: PublishedFigure): number | null {
  const days = /(\d+) days/.exec(definition ?? "")?.[1];
  return days === undefined ? null : Number(days);
}

interface Reading {
  counterpart: Counterpart | undefined;
  thetaDays: number | null;
  published: Interval | null;
}

/** Why metric or definition do not agree; null where they do. */
function refusalOf(
  { n, platforms }: PublishedFigure,
  { counterpart, thetaDays, published }: Reading,
): string | null {
  if (n === 1) return "One company, not a group";
  if (platforms?.includes("+")) return "Several platforms at once, in another sense than the audit's sets";
  if (platforms === "other") return "A platform that the audit does not know";
  if (!counterpart) return "The audit has no figure defined so";
  if (counterpart.needsTheta && thetaDays === null) return "The source gives no threshold of activity";
  if (counterpart.statistic !== "share" && platforms === "any")
    return "A sum over platforms; the audit's rates are of one platform each";
  return published === null ? "The source gives no number" : null;
}

const notMeasured = ({ platforms }: PublishedFigure, thetaDays: number | null): string =>
  thetaDays === null
    ? `The audit has no such figure for ${platforms ?? "what the source speaks of"}`
    : `The audit has no such figure for ${platforms ?? "what the source speaks of"} at ${thetaDays} days`;

interface Wanted extends Counterpart {
  metric: string;
  thetaDays: number | null;
}

/** The figure of the segment that the source speaks of, else that of the whole audit. */
function ownFigure(figure: PublishedFigure, wanted: Wanted, benchmarks: readonly Benchmark[]) {
  const segment = segments.find(([words]) => words.test(figure.population))?.[1];
  const candidates = benchmarks.filter(
    (row) =>
      row.metric === wanted.metric &&
      row.statistic === wanted.statistic &&
      row.sizeBand === "all" &&
      row.platforms === figure.platforms &&
      row.thetaDays === wanted.thetaDays,
  );
  const alike = candidates.find((row) => row.segment === segment);
  return {
    own: alike ?? candidates.find((row) => row.segment === "all"),
    isSameSegment: alike !== undefined,
  };
}
