import { type DailyPosts, dateOf, weekly } from "./daily-posts.ts";
import { type Dispersion, dispersionOf } from "./estimates/dispersion.ts";
import {
  type BeforeAfter,
  placeboRank,
  type RateRatio,
  type RatioOfRatios,
  rateRatio,
  ratioOfRatios,
} from "./estimates/events.ts";
import { type Interrupted, interruptedSeries } from "./estimates/interrupted.ts";
import { sum } from "./estimates/interval.ts";
import { circularShiftTest, type Permutation, permutationTest } from "./estimates/permutation.ts";

/** What happened, to whom, and how far to look to either side. */
export interface EventQuestion {
  /** Days since 1970-01-01, UTC. */
  day: number;
  weeks: number;
  /** What each observation of the account saw. */
  series: readonly DailyPosts[];
  /** The same of other accounts on the platform, one list an account. */
  controls: readonly (readonly DailyPosts[])[];
}

/** Posts before and after an event, the day of the event left out. */
export interface EventStudy {
  date: string;
  weeks: number;
  observationId: string | null;
  /** First and last day wholly seen; null where none was. */
  seen: { from: string; to: string } | null;
  /** `window_not_covered`: not every day of both windows was seen. `not_observable`: no day was. */
  reason: "window_not_covered" | "not_observable" | null;
  /** Null where there is a reason. */
  findings: EventFindings | null;
}

/** What the days to either side of an event say. */
export interface EventFindings extends BeforeAfter {
  postsOnTheDay: number;
  /** Right only where weeks differ as by chance (M32). */
  ratio: RateRatio;
  dispersionBefore: Dispersion;
  dispersionAfter: Dispersion;
  /** Whether the rate ratio may head the account: no sign of overdispersion on either side. The permutation test does otherwise. */
  isPoisson: boolean;
  /** Change of level and slope of the weekly counts; null with fewer than six weeks a side (M33). */
  interrupted: Interrupted | null;
  /** Weeks relabelled (M34). */
  permutation: Permutation | null;
  /** Days rotated, which keeps their autocorrelation (M34b). */
  shift: { difference: number; p: number } | null;
  /** Place of this day among all days at which the same could be asked; the least share is 1 / days (M36). */
  placebo: { rank: number; days: number; share: number } | null;
  controls: ControlFindings | null;
}

/** The change beside that of others over the same days (M35). */
export interface ControlFindings extends BeforeAfter {
  /** Accounts that were wholly seen over both windows, and those left out because they were not. */
  accounts: number;
  leftOut: number;
  /** Index of dispersion that widened the interval, at least 1. */
  dispersion: number;
  ratio: RatioOfRatios | null;
}

/** Studies posts before and after a day (M32 to M36). Both windows must have been wholly seen, else there are no findings. */
export function studyEvent(question: EventQuestion): EventStudy {
  const { day, weeks, series } = question;
  const covering = series.find((each) => windowsOf(each, day, weeks) !== null);
  const shown = covering ?? [...series].sort((a, b) => a.firstDay - b.firstDay)[0];
  const last = shown ? shown.firstDay + shown.counts.length - 1 : 0;
  return {
    date: dateOf(day),
    weeks,
    observationId: shown?.observationId ?? null,
    seen: shown ? { from: dateOf(shown.firstDay), to: dateOf(last) } : null,
    reason: covering ? null : shown ? "window_not_covered" : "not_observable",
    findings: covering ? findingsOn(covering, question) : null,
  };
}

interface Windows {
  before: readonly number[];
  after: readonly number[];
  postsOnTheDay: number;
}

/** Days before and after; null where some of them were not seen. */
function windowsOf({ firstDay, counts }: DailyPosts, day: number, weeks: number): Windows | null {
  const place = day - firstDay;
  const days = 7 * weeks;
  if (place < days || place + days >= counts.length) return null;
  return {
    before: counts.slice(place - days, place),
    after: counts.slice(place + 1, place + 1 + days),
    postsOnTheDay: counts[place] ?? 0,
  };
}

function findingsOn(series: DailyPosts, question: EventQuestion): EventFindings | null {
  const windows = windowsOf(series, question.day, question.weeks);
  if (!windows) return null;
  const { before, after, postsOnTheDay } = windows;
  const periods = periodsOf(windows);
  const dispersionBefore = dispersionOf(weekly(before));
  const dispersionAfter = dispersionOf(weekly(after));
  const ratio = rateRatio(periods.before, periods.after);
  return {
    ...periods,
    postsOnTheDay,
    ratio,
    dispersionBefore,
    dispersionAfter,
    isPoisson: [dispersionBefore, dispersionAfter].every(looksPoisson),
    interrupted: interruptedSeries(weekly([...before, ...after]), question.weeks),
    permutation: permutationTest(weekly(before), weekly(after)),
    shift: circularShiftTest([...before, ...after], before.length),
    placebo: placeboOf(series, question, ratio.ratio),
    controls: controlsOf(periods, question, [dispersionBefore, dispersionAfter]),
  };
}

const periodsOf = ({ before, after }: Pick<Windows, "before" | "after">): BeforeAfter => ({
  before: { posts: sum(before), days: before.length },
  after: { posts: sum(after), days: after.length },
});

/** Weeks without any post show no dispersion; too few weeks show nothing, and are not taken for Poisson. */
const looksPoisson = ({ p, mean, variance }: Dispersion): boolean =>
  p === null ? mean === 0 && variance === 0 : p >= 0.05;

function placeboOf(series: DailyPosts, { day, weeks }: EventQuestion, event: number | null) {
  const placebos = series.counts.flatMap((_, place) => {
    const windows =
      series.firstDay + place === day ? null : windowsOf(series, series.firstDay + place, weeks);
    if (!windows) return [];
    const { before, after } = periodsOf(windows);
    const quotient = after.posts / before.posts;
    return Number.isNaN(quotient) ? [] : [quotient];
  });
  const found = event === null ? null : placeboRank(event, placebos);
  return found && { ...found, days: placebos.length + 1 };
}

function controlsOf(
  treated: BeforeAfter,
  { controls, day, weeks }: EventQuestion,
  dispersions: readonly Dispersion[],
): ControlFindings | null {
  if (controls.length === 0) return null;
  const seen = controls.flatMap((account) => {
    const windows = account.map((series) => windowsOf(series, day, weeks)).find((each) => each !== null);
    return windows ? [periodsOf(windows)] : [];
  });
  const total = (side: "before" | "after") => ({
    posts: sum(seen.map((each) => each[side].posts)),
    days: sum(seen.map((each) => each[side].days)),
  });
  const pooled = { before: total("before"), after: total("after") };
  const dispersion = Math.max(1, ...dispersions.map(({ index }) => index ?? 1));
  const ratio = ratioOfRatios(treated, pooled, { dispersion });
  return { ...pooled, accounts: seen.length, leftOut: controls.length - seen.length, dispersion, ratio };
}
