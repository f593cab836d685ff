import { z } from "zod";
import { stratumFields } from "../analysis/sample.ts";
import { evidenceModes } from "../crawler/evidence.ts";
import { faultOfSwitch } from "../crawler/platforms/switches.ts";
import { AuditConfig } from "../datasets/config.ts";
import { AuditError } from "../datasets/error.ts";

/** An option that may be left out: how it is written in commander's notation, and what it does. */
const flag = <T extends z.ZodType>(usage: string, description: string, type: T) =>
  type.optional().meta({ usage, description });
const text = z.string().min(1, "is empty");
const days = z.coerce.number("is no number").int("is no whole number").min(1, "is less than 1");
const list = z.string().transform((given) => given.split(",").flatMap((part) => part.trim() || []));
const switches = list.pipe(
  z.array(
    z.string().superRefine((given, context) => {
      const fault = faultOfSwitch(given);
      if (fault) context.addIssue(fault);
    }),
  ),
);
const isSet = z.boolean();
const sheetStrata = [...stratumFields, "class"] as const;
const pairs = list.transform((parts, context) =>
  Object.fromEntries(
    parts.map((part) => {
      const [name = "", value] = part.split("=");
      if (!value) context.addIssue(`"${part}" is not FIELD=HEADER`);
      return [name, value ?? ""];
    }),
  ),
);
const help = (name: keyof typeof AuditConfig.shape) => AuditConfig.shape[name].description ?? name;

