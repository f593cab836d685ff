import { readFileSync } from "node:fs";
import { z } from "zod";
import { readDelimited } from "./delimited.ts";
import { count, text, yesNo } from "./fields.ts";

/** A figure that somebody published, as the source gives it. */
export const PublishedFigure = z.object({
  year: count("Year the figure speaks of"),
  population: text("Whom it speaks of"),
  n: count("Units it rests on").nullable(),
  metric: text("What was measured, in a word"),
  value: text("The value as published; mostly a number"),
  unit: text("Unit of the value"),
  platform: text("Platform id, several joined by + or |, or any"),
  definition: text("How the source defines it").nullable(),
  sourceTitle: text("Title of the source"),
  sourceUrl: text("Where it was read").nullable(),
  verified: yesNo("Whether the page that states it was read; false where only a quotation of it was"),
});
export type PublishedFigure = z.infer<typeof PublishedFigure>;

/** Figures published about companies on social media, 2009 to 2023, that ship with the package. */
export function publishedFigures(): PublishedFigure[] {
  const path = new URL("./reference/published.csv", import.meta.url);
  return readDelimited(readFileSync(path), "published.csv").rows.map(({ cells }) =>
    PublishedFigure.parse({
      year: Number(cells["year"]),
      population: cells["population"],
      n: cells["n"] === undefined ? null : Number(cells["n"]),
      metric: cells["metric"],
      value: cells["value"] ?? "",
      unit: cells["unit"] ?? "",
      platform: cells["platform"],
      definition: cells["definition"] ?? null,
      sourceTitle: cells["source_title"] ?? "",
      sourceUrl: cells["source_url"] ?? null,
      verified: cells["verified"] === "true",
    }),
  );
}
