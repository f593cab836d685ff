import { z } from "zod";
import { readShippedTable } from "./csv.ts";
import { count, number, text, yesNo } from "./fields.ts";
import { table } from "./tables.ts";

/** A figure that somebody published: as the source gives it, and so that it can be compared. */
export const PublishedFigure = z.object({
  year: count("Year the figure speaks of"),
  population: text("Whom it speaks of"),
  n: count("Units it rests on").nullable(),
  metric: text("What was measured, in a word"),
  metricId: text("The metric of ours that it comes nearest to; empty where none does").nullable(),
  valueText: text("The value as published: a number, a range, a date or a word"),
  valueLo: number("The value, or the lower end of a range, in `unit`; empty for dates and words").nullable(),
  valueHi: number("The value, or the upper end of a range, in `unit`; empty for dates and words").nullable(),
  unit: text(
    "share (0 to 1), relative change (0.5 is half as much again), posts per day, posts, followers, ...",
  ),
  unitText: text("Unit as published"),
  platforms: text("Platform ids, several joined by +, or any; empty where it speaks of none").nullable(),
  platformText: text("Platform as the source was read: | for any of, + for all of").nullable(),
  definition: text("How the source defines it").nullable(),
  sourceTitle: text("Title of the source"),
  sourceUrl: text("Where it was read").nullable(),
  verified: yesNo("Whether the page that states it was read; false where only a quotation of it was"),
  note: text("What to mind when it is compared with ours").nullable(),
});
export type PublishedFigure = z.infer<typeof PublishedFigure>;

/** `reference/published-benchmarks.csv`. */
export const publishedBenchmarks = table("published-benchmarks", PublishedFigure, {
  description: "Figures that others published about companies on social media, each with its source",
  key: ["source_title", "year", "population", "metric", "platforms", "definition"],
});

/** Figures published about companies on social media, 2005 to 2024, that ship with the package. */
export const publishedFigures = (): PublishedFigure[] =>
  readShippedTable(new URL("./reference/published-benchmarks.csv", import.meta.url), publishedBenchmarks);