/** What the user said: every option of every command, by the name commander gives it. One that was not said is absent. */
export const Options = z.object({
  out: flag("--out <dir>", "folder of the audit", text),
  scenario: flag(
    "--scenario <name>",
    "synthetic industry: small, cro-2011, industry-2026, waves, hostile (small)",
    text,
  ),
  serve: flag("--serve", "only serve the industry, for crawlers of any make, until stopped", isSet),
  contact: flag(
    "--contact <who>",
    "e-mail or URL that site owners can reach you at; part of the User-Agent",
    text,
  ),
  window: flag("--window <days>", `${help("window")} (90)`, days),
  lookback: flag("--lookback <days>", `${help("lookback")} (365)`, days),
  pagesPerSite: flag("--pages-per-site <n>", `${help("pagesPerSite")} (4)`, days),
  delayMs: flag("--delay-ms <ms>", `${help("delayMs")} (1000)`, z.coerce.number().int().min(0)),
  render: flag("--render <when>", `${help("render")} (if-empty)`, AuditConfig.shape.render.unwrap()),
  thetas: flag(
    "--thetas <days>",
    `${help("thetas")} (30,90,180,365)`,
    list.pipe(z.array(z.coerce.number<string>().int().min(1))),
  ),
  kinds: flag("--kinds <list>", `${help("kinds")} (primary,secondary,regional,product)`, list),
  observers: flag(
    "--observers <list>",
    "observers without a token, switched on or off by name or platform: +telegram,-feed",
    switches,
  ),
  include: flag("--include <list>", help("include"), list),
  seed: flag("--seed <n>", `${help("seed")} (1)`, z.coerce.number().int()),
  now: flag("--now <instant>", help("now"), z.iso.datetime("is no UTC instant like 2026-09-30T12:00:00Z")),
  corrections: flag(
    "--corrections <file>",
    "CSV of accounts you looked at yourself, as review writes it (corrections.csv beside the frame)",
    text,
  ),
  exclusions: flag(
    "--exclusions <file>",
    "CSV of companies that asked not to be audited, by company_id or host (exclusions.csv beside the frame)",
    text,
  ),
  config: flag("--config <file>", "JSON file with the options above by their names", text),
  concurrency: flag("--concurrency <n>", "companies under way at once (1000)", days),
  inFlight: flag("--in-flight <n>", "requests under way at once, over all hosts (128)", days),
  columns: flag("--columns <pairs>", "which header is which field: name=Firm,website=Homepage", pairs),
  segment: flag(
    "--segment <name>",
    "segment of rows that name none; for import, the column that holds it",
    text,
  ),
  frame: flag("--frame <file>", "the frame whose companies the file speaks of", text),
  declares: flag(
    "--declares <platforms>",
    "platforms on which the file is complete: a blank handle means no account",
    list,
  ),
  from: flag("--from <instant>", "begin of the time the file covers", text),
  to: flag("--to <instant>", "end of the time the file covers", text),
  sinceAudit: flag(
    "--since-audit <dir>",
    "an earlier audit: pages that have not changed since are not sent again",
    text,
  ),
  protocol: flag(
    "--protocol <file>",
    "what was decided before the wave (plan --write-protocol writes it): its settings hold, deviations are told",
    text,
  ),
  writeProtocol: flag(
    "--write-protocol <file>",
    "write down what is decided before the wave, to finish, register, and give to audit --protocol",
    text,
  ),
  evidence: flag(
    "--evidence <how>",
    "what is kept of every answer: full, reduced (of platforms only what is read, never texts), none (reduced)",
    z.enum(evidenceModes, "is none of full, reduced, none"),
  ),
  retry: flag("--retry <outcomes>", "visit sites again whose outcome is one of these", list),
  connectTo: flag(
    "--connect-to <h1:p1:h2:p2>",
    "connect to h2:p2 for h1:p1, as curl does; may be repeated",
    z.array(text),
  ),
  ca: flag("--ca <file>", "CA certificate (PEM) trusted for the hosts of --connect-to", text),
  insecureTls: flag("--insecure-tls", "accept certificates that cannot be verified", isSet),
  tokens: flag("--tokens <file>", "JSON file of your API tokens, readable by you alone (0600)", text),
  x: flag(
    "--x <rung>",
    "how much of X is read with your token: none, lookup, lookup2, counts, timeline (lookup)",
    z.enum(["none", "lookup", "lookup2", "counts", "timeline"], "is no rung"),
  ),
  maxCost: flag(
    "--max-cost <dollars>",
    "stop before anything is read with your tokens that could cost more",
    z.coerce.number("is no number").min(0, "is less than 0"),
  ),
  test: flag("--test", "try each of your tokens with one request", isSet),
  log: flag("--log <file>", "append every event as a JSON line", text),
  quiet: flag("--quiet", "print nothing but errors", isSet),
  json: flag("--json", "print the outcome as JSON", isSet),
  fresh: flag("--fresh", "start over: delete what the folder holds first; for sheets, draw anew", isSet),
  tables: flag(
    "--tables",
    "compare the tables, volatile fields left out; exit code 1 when they differ",
    isSet,
  ),
  url: flag("--url <url>", "address the page was read from", text),
  all: flag("--all", "print accounts that are not the page's own too", isSet),
  explain: flag("--explain", "say why: how each URL was read, step by step", isSet),
  company: flag("--company <name>", "the company meant: its id or name", text),
  account: flag(
    "--account <account>",
    "account that a file of one account is about: its URL, or platform:account",
    text,
  ),
  own: flag("--own <name>", "your own company, which stands first in the report: its id or name", text),
  with: flag("--with <sites>", "websites to compare with, by their domains: a.com,b.com", list),
  peers: flag(
    "--peers <who>",
    "who to compare with: segment, size, country, or ids and names of companies (segment)",
    text,
  ),
  theta: flag("--theta <days>", "days without a post after which a company counts as inactive (90)", days),
  weeks: flag("--weeks <n>", "whole weeks before and after the event (12)", days),
  controls: flag("--controls <segment>", "segment whose accounts on the platform serve as controls", text),
  n: flag("--n <n>", "companies to draw", days),
  strata: flag(
    "--strata <fields>",
    "what to divide the companies by before drawing: segment, country, size, type; for sheets also class, by which they are divided anyway",
    list.pipe(z.array(z.enum(sheetStrata, `is not of ${sheetStrata.join(", ")}`))),
  ),
  for: flag(
    "--for <what>",
    "what a sheet is for: readings, detection (are the accounts right, is one missing), blocked (pages to save) (readings)",
    z.enum(["readings", "detection", "blocked"], "is none of readings, detection, blocked"),
  ),
  set: flag(
    "--set <platforms>",
    "the share that hand readings, or a protocol, are to tell: any, or one platform (any)",
    text,
  ),
  platforms: flag(
    "--platforms <list>",
    "platforms whose accounts go on a sheet (all that leave the share open)",
    list,
  ),
  coders: flag("--coders <n>", "people who fill a sheet: one file each (1)", days),
  overlap: flag(
    "--overlap <share>",
    "share of the companies that every coder gets, to tell how far coders agree (0)",
    z.coerce.number("is no number").min(0, "is below 0").max(1, "is above 1"),
  ),
  population: flag("--population <n>", "units that the sample was drawn from", days),
  unknown: flag("--unknown <n>", "units of which it is not known", days),
  level: flag("--level <share>", "confidence level (0.95)", z.coerce.number("is no number").gt(0).lt(1)),
  ambiguous: flag("--ambiguous <file>", "CSV of accounts that count neither way", text),
});
export type Options = z.infer<typeof Options>;

/** Name of an option. */
export type FlagName = keyof typeof Options.shape;

const Written = z.object({ usage: z.string(), description: z.string() });

/** How an option is written and what it does. */
export function describeFlag(name: FlagName): z.infer<typeof Written> {
  return Written.parse(Options.shape[name].meta());
}

/**
 * Reads options as commander gives them.
 *
 * @throws AuditError naming each option that cannot be read
 */
export function readOptions(given: Readonly<Record<string, unknown>>): Options {
  const parsed = Options.safeParse(given);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path: [name], message }) => {
    const written = isFlag(name) ? describeFlag(name).usage : String(name);
    return `${written}: ${JSON.stringify(given[String(name)])} ${message}`;
  });
  throw new AuditError("bad_usage", faults.join("\n"));
}

function isFlag(name: PropertyKey | undefined): name is FlagName {
  return name !== undefined && name in Options.shape;
}
