import { createReadStream } from "node:fs";
import { parse } from "csv-parse";
import { z } from "zod";
import { type Findings, gather, type Roster, type Settings, type Site } from "../../analysis/findings.ts";
import { noRhythm } from "../../analysis/rhythm.ts";
import { barelyKnown } from "../../datasets/company.ts";
import type { DetectionCheck, HandReading } from "../../datasets/hand-records.ts";
import type {
  Account,
  Benchmark,
  Cadence,
  Company,
  Observation,
  Ownership,
  Post,
} from "../../datasets/schema.ts";

export const observedAt = "2026-08-31T00:00:00Z";

/** The instant that lies so many days before the observation. */
export const daysAgo = (days: number) => new Date(Date.parse(observedAt) - days * 86_400_000).toISOString();

export const company = (companyId: string, more: Partial<Company> = {}): Company => ({
  companyId,
  name: companyId,
  website: `https://${companyId}/`,
  ...barelyKnown,
  segment: "cro",
  ...more,
});

export const site = (companyId: string, more: Partial<Site> = {}): Site => ({
  companyId,
  outcome: "visited",
  reason: null,
  finishedAt: observedAt,
  ...more,
});

export const account = (accountId: string, more: Partial<Account> = {}): Account => ({
  accountId,
  platform: accountId.split(":")[0] ?? "",
  group: "social",
  account: accountId.split(":")[1] ?? "",
  url: `https://example.com/${accountId}`,
  platformId: null,
  aliases: [],
  ...more,
});

export const ownership = (
  companyId: string,
  accountId: string,
  more: Partial<Ownership> = {},
): Ownership => ({
  companyId,
  accountId,
  own: "true",
  kind: "primary",
  confidence: 1,
  reasons: [],
  claimIds: ["claim"],
  reciprocal: null,
  corrected: null,
  ...more,
});

export const post = (days: number, more: Partial<Post> = {}): Post => ({
  observationId: "x:acme/api/1",
  postId: String(days),
  postedAt: daysAgo(days),
  precision: "instant",
  kind: "original",
  linkCount: null,
  ownLink: null,
  hashtagCount: null,
  mediaCount: null,
  pinned: false,
  likes: null,
  comments: null,
  shares: null,
  ...more,
});

/** A complete window of a year without a post, unless told otherwise. */
export const observation = (more: Partial<Observation> = {}): Observation => ({
  observationId: "x:acme/api/1",
  accountId: "x:acme",
  platformId: null,
  observedAt,
  observer: "api",
  access: "public",
  status: "observed",
  reason: null,
  sided: "two",
  window: {
    from: daysAgo(365),
    to: observedAt,
    order: "newest_first",
    cap: null,
    filters: [],
    complete: true,
  },
  counters: { posts: null, followers: null, createdAt: null },
  countedPosts: null,
  lastPostAt: null,
  linksTo: null,
  posts: [],
  ...more,
});

/** A complete window of a year with posts so many days ago. */
export const posted = (days: readonly number[], more: Partial<Observation> = {}): Observation =>
  observation({
    lastPostAt: days.length > 0 ? daysAgo(Math.min(...days)) : null,
    posts: days.filter((day) => day <= 365).map((day) => post(day)),
    ...more,
  });

/** Nobody logged out may read it. */
export const unreadable = (more: Partial<Observation> = {}): Observation =>
  observation({
    status: "presence_only",
    access: "none",
    observer: "none",
    sided: "none",
    window: { from: null, to: null, order: "other", cap: null, filters: [], complete: false },
    ...more,
  });

/** What a profile's counters say, as a file brings them. */
export const counted = (posts: number, createdAt: string, more: Partial<Observation> = {}): Observation =>
  unreadable({
    status: "observed",
    access: "file",
    observer: "file",
    counters: { posts, followers: null, createdAt },
    ...more,
  });

export const cadence = (accountId: string, more: Partial<Cadence> = {}): Cadence => ({
  accountId,
  estimator: "none",
  windowDays: 90,
  observationId: null,
  observedAt,
  posts: null,
  countExact: null,
  exposureDays: null,
  postsPerDay: null,
  low: null,
  high: null,
  ciMethod: null,
  dispersion: null,
  lastPostAt: null,
  ageDays: null,
  silentDays: null,
  ...noRhythm,
  activity: "unobservable",
  sided: "none",
  reason: "presence_only",
  ...more,
});

