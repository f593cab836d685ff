/** The records of published numbers. */
import { z } from "zod";
import { count, instant, number, oneOf, text, texts, yesNo } from "./fields.ts";

export const Benchmark = z.object({
  metric: text("Metric id"),
  statistic: text("Which statistic of the metric: share, pooled, mean, median, ..."),
  segment: text("Segment, or all"),
  sizeBand: text("Size band, or all"),
  platforms: text("Platform set: a platform, observable, any; all where none applies"),
  platformIds: texts("Platforms of the set"),
  thetaDays: number("Threshold of activity; null where none applies", { unit: "days" }).nullable(),
  windowDays: number("Window of rates; null where none applies", { unit: "days" }).nullable(),
  estimate: number("The value").nullable(),
  ciLo: number("Lower confidence limit").nullable(),
  ciHi: number("Upper confidence limit").nullable(),
  ciMethod: text("Method of the interval").nullable(),
  ciLevel: number("Level of the interval", { unit: "share, 0 to 1" }).nullable(),
  boundLo: number("Least value whatever the unobserved units do").nullable(),
  boundHi: number("Greatest value whatever the unobserved units do").nullable(),
  n: count("Units the estimate rests on"),
  nTrue: count("Units for which the fact holds").nullable(),
  nFalse: count("Units for which it does not").nullable(),
  nUnknown: count("Eligible units about which it is not known"),
  unit: text("Unit of the estimate"),
  coverage: number("Observed units / eligible units (M40)", { unit: "share, 0 to 1" }).nullable(),
  suppressed: yesNo("True when the cell is too small to publish (n < 5)"),
  reason: text("Why an estimate is missing").nullable(),
  observedAtMin: instant("Earliest observation in it", { volatile: true }).nullable(),
  observedAtMax: instant("Latest observation in it", { volatile: true }).nullable(),
  instrument: text("Software and grammar version", { volatile: true }),
});
export type Benchmark = z.infer<typeof Benchmark>;

/** Share active at one threshold. */
export const ActivityCurve = z.object({
  segment: text("Segment, or all"),
  platforms: text("Platform set: a platform, observable, any"),
  unit: oneOf(["share of accounts", "share of companies"], "What the share is a share of"),
  thetaDays: count("Days within which a post makes a unit active", { unit: "days" }),
  estimate: number("Share active among the units that could have come out either way").nullable(),
  ciLo: number("Lower 95 % confidence limit").nullable(),
  ciHi: number("Upper 95 % confidence limit").nullable(),
  ciMethod: text("Method of the interval").nullable(),
  boundLo: number("Least value whatever the unobserved units do").nullable(),
  boundHi: number("Greatest value whatever the unobserved units do").nullable(),
  n: count("Units the estimate rests on"),
  nUnknown: count("Eligible units about which it is not known"),
  reason: text("Why an estimate is missing").nullable(),
});
export type ActivityCurve = z.infer<typeof ActivityCurve>;

/** How far a published figure may be read beside one of the audit. */
const likenesses = ["alike", "other_population", "other_definition", "not_measured"] as const;
export type Likeness = (typeof likenesses)[number];

export const Comparison = z.object({
  sourceTitle: text("Title of the source"),
  year: count("Year the published figure speaks of"),
  population: text("Whom it speaks of"),
  publishedMetric: text("What the source measured, in a word"),
  platforms: text("Platform ids, several joined by +, or any").nullable(),
  definition: text("How the source defines it").nullable(),
  publishedN: count("Units it rests on").nullable(),
  publishedLo: number(
    "The published value, or the lower end of a range, on the scale of the audit's",
  ).nullable(),
  publishedHi: number("The published value, or the upper end of a range, on the same scale").nullable(),
  likeness: oneOf(
    likenesses,
    "alike: population, metric and definition agree; other_population: only the last two; else the audit's own is left empty",
  ),
  note: text("Why the two cannot be compared, or what to mind when they are").nullable(),
  metric: text("Metric of the audit that it comes nearest to"),
  statistic: text("Which statistic of it").nullable(),
  segment: text("Segment of the audit's figure, or all").nullable(),
  thetaDays: number("Threshold of activity of both; null where none applies", { unit: "days" }).nullable(),
  unit: text("Unit of both").nullable(),
  estimate: number("The audit's own value").nullable(),
  ciLo: number("Its lower confidence limit").nullable(),
  ciHi: number("Its upper confidence limit").nullable(),
  boundLo: number("Its least value whatever the unobserved units do").nullable(),
  boundHi: number("Its greatest value whatever the unobserved units do").nullable(),
  n: count("Units the audit's own value rests on").nullable(),
  reason: text("Why the audit's own value is missing").nullable(),
  sourceUrl: text("Where the published figure was read").nullable(),
});
export type Comparison = z.infer<typeof Comparison>;
