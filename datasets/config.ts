import { z } from "zod";

/**
 * What decides an audit's result, with its defaults. A folder is resumed only under the same values: contact, concurrency and
 * logging are not here because they change nothing that is published.
 */
export const AuditConfig = z.object({
  window: z.int().min(1).default(90).describe("Days over which posting rates are measured"),
  lookback: z.int().min(1).default(365).describe("Days that observers page back"),
  pagesPerSite: z
    .int()
    .min(1)
    .max(50)
    .default(4)
    .describe("Most pages read of a site, the start page included"),
  delayMs: z.int().min(0).default(1_000).describe("Milliseconds between two requests to one host"),
  render: z
    .enum(["never", "if-empty", "always"])
    .default("if-empty")
    .describe("When a page is shown in a browser: never, if it shows nothing without its scripts, or always"),
  thetas: z
    .array(z.int().min(1))
    .min(1)
    .default([30, 90, 180, 365])
    .describe("Thresholds in days after which an account without a post counts as inactive"),
  kinds: z
    .array(z.string())
    .default(["primary", "secondary", "regional", "product"])
    .describe("Kinds of accounts that count for a company"),
  include: z.array(z.string()).default([]).describe("Company statuses beside active that are eligible"),
  seed: z.int().default(1).describe("Seed of the order in which sites are visited"),
  now: z.iso
    .datetime()
    .nullable()
    .default(null)
    .describe("Frozen clock of records and windows, never on the live web"),
});
export type AuditConfig = z.infer<typeof AuditConfig>;
