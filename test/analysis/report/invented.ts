import type { ReportInput } from "../../../analysis/report/model.ts";
import { noRhythm } from "../../../analysis/rhythm.ts";
import { barelyKnown } from "../../../datasets/company.ts";
import { AuditConfig } from "../../../datasets/config.ts";
import type {
  Account,
  AccountClaim,
  Benchmark,
  Cadence,
  CompanyStatus,
  Ownership,
  SiteOutcome,
} from "../../../datasets/schema.ts";
import type { CaptureRow, CompanyRow, ObservationRow } from "../../../datasets/tables.ts";

const observedAt = "2026-03-02T10:00:00.000Z";

/** A company; what is not given is the dullest there is. */
export function company(companyId: string, given: Partial<CompanyRow> = {}): CompanyRow {
  return {
    companyId,
    name: companyId,
    website: `https://${companyId}.example/`,
    ...barelyKnown,
    segment: "cro",
    startUrl: `https://${companyId}.example/`,
    finalUrl: `https://${companyId}.example/`,
    outcome: "visited",
    reason: null,
    startedAt: "2026-03-01T10:00:00.000Z",
    finishedAt: "2026-03-01T10:00:09.000Z",
    declaredPlatforms: [],
    ...given,
  };
}

/** An account on a social platform. */
export function account(platform: string, name: string, given: Partial<Account> = {}): Account {
  const url = `https://${platform}.example/${name}`;
  return {
    accountId: `${platform}:${name}`,
    platform,
    group: "social",
    account: name,
    url,
    platformId: null,
    aliases: [],
    ...given,
  };
}

/** A company's own primary account. */
export function ownership(companyId: string, accountId: string, given: Partial<Ownership> = {}): Ownership {
  const claimIds = [`${companyId}#1/1`, `${companyId}#2/1`];
  const own = { own: "true", kind: "primary", confidence: 0.97 } as const;
  return {
    companyId,
    accountId,
    ...own,
    reasons: ["icon_list"],
    claimIds,
    reciprocal: null,
    corrected: null,
    ...given,
  };
}

/** A readable account with 41 posts in 90 days. */
export function cadence(accountId: string, given: Partial<Cadence> = {}): Cadence {
  return {
    accountId,
    estimator: "complete_window",
    windowDays: 90,
    observationId: `${accountId}/reader/1`,
    observedAt,
    posts: 41,
    countExact: true,
    exposureDays: 90,
    postsPerDay: 41 / 90,
    low: 0.327,
    high: 0.618,
    ciMethod: "garwood",
    dispersion: 1.1,
    lastPostAt: "2026-02-27T10:00:00.000Z",
    ageDays: 3,
    silentDays: 3,
    ...noRhythm,
    activity: "active",
    sided: "two",
    reason: null,
    ...given,
  };
}

/** What is known of an account nobody could read. */
export function unreadable(accountId: string, given: Partial<Cadence> = {}): Cadence {
  const nothing = {
    posts: null,
    countExact: null,
    exposureDays: null,
    postsPerDay: null,
    low: null,
    high: null,
    ciMethod: null,
    dispersion: null,
  } as const;
  const unseen = {
    lastPostAt: null,
    ageDays: null,
    silentDays: null,
    activity: "unobservable",
    sided: "none",
    reason: "presence_only",
  } as const;
  return cadence(accountId, { estimator: "none", observationId: null, ...nothing, ...unseen, ...given });
}

/** The observation of a readable account, without its posts. */
export function observation(accountId: string, given: Partial<ObservationRow> = {}): ObservationRow {
  return {
    observationId: `${accountId}/reader/1`,
    accountId,
    platformId: null,
    observedAt,
    observer: "reader",
    access: "public",
    status: "observed",
    reason: null,
    sided: "two",
    window: {
      from: "2025-03-02T10:00:00.000Z",
      to: observedAt,
      order: "newest_first",
      cap: null,
      filters: [],
      complete: true,
    },
    counters: { posts: null, followers: null, createdAt: null },
    countedPosts: null,
    lastPostAt: "2026-02-27T10:00:00.000Z",
    linksTo: null,
    ...given,
  };
}

