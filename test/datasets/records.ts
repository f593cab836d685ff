import { barelyKnown } from "../../datasets/company.ts";
import { AuditConfig } from "../../datasets/config.ts";
import type { Protocol } from "../../datasets/protocol.ts";
import type { Company, Observation, SiteVisit } from "../../datasets/schema.ts";

/** A company of a frame; its name is its id with a capital. */
export function company(companyId: string, said: Partial<Company> = {}): Company {
  return {
    companyId,
    name: companyId.charAt(0).toUpperCase() + companyId.slice(1),
    website: `${companyId}.test`,
    ...barelyKnown,
    segment: "cro",
    ...said,
  };
}

/** A visit that read the whole site and found nothing. */
export function visit(companyId: string, said: Partial<SiteVisit> = {}): SiteVisit {
  return {
    companyId,
    startUrl: `https://${companyId}.test/`,
    finalUrl: `https://${companyId}.test/`,
    outcome: "visited",
    reason: null,
    startedAt: "2026-09-30T12:00:00.000Z",
    finishedAt: "2026-09-30T12:00:05.000Z",
    declaredPlatforms: [],
    captures: [],
    ...said,
  };
}

/** An observation that saw the whole window and no post in it. */
export function observation(accountId: string, said: Partial<Observation> = {}): Observation {
  return {
    observationId: `${accountId}#${said.access ?? "api"}#1`,
    accountId,
    platformId: null,
    observedAt: "2026-09-30T12:00:00.000Z",
    observer: "test",
    access: "public",
    status: "observed",
    reason: null,
    sided: "two",
    window: {
      from: "2025-09-30T12:00:00.000Z",
      to: "2026-09-30T12:00:00.000Z",
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
    ...said,
  };
}

/** What was decided before an audit of ten companies; its primary outcome is the share inactive on any platform. */
export function protocol(said: Partial<Protocol> = {}): Protocol {
  const { delayMs: _delay, now: _now, ...settings } = AuditConfig.parse({});
  const outcome = { metric: "share_inactive", statistic: "share", segment: "all", sizeBand: "all" };
  return {
    protocolVersion: 1,
    title: "Ten companies",
    decidedOn: "2026-09-01",
    frame: { file: "frame.csv", sha256: "f".repeat(64), companies: 10 },
    settings,
    platforms: ["linkedin", "x"],
    instrument: { grammar: "1", extractor: "1", attribution: "1" },
    exclusions: null,
    steps: [],
    primaryOutcome: { ...outcome, platforms: "any", thetaDays: 90, windowDays: null },
    secondaryOutcomes: [],
    estimators: { share_inactive: ["wilson", "bounds"] },
    notes: null,
    ...said,
  };
}
