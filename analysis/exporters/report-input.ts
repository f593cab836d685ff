import { collect } from "../../datasets/collect.ts";
import { byCodeUnit } from "../../datasets/order.ts";
import type { AccountClaim, Audit, Benchmark, Company, Ownership } from "../../datasets/schema.ts";
import { fileOf, tables } from "../../datasets/tables.ts";
import { headlines } from "../headlines.ts";
import { metrics } from "../metrics/index.ts";
import type { PlatformName } from "../platform-sets.ts";
import { type Headline, mainTheta, mostQuotes, type ReportInput } from "../report/model.ts";
import type { Tables } from "./exporter.ts";
import { countByWeek } from "./weekly-posts.ts";

/** Reads what a report is made from out of the published tables. */
export async function readReportInput({ manifest, read, platforms, own }: Tables): Promise<ReportInput> {
  const audit = manifest();
  const companies = await collect(read(tables.companies));
  const benchmarks = await collect(read(tables.benchmarks));
  const thetaDays = mainTheta(audit);
  const ownerships = await collect(read(tables.ownerships));
  return {
    audit,
    own: own ?? audit.own ?? null,
    platforms,
    metrics,
    companies,
    benchmarks,
    headlines: headlinesOf(companies, benchmarks, { platforms, thetaDays }),
    accounts: await collect(read(tables.accounts)),
    ownerships,
    captures: await collect(read(tables.captures)),
    claims: await claimsBehind(ownerships, read(tables.claims)),
    fixes: await collect(read(tables.fixList)),
    observations: await collect(read(tables.observations)),
    cadences: await collect(read(tables.cadences)),
    statuses: await collect(read(tables.statuses)),
    deviations: audit.protocol === undefined ? [] : await collect(read(tables.deviations)),
    curves: await collect(
      read(tables.curves),
      ({ segment, unit }) => segment === "all" && unit === "share of companies",
    ),
    weeklyPosts: isDrawable(audit) ? await countByWeek(read(tables.posts)) : null,
  };
}

/** With more posts a report would take longer to write than to read; own choice, some three seconds' worth. */
const mostPosts = 100_000;

function isDrawable(audit: Audit): boolean {
  const posts = fileOf(audit, tables.posts);
  return posts !== undefined && (posts.rows ?? 0) <= mostPosts;
}

/** The first claims behind each ownership that a report shows. */
function claimsBehind(ownerships: readonly Ownership[], claims: AsyncIterable<AccountClaim>) {
  const shown = new Set(
    ownerships.flatMap(({ own, claimIds }) => (own === "false" ? [] : claimIds.slice(0, mostQuotes))),
  );
  return collect(claims, ({ claimId }) => shown.has(claimId));
}

/** Sentences about all companies, then about each segment where there are several. */
function headlinesOf(
  companies: readonly Company[],
  benchmarks: readonly Benchmark[],
  words: { platforms: readonly PlatformName[]; thetaDays: number },
): Headline[] {
  const segments = [...new Set(companies.map(({ segment }) => segment))].sort(byCodeUnit);
  const [only] = segments;
  const names = new Map(words.platforms.map(({ id, name }) => [id, name]));
  const about = (segment: string, noun: string) => ({
    segment,
    sentences: headlines(benchmarks, { names, noun, segment, thetaDays: words.thetaDays }),
  });
  if (only === undefined || segments.length === 1) return [about("all", nouns[only ?? ""] ?? "companies")];
  return [
    about("all", "companies"),
    ...segments.map((segment) => about(segment, nouns[segment] ?? "companies")),
  ];
}

const nouns: Readonly<Record<string, string>> = {
  cro: "CROs",
  pharma: "pharmaceutical companies",
  biotech: "biotech companies",
  site: "trial sites",
  association: "associations",
  conference: "conferences",
  news: "news outlets",
};