/** The share of companies that were silent for 90 days on X. */
export function benchmark(given: Partial<Benchmark> = {}): Benchmark {
  return {
    metric: "share_inactive",
    statistic: "share",
    segment: "all",
    sizeBand: "all",
    platforms: "x",
    platformIds: ["x"],
    thetaDays: 90,
    windowDays: null,
    estimate: 0.8007,
    ciLo: 0.7514,
    ciHi: 0.8422,
    ciMethod: "wilson",
    ciLevel: 0.95,
    boundLo: 0.7,
    boundHi: 0.85,
    n: 296,
    nTrue: 237,
    nFalse: 59,
    nUnknown: 40,
    unit: "share of companies",
    coverage: 0.88,
    suppressed: false,
    reason: null,
    observedAtMin: observedAt,
    observedAtMax: observedAt,
    instrument: "presence-audit 0.1.0",
    ...given,
  };
}

/** A status over X at 90 days. */
export function status(companyId: string, given: Partial<CompanyStatus> = {}): CompanyStatus {
  return {
    companyId,
    platforms: "x",
    thetaDays: 90,
    status: "inactive",
    sided: "two",
    reason: null,
    accountIds: [],
    ...given,
  };
}

/** The start page of a company, read. */
export function capture(companyId: string, given: Partial<CaptureRow> = {}): CaptureRow {
  const url = `https://${companyId}.example/`;
  return {
    companyId,
    captureId: `${companyId}#01`,
    requestedUrl: url,
    url,
    capturedAt: observedAt,
    via: "http",
    outcome: "visited",
    reason: null,
    status: 200,
    bytes: 2_000,
    sha256: "b".repeat(64),
    etag: null,
    lastModified: null,
    unchangedSince: null,
    charset: "utf-8",
    title: companyId,
    names: [],
    ...given,
  };
}

/** A link in the footer of a company's start page; the first of the claims that `ownership` names. */
export function claim(companyId: string, { accountId, platform, account: name, url }: Account): AccountClaim {
  return {
    claimId: ownership(companyId, accountId).claimIds[0] ?? "",
    companyId,
    platform,
    account: name,
    url,
    captureId: `${companyId}#01`,
    evidence: {
      kind: "link",
      region: "footer",
      locator: "footer > a",
      href: `${url}?from=footer`,
      text: null,
      context: [],
      list: null,
      leadsTo: null,
    },
  };
}

/** A report's input without companies. */
export function emptyInput(given: Partial<ReportInput> = {}): ReportInput {
  const { companies = [] } = given;
  return {
    audit: {
      auditId: "0123456789abcdef",
      formatVersion: 1,
      config: AuditConfig.parse({}),
      frame: { path: "frame.csv", sha256: "f".repeat(64), companies: companies.length },
      instrument: {
        software: "presence-audit 0.1.0",
        grammar: "1",
        extractor: "1",
        attribution: "1",
        observers: ["reader"],
      },
      now: null,
      startedAt: "2026-03-01T09:00:00.000Z",
      finishedAt: "2026-03-02T11:00:00.000Z",
      counts: {},
      files: [{ path: "tables/companies.csv", rows: companies.length, sha256: "a".repeat(64) }],
      tombstones: [],
    },
    platforms: [
      { id: "linkedin", name: "LinkedIn", group: "social" },
      { id: "x", name: "X", group: "social" },
      { id: "facebook", name: "Facebook", group: "social" },
      { id: "bluesky", name: "Bluesky", group: "social" },
      { id: "mastodon", name: "Mastodon", group: "social" },
      { id: "feed", name: "Feed", group: "owned" },
    ],
    metrics: [
      { id: "share_inactive", title: "Companies without a recent post" },
      { id: "posts_per_day", title: "How often they post" },
    ],
    headlines: [],
    own: null,
    companies: [],
    captures: [],
    claims: [],
    accounts: [],
    ownerships: [],
    fixes: [],
    observations: [],
    cadences: [],
    statuses: [],
    benchmarks: [],
    curves: [],
    deviations: [],
    weeklyPosts: new Map(),
    ...given,
  };
}

const fates: readonly Partial<Cadence>[] = [
  {},
  { activity: "slowing", posts: 4, postsPerDay: 4 / 90, ageDays: 41 },
  { activity: "quiet", posts: 0, postsPerDay: 0, ageDays: 155 },
  { activity: "abandoned", posts: 0, postsPerDay: 0, ageDays: 1_400, lastPostAt: "2022-05-02T10:00:00.000Z" },
  { activity: "empty", posts: 0, postsPerDay: 0, ageDays: null, lastPostAt: null },
  { activity: "gone", postsPerDay: null, ageDays: null, lastPostAt: null },
];
const outcomes: readonly SiteOutcome[] = [
  "visited",
  "visited",
  "visited",
  "partial",
  "visited",
  "visited",
  "blocked",
  "timeout",
];