/** An account that was read completely and whose last post is so old. */
export const lastPosted = (accountId: string, ageDays: number): Cadence =>
  cadence(accountId, {
    ageDays,
    silentDays: ageDays,
    activity: ageDays <= 30 ? "active" : "abandoned",
    sided: "two",
    reason: null,
  });

export const settings: Settings = {
  thetas: [90],
  kinds: ["primary", "secondary", "regional", "product"],
  windowDays: 90,
  instrument: "test",
};

/** Joins a roster of which only what matters is given; every company's site is completely read unless told otherwise. */
export function findings(roster: Partial<Roster>, more: Partial<Settings> = {}): Findings {
  const companies = [...(roster.companies ?? [])];
  const ownerships = [...(roster.ownerships ?? [])];
  return gather(
    {
      companies,
      sites: companies.map(({ companyId }) => site(companyId)),
      accounts: ownerships.map(({ accountId }) => account(accountId)),
      ownerships,
      cadences: [],
      declared: new Map(),
      platforms: [],
      ...roster,
    },
    { ...settings, ...more },
  );
}

/** The one row of a figure. */
export function rowOf(
  rows: readonly Benchmark[],
  wanted: Partial<
    Pick<Benchmark, "metric" | "statistic" | "platforms" | "segment" | "sizeBand" | "thetaDays">
  >,
): Benchmark {
  const all = { statistic: "share", segment: "all", sizeBand: "all", ...wanted };
  const found = rows.filter((row) =>
    Object.entries(all).every(([key, value]) =>
      Object.entries(row).some(([k, v]) => k === key && v === value),
    ),
  );
  const [row] = found;
  if (!row || found.length > 1) throw new Error(`${found.length} rows of ${JSON.stringify(all)}`);
  return row;
}

const Profile = z.object({
  symbol: z.string(),
  company: z.string(),
  gics_sector: z.string(),
  x_handle: z.string(),
  account_created_at: z.string(),
  tweet_count: z.string(),
  observed_on: z.string(),
});
export type Profile = z.infer<typeof Profile>;

/** Rows of the file of X profiles. */
export async function profilesIn(path: string): Promise<Profile[]> {
  const rows: Profile[] = [];
  for await (const row of createReadStream(path).pipe(parse({ columns: true })))
    rows.push(Profile.parse(row));
  return rows;
}

/** A published share of companies that are inactive on X. */
export const benchmarkOf = (said: Partial<Benchmark>): Benchmark => ({
  metric: "share_inactive",
  statistic: "share",
  segment: "all",
  sizeBand: "all",
  platforms: "x",
  platformIds: ["x"],
  thetaDays: 90,
  windowDays: null,
  estimate: 0.5,
  ciLo: 0.45,
  ciHi: 0.55,
  ciMethod: "wilson",
  ciLevel: 0.95,
  boundLo: 0.3,
  boundHi: 0.7,
  n: 10,
  nTrue: 5,
  nFalse: 5,
  nUnknown: 4,
  unit: "share of companies",
  coverage: 0.7,
  suppressed: false,
  reason: null,
  observedAtMin: null,
  observedAtMax: null,
  instrument: "test",
  ...said,
});

/** A reading by hand: the newest post was two to three days old. */
export const handReading = (more: Partial<HandReading> = {}): HandReading => ({
  ...{ companyId: "acme", accountId: "linkedin:acme", coder: "AB", checkedAt: observedAt, sight: "yes" },
  ...{ leastDays: 2, mostDays: 3, neverPosted: false, precision: "day", posts: null, windowFrom: null },
  ...{ windowTo: null, followers: null, used: true, file: "sheet.csv", sha256: "00", row: 2 },
  ...more,
});

/** An account that a person found right. */
export const check = (
  companyId: string,
  accountId: string,
  more: Partial<DetectionCheck> = {},
): DetectionCheck => ({
  ...{ companyId, accountId, coder: "A", checkedAt: observedAt, right: true, missing: [] },
  ...{ file: "check.csv", sha256: "00", row: 2 },
  ...more,
});

/** A site that a person looked through for accounts that are missing. */
export const siteCheck = (
  companyId: string,
  missing: string[],
  more: Partial<DetectionCheck> = {},
): DetectionCheck => check(companyId, "site", { right: null, missing, ...more });
