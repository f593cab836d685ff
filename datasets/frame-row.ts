import { z } from "zod";
import { oneOf, text } from "./fields.ts";

/** Who can vouch for a row: a public list names it, its own site says so, a person looked. */
export const verifiers = ["list", "site", "person"] as const;

/** One row of the frames that ship. `readFrame` makes a `Company` of it. */
export const FrameRow = z.object({
  id: text("Stable id of the company: never given to another, never changed"),
  name: text("Name of the organisation"),
  website: text("Registrable domain of its site").nullable(),
  segment: text("cro, pharma, biotech, site, association, conference, news, registry, technology"),
  type: text("Finer kind within the segment").nullable(),
  country: text("ISO 3166-1 alpha-2 code of the headquarters").nullable(),
  city: text("City of the headquarters").nullable(),
  sizeBand: text("Size class; empty where no source gives one, never guessed").nullable(),
  parent: text("id of the company that owns it").nullable(),
  status: text(
    "active; unverified (nobody vouches for the row yet); or why it is not eligible: acquired, renamed, merged, closed, dormant",
  ),
  successor: text("id of the company that goes on in its place").nullable(),
  successorFrom: text(
    "Day from which the successor counts, YYYY-MM-DD; empty where no source dates it",
  ).nullable(),
  rorId: text("Research Organization Registry id").nullable(),
  wikidataId: text("Wikidata item").nullable(),
  source: text("Where the row comes from; `general knowledge` is no source, and leaves a row unverified"),
  verifiedOn: text(
    "Day of the source's edition where it names one, else the day the row was taken from it, YYYY-MM-DD",
  ).nullable(),
  verifiedBy: oneOf(verifiers, "Who vouches for the row").nullable(),
  evidenceUrl: text(
    "Address where the row can be checked: the record of the list where it has one, else the organisation's own site",
  ).nullable(),
});
export type FrameRow = z.infer<typeof FrameRow>;
