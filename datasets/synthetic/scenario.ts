import { readdirSync, readFileSync } from "node:fs";
import { z } from "zod";
import { AuditError } from "../error.ts";
import { mishapIds } from "./mishaps.ts";
import { siteKindIds } from "./sites/kinds.ts";
import { slipIds } from "./slips.ts";

const share = z.number().min(0).max(1);
const weight = z.number().min(0);

/** Platforms a company can have an account on; `feed` is the news feed of its own site. */
export const platformIds = [
  "linkedin",
  "x",
  "facebook",
  "instagram",
  "youtube",
  "tiktok",
  "threads",
  "bluesky",
  "mastodon",
  "feed",
] as const;
export type PlatformId = (typeof platformIds)[number];

/** How an account posts; `posts.ts` says what each means. */
export const processIds = [
  "steady",
  "busy",
  "bursty",
  "gone_quiet",
  "dormant",
  "empty",
  "office_hours",
  "campaigns",
] as const;
export type ProcessId = (typeof processIds)[number];

/** What an open platform does with an account instead of showing its posts. */
export const accessIds = ["open", "opted_out", "suspended", "missing", "moved"] as const;
export type AccessId = (typeof accessIds)[number];

/** Languages that sites are written in. */
export const languageIds = ["en", "de", "fr", "ja"] as const;
export type LanguageId = (typeof languageIds)[number];

const processes = z.partialRecord(z.enum(processIds), weight);
const access = z.partialRecord(z.enum(accessIds), weight);

/** What a post is. */
export const postKinds = ["original", "reply", "self_reply", "repost", "quote"] as const;

/** What posts are like. */
const Habits = z.strictObject({
  kinds: z.record(z.enum(postKinds), weight).describe("Weight of each kind of post"),
  links: share.describe("Share of posts with a link"),
  media: share.describe("Share of posts with a picture"),
});
export type Habits = z.infer<typeof Habits>;

/** What happens to one account: from a day on it posts at another rate. */
const Event = z.strictObject({
  platform: z.enum(platformIds),
  segment: z.string().describe("Segment whose first sound company with an account there is concerned"),
  on: z.iso.datetime().describe("Instant of the event, UTC"),
  before: z.number().positive().describe("Posts per day before it"),
  after: z.number().positive().describe("Posts per day from then on"),
});

/** One more look at the industry, and what has happened since the one before. */
const Wave = z.strictObject({
  now: z.iso.datetime().describe("Instant of the wave, UTC"),
  merged: z.int().min(0).describe("Companies taken over by another one of the frame"),
  rebranded: z.int().min(0).describe("Companies with a new name, domain, and names on X and Bluesky"),
  renamed: z.int().min(0).describe("Accounts on X and Bluesky with a new name"),
  abandoned: z.int().min(0).describe("Accounts that post no more"),
});
export type Wave = z.infer<typeof Wave>;

/** What industry to generate. Shares are of companies, weights are relative; the same scenario always gives the same bytes. */
export const Scenario = z.strictObject({
  name: z.string().min(1).describe("Name of the scenario, as its file is called"),
  about: z.string().min(1).describe("What it is for, in one sentence"),
  seed: z.int().describe("Seed of everything that is drawn"),
  now: z.iso.datetime().describe("Instant at which the industry stands still, UTC"),
  companies: z.int().min(1).describe("Rows of the frame"),
  segments: z.record(z.string(), weight).describe("Weight of each segment"),
  countries: z
    .array(z.strictObject({ country: z.string().length(2), language: z.enum(languageIds), weight }))
    .min(1)
    .describe("Countries of the headquarters, the language their sites are in, and their weight"),
  siteKinds: z.partialRecord(z.enum(siteKindIds), weight).describe("Weight of each way to build a site"),
  mishaps: z
    .partialRecord(z.enum(mishapIds), z.int().min(0))
    .describe("How many companies meet each mishap; all others have a sound site"),
  slips: z
    .partialRecord(z.enum(slipIds), z.int().min(0))
    .describe("How many sound sites say each thing wrong of their accounts"),
  subsidiaries: z
    .int()
    .min(0)
    .describe(
      "Companies with a sound site that shows the accounts of a parent in the frame beside their own",
    ),
  absent: z.int().min(0).describe("Companies with a sound site that have no account anywhere"),
  presence: z
    .partialRecord(z.enum(platformIds), z.record(z.string(), share))
    .describe("Share of a segment's companies with an account, by platform and segment"),
  sisterShare: share.describe(
    "Share of those with an account on LinkedIn, X or Instagram that have another for applicants, and another for a country",
  ),
  rates: z
    .partialRecord(z.enum(platformIds), z.number().positive())
    .describe("Median of the accounts' posting rates by platform, in posts per day"),
  rateSpread: z.number().min(0).describe("Standard deviation of the logarithm of those rates"),
  processes: processes.describe("Weight of each way to post"),
  processesOn: z
    .partialRecord(z.enum(platformIds), processes)
    .default({})
    .describe("The same on platforms that differ"),
  access: access.describe("Weight of what the open platforms do with an account"),
  accessOn: z
    .partialRecord(z.enum(platformIds), access)
    .default({})
    .describe("The same on platforms that differ"),
  habits: Habits.default({
    kinds: { original: 0.6, reply: 0.12, self_reply: 0.05, repost: 0.15, quote: 0.08 },
    links: 0.5,
    media: 0.4,
  }).describe("What posts are like"),
  habitsOn: z
    .partialRecord(z.enum(platformIds), Habits)
    .default({})
    .describe("The same on platforms that differ"),
  feedLength: z.int().min(1).default(10).describe("Entries that a site's news feed shows"),
  feedLengthOf: z
    .partialRecord(z.enum(siteKindIds), z.int().min(1))
    .default({})
    .describe("The same on sites of kinds that differ"),
  events: z.array(Event).default([]).describe("Changes of rate that a study of events should find"),
  waves: z.array(Wave).default([]).describe("Later looks at the industry, in the order of their instants"),
  sizes: z.record(z.string(), weight).default({}).describe("Weight of each size band; none when empty"),
  demo: z
    .strictObject({ delayMs: z.int().min(0), x: z.enum(["lookup", "timeline"]) })
    .default({ delayMs: 100, x: "lookup" })
    .describe(
      "How demo audits it: least milliseconds between two requests to a host, and how much of X it reads",
    ),
  instances: z
    .array(z.strictObject({ host: z.string().min(1), weight, needsLogin: z.boolean() }))
    .min(1)
    .describe("Mastodon servers, their weight, and whether they answer 401 to readers without a login"),
});
export type Scenario = z.infer<typeof Scenario>;

const folder = new URL("../scenarios/", import.meta.url);

/** Names of the scenarios that ship with the package, in code-unit order. */
export function scenarioNames(): string[] {
  return readdirSync(folder)
    .flatMap((file) => /^(.+)\.json$/.exec(file)?.[1] ?? [])
    .sort();
}

/** Reads a scenario that ships with the package; throws `AuditError` when there is none of that name or it is not valid. */
export function readScenario(name: string): Scenario {
  const names = scenarioNames();
  if (!names.includes(name)) {
    throw new AuditError("bad_input", `scenario "${name}" is unknown. Choose one of ${names.join(", ")}`);
  }
  const parsed = Scenario.safeParse(JSON.parse(readFileSync(new URL(`${name}.json`, folder), "utf8")));
  if (parsed.success) return parsed.data;
  throw new AuditError("bad_input", `scenarios/${name}.json: ${z.prettifyError(parsed.error)}`);
}
