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
