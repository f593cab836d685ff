import { z } from "zod";
import { rowFormat } from "../../columns.ts";
import { fixKinds } from "../../mending.ts";
import { accountKinds, activities, observationStatuses, siteOutcomes } from "../../schema.ts";
import type { Table } from "../../tables.ts";

const text = (description: string) => z.string().min(1).meta({ description });
const yesNo = (description: string) => z.boolean().meta({ description });
const number = (description: string, unit: string) => z.number().meta({ description, unit });
const count = (description: string) => z.int().min(0).meta({ description });
const instant = (description: string) => z.iso.datetime().meta({ description, unit: "UTC" });

/** What is true about one company of the frame, and how the visit of its site must end. */
export const TrueCompany = z.object({
  companyId: text("The company"),
  segment: text("Part of the industry"),
  domain: text("Registrable domain of its site"),
  eligible: yesNo("Whether the company counts in the industry's numbers"),
  outcome: z.enum(siteOutcomes).meta({ description: "How the visit of its site must end" }),
  reason: text("Finer reason that must be given; empty where the outcome says it all").nullable(),
  mishap: text("What is wrong with the site or the row; none for a sound site"),
  siteKind: text("How the site is built"),
});
export type TrueCompany = z.infer<typeof TrueCompany>;

/** Whose account one is. What is not listed as a company's own is not its own. */
export const TrueOwnership = z.object({
  companyId: text("The company on whose site the account stands, or whose account it is"),
  accountId: text("platform:account"),
  own: z.enum(["true", "false", "unknown"]).meta({
    description: "Whether it is the company's own; unknown where the site has fallen to somebody else",
  }),
  kind: z.enum(accountKinds).meta({ description: "What the account is for" }),
  declared: yesNo("Whether a page that a polite crawler can read declares it"),
  contested: yesNo("Whether good rules may differ about it, so that it should count neither way"),
  reciprocal: yesNo("Whether its profile names the company's site; empty where nobody may see it").nullable(),
});
export type TrueOwnership = z.infer<typeof TrueOwnership>;

/** What one account does, whether or not anybody may see it. */
export const TrueAccount = z.object({
  accountId: text("platform:account"),
  companyId: text("Whose account it is"),
  platform: text("Platform id"),
  kind: z.enum(accountKinds).meta({ description: "What the account is for" }),
  url: text("Canonical URL"),
  status: z
    .enum(observationStatuses)
    .meta({
      description:
        "How an observation must end, on X, YouTube, Instagram, Facebook and Threads with the tokens of the demo; presence_only on closed platforms, empty for feeds of sites that cannot be read",
    })
    .nullable(),
  process: text("How it posts: steady, busy, bursty, gone_quiet, dormant, empty"),
  poisson: yesNo("Whether its posts come by chance alone; else weeks differ by more than chance"),
  ratePerDay: number("Mean of the process while the account is alive", "posts per day"),
  expectedPosts: number("Posts the process is expected to give in the last 90 days", "posts"),
  posts: count("Posts it really gave in the last 90 days"),
  lastPostAt: instant("Its newest post").nullable(),
  activity: z.enum(activities).meta({ description: "Rung of the activity ladder it is really on" }),
});
export type TrueAccount = z.infer<typeof TrueAccount>;

/** One thing a company's pages say wrong of its accounts. */
export const TrueFix = z.object({
  companyId: text("The company"),
  kind: z.enum(fixKinds).meta({ description: "What is wrong" }),
  platform: text("Platform concerned"),
  accountId: text("Account concerned; empty where the link names none, and for people's profiles").nullable(),
});
export type TrueFix = z.infer<typeof TrueFix>;

/** Whether an eligible company is active on a set of platforms. Truth knows no unknown. */
export const TrueStatus = z.object({
  companyId: text("The company"),
  platforms: text("A platform, or any for all social ones"),
  thetaDays: number("Threshold of activity", "days"),
  status: z.enum(["active", "inactive"]).meta({ description: "What is true" }),
});
export type TrueStatus = z.infer<typeof TrueStatus>;

/** Something that happened to a company between two waves. */
export const TrueChange = z.object({
  companyId: text("The company"),
  on: instant("When it happened"),
  kind: z.enum(["merged", "rebranded", "renamed", "abandoned"]).meta({
    description:
      "What: taken over by another company, a new name and domain, an account's new name, an account's last post",
  }),
  accountId: text(
    "The account concerned, under its new name; empty where it is the company itself",
  ).nullable(),
  from: text("Name or account before").nullable(),
  to: text("What has taken its place: the new name or account, or the companyId of the buyer").nullable(),
});
export type TrueChange = z.infer<typeof TrueChange>;

/** How one host was treated, as the server saw it. */
export const Treated = z.object({
  host: text("Host that was asked"),
  companyId: text("Whose site it is; empty for platforms and for hosts that are nobody's").nullable(),
  requests: count("Requests that reached it"),
  broken: count("Rules of politeness that were broken there"),
});
export type Treated = z.infer<typeof Treated>;

/** A number of the whole industry: all eligible companies, readable or not. */
export const TrueBenchmark = z.object({
  metric: text("Metric id, as in the audit's benchmarks"),
  statistic: text("Which statistic of the metric"),
  segment: text("Segment, or all"),
  platforms: text("A platform, or any for all social ones"),
  thetaDays: number("Threshold of activity; empty where none applies", "days").nullable(),
  windowDays: number("Window of rates; empty where none applies", "days").nullable(),
  value: number("The true value", "as in the audit's benchmarks"),
});
export type TrueBenchmark = z.infer<typeof TrueBenchmark>;

function table<S extends z.ZodObject>(name: string, schema: S, about: Pick<Table, "description" | "key">) {
  return { name, schema, ...about, ...rowFormat(schema) } satisfies Table<S>;
}

/** The tables of `truth/`, named as those of an audit are. */
export const truthTables = {
  companies: table("companies", TrueCompany, {
    description: "What is true about each company, and how its site's visit must end",
    key: ["company_id"],
  }),
  ownerships: table("ownerships", TrueOwnership, {
    description: "Whose account each one is",
    key: ["company_id", "account_id"],
  }),
  fixList: table("fix-list", TrueFix, {
    description: "What each company's pages say wrong of its accounts",
    key: ["company_id", "kind", "platform", "account_id"],
  }),
  accounts: table("accounts", TrueAccount, {
    description: "How each account really posts",
    key: ["account_id"],
  }),
  statuses: table("statuses", TrueStatus, {
    description: "Whether each eligible company is really active",
    key: ["company_id", "platforms", "theta_days"],
  }),
  benchmarks: table("benchmarks", TrueBenchmark, {
    description: "The industry's true numbers",
    key: ["metric", "statistic", "segment", "platforms", "theta_days", "window_days"],
  }),
};

/** What no single audit can know, and a comparison of waves should find. */
export const changesTable = table("changes", TrueChange, {
  description: "What has happened to companies and accounts since the first wave",
  key: ["company_id", "on", "kind", "account_id"],
});

/** Written beside the truth when a crawler has been there. */
export const treatedTable = table("served", Treated, {
  description: "How each host was treated by whoever crawled the industry, as its server saw it",
  key: ["host"],
});
