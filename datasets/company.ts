import type { Company } from "./schema.ts";

/** A company of which no more is known than who it is: an active one in the segment `all`. */
export const barelyKnown: Omit<Company, "companyId" | "name" | "website"> = {
  aliases: [],
  segment: "all",
  type: null,
  country: null,
  sizeBand: null,
  parentId: null,
  successorId: null,
  successorFrom: null,
  stratum: null,
  stratumSize: null,
  timeZone: null,
  status: "active",
  identifiers: { ror: null, wikidata: null },
  source: null,
};