/** An invented industry: the same number of companies makes the same records. */
export function inventedInput(count: number): ReportInput {
  const companies = Array.from({ length: count }, (_, index) => {
    const name = `${["Nova", "Helix", "Clin", "Bio"][index % 4]}${["trials", "Research Partners", "metrics"][index % 3]} ${index}`;
    const outcome = outcomes[index % outcomes.length] ?? "visited";
    return company(`c${index}`, { name, segment: index % 3 === 0 ? "pharma" : "cro", outcome });
  });
  const readable = companies.filter(({ outcome }) => outcome === "visited" || outcome === "partial");
  const held = readable.flatMap(({ companyId }, index) =>
    ["linkedin", "x", "bluesky", "mastodon", "facebook", "feed"]
      .filter((_, column) => (index + column) % 4 !== 0)
      .map((platform) => ({ companyId, account: account(platform, `${companyId}-official`), index })),
  );
  const cadences = held.map(({ account: { platform, accountId }, index }) =>
    ["linkedin", "facebook", "x"].includes(platform)
      ? unreadable(accountId)
      : cadence(accountId, fates[index % fates.length]),
  );
  const statuses = companies.flatMap(({ companyId, outcome }, index) =>
    ["any", "x", "linkedin"].map((platforms) => {
      const known = outcome === "visited" && (index % 3 !== 0 || platforms !== "any");
      const seen = index % 2 === 0 && platforms === "any" ? "active" : "inactive";
      return status(companyId, { platforms, status: known ? seen : "unknown" });
    }),
  );
  return emptyInput({
    companies,
    captures: readable.map(({ companyId }) => capture(companyId)),
    claims: held.map(({ companyId, account }) => claim(companyId, account)),
    accounts: held.map(({ account }) => account),
    ownerships: held.map(({ companyId, account }) => ownership(companyId, account.accountId)),
    observations: cadences.map(({ accountId, activity }) =>
      observation(
        accountId,
        activity === "unobservable" ? { status: "presence_only", observer: "none", access: "none" } : {},
      ),
    ),
    cadences,
    statuses,
    benchmarks: inventedBenchmarks,
    headlines: [
      {
        segment: "all",
        sentences: [
          {
            row: inventedBenchmarks[0] ?? null,
            text: "On Bluesky, 12 of 30 companies (40 %, 95 % CI 25 % to 58 %) had no public post in the 90 days before 2 March 2026; 20 of 80 could not be assessed.",
          },
          {
            row: null,
            text: "On any platform the share lies between 10 % and 75 %: LinkedIn, Facebook and X were not readable.",
          },
        ],
      },
      {
        segment: "cro",
        sentences: [
          {
            row: null,
            text: "On Bluesky, 8 of 20 CROs had no public post in the 90 days before 2 March 2026.",
          },
        ],
      },
    ],
  });
}

const inventedBenchmarks = ["all", "cro", "pharma"].flatMap((segment) => [
  benchmark({
    segment,
    metric: "coverage",
    statistic: "visited",
    platforms: "all",
    platformIds: [],
    thetaDays: null,
  }),
  benchmark({
    segment,
    metric: "coverage",
    statistic: "blocked",
    platforms: "all",
    platformIds: [],
    thetaDays: null,
  }),
  ...[30, 90, 365].flatMap((thetaDays) => [
    benchmark({ segment, thetaDays }),
    benchmark({
      segment,
      thetaDays,
      platforms: "any",
      platformIds: ["linkedin", "x", "bluesky"],
      estimate: null,
      ciLo: null,
      ciHi: null,
      reason: "one_sided",
    }),
    benchmark({
      segment,
      thetaDays,
      platforms: "mastodon",
      platformIds: ["mastodon"],
      n: 3,
      suppressed: true,
      estimate: null,
      ciLo: null,
      ciHi: null,
      reason: "small_cell",
    }),
  ]),
  benchmark({
    segment,
    metric: "posts_per_day",
    statistic: "median_all",
    platforms: "bluesky",
    platformIds: ["bluesky"],
    thetaDays: null,
    windowDays: 90,
    estimate: 0.27,
    ciLo: 0.1,
    ciHi: 0.6,
    boundLo: null,
    boundHi: null,
    unit: "posts per day",
  }),
]);
