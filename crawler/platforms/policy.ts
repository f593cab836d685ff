import { readFileSync } from "node:fs";
import { z } from "zod";

/** Facts about a platform or an observer that change with terms and prices. `reviewBy` is the day after which a run warns. */
const Facts = z.strictObject({
  onByDefault: z.boolean().describe("Whether a run uses it unasked"),
  redistribute: z
    .enum(["yes", "ids_only", "counts_only", "no"])
    .describe("What of the data a published bundle may hold"),
  combine: z.boolean().describe("Whether its figures may enter totals over several platforms"),
  note: z.string().min(1).nullable().describe("What else a user has to know"),
  source: z.string().min(1).describe("Who says so"),
  checkedOn: z.iso.date().describe("Day on which the source was read"),
  reviewBy: z.iso.date().describe("Day after which a run warns"),
});

const PlatformPolicy = Facts.extend({
  access: z.enum(["public", "token", "none"]).describe("How posts of others may be read"),
  closedOn: z.iso.date().nullable().describe("Day on which the platform closed down"),
});

const ObserverPolicy = Facts.extend({
  platform: z.string().min(1).describe("Platform it reads"),
  access: z.enum(["public", "token"]).describe("Whether it needs a token of the user"),
  token: z
    .enum(["x", "youtube", "meta"])
    .nullable()
    .default(null)
    .describe("Name of the user's token that it needs; null where anybody may ask"),
  cap: z.int().positive().nullable().describe("Most posts it can show of an account; null when all"),
  pageSize: z
    .int()
    .positive()
    .nullable()
    .describe("Most posts a request shows; null where requests show none"),
  order: z.enum(["newest_first", "other"]).describe("Order in which it shows posts"),
  rateLimit: z
    .strictObject({ requests: z.int().positive(), seconds: z.int().positive() })
    .nullable()
    .describe("Requests in a span of time that the platform allows; null when it publishes none"),
  laneDelayMs: z.int().min(0).describe("Least time between two requests in ms"),
  fields: z
    .array(z.string().min(1))
    .min(1)
    .optional()
    .describe("Lists of fields to ask for, tried in order where the platform refuses one"),
  quota: z
    .strictObject({ units: z.int().positive(), days: z.int().positive() })
    .optional()
    .describe("Units that may be used in so many days"),
  price: z
    .array(z.strictObject({ unit: z.string().min(1), usd: z.number().positive() }))
    .describe("US dollars for one of each unit; empty when free"),
});

const TokenPolicy = z.strictObject({
  name: z.string().min(1).describe("What the platform calls it"),
  variable: z.string().min(1).describe("Environment variable that may hold it"),
  where: z.url().describe("Where to get it"),
  needs: z.string().min(1).describe("What it takes to get one that is good for an audit"),
  test: z.string().min(1).describe("What trying it does"),
  source: Facts.shape.source,
  checkedOn: Facts.shape.checkedOn,
  reviewBy: Facts.shape.reviewBy,
});

const ExportPolicy = z.strictObject({
  file: z.string().min(1).describe("Where the user gets the file"),
  basis: z
    .enum(["specification", "programs", "general_knowledge"])
    .describe(
      "What its headers rest on: its writer's specification or source, programs of others that read it, or nothing but general knowledge",
    ),
  source: Facts.shape.source,
  checkedOn: Facts.shape.checkedOn,
  reviewBy: Facts.shape.reviewBy,
});

const Policy = z.strictObject({
  tokens: z.strictObject({ x: TokenPolicy, youtube: TokenPolicy, meta: TokenPolicy }),
  platforms: z.record(z.string(), PlatformPolicy),
  observers: z.record(z.string(), ObserverPolicy),
  exports: z.record(z.string(), ExportPolicy).describe("Forms of the files that users export from elsewhere"),
});

/** The dated facts of `policy.json`: by platform id, observer name and id of an export. robots.txt at run time wins over any of it. */
export const policy = Policy.parse(
  JSON.parse(readFileSync(new URL("./policy.json", import.meta.url), "utf8")),
);

/**
 * Entries whose facts are older than they should be.
 *
 * @param now UTC instant
 * @returns `platform x`, `observer x_lookup`, ... in code-unit order
 */
export function overduePolicies(now: string): string[] {
  const today = now.slice(0, 10);
  const overdue = (kind: string, entries: Readonly<Record<string, { reviewBy: string }>>) =>
    Object.entries(entries).flatMap(([name, { reviewBy }]) => (reviewBy < today ? [`${kind} ${name}`] : []));
  return [
    ...overdue("export", policy.exports),
    ...overdue("observer", policy.observers),
    ...overdue("platform", policy.platforms),
    ...overdue("token", policy.tokens),
  ].sort();
}

/** What some units of an observer cost in US dollars, to a hundredth of a cent; 0 where they are free. */
export function usdOf({ observer, unit, units }: { observer: string; unit: string; units: number }): number {
  const price = policy.observers[observer]?.price.find((each) => each.unit === unit);
  return Math.round((price?.usd ?? 0) * units * 10_000) / 10_000;
}

/** Whether figures of a platform may enter totals over several platforms. */
export const mayCombine = (platform: string): boolean => policy.platforms[platform]?.combine ?? true;
