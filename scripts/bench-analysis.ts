/** `npm run bench:analysis`: from ten million posts in Parquet to all benchmarks, beside what the engine alone and a bare loop take. */

import { spawnSync } from "node:child_process";
import { existsSync, renameSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { DuckDBConnection } from "@duckdb/node-api";
import { computeBenchmarks } from "../analysis/benchmark.ts";
import { quoted, withDuckDb } from "../analysis/duckdb.ts";
import { gather } from "../analysis/findings.ts";
import { cadencesInParquet } from "../analysis/parquet-cadences.ts";
import { barelyKnown } from "../datasets/company.ts";
import { dayMs } from "../datasets/durations.ts";
import type { Account, Company, Ownership } from "../datasets/schema.ts";
import type { ObservationRow } from "../datasets/tables.ts";

const accounts = 50_000;
const postsPerAccount = 200;
const posts = accounts * postsPerAccount;
const end = "2026-09-30T00:00:00.000Z";
const path = join(tmpdir(), `presence-audit-bench-${posts}.parquet`);

const accountIdOf = (index: number): string => `a:${String(index).padStart(6, "0")}`;
const companyIdOf = (index: number): string => `c${String(index).padStart(6, "0")}`;

/** Two accounts a company, half of them on a platform that shows only the newest posts. */
const accountOf = (index: number): Account => ({
  accountId: accountIdOf(index),
  platform: index % 2 === 0 ? "bluesky" : "mastodon",
  group: "social",
  account: String(index),
  url: `https://example.com/${index}`,
  platformId: null,
  aliases: [],
});

const observationOf = (index: number): ObservationRow => ({
  observationId: `${accountIdOf(index)}/1`,
  accountId: accountIdOf(index),
  platformId: null,
  observedAt: end,
  observer: "bench",
  access: "public",
  status: "observed",
  reason: null,
  sided: "two",
  window: {
    from: index % 2 === 0 ? "2025-09-30T00:00:00.000Z" : null,
    to: end,
    order: "newest_first",
    cap: index % 2 === 0 ? null : postsPerAccount,
    filters: [],
    complete: index % 2 === 0,
  },
  counters: { posts: null, followers: null, createdAt: null },
  countedPosts: null,
  lastPostAt: null,
  linksTo: null,
});

const companyOf = (index: number): Company => ({
  ...barelyKnown,
  companyId: companyIdOf(index),
  name: `Company ${index}`,
  website: null,
  segment: `segment ${index % 10}`,
  sizeBand: `band ${index % 4}`,
});

const ownershipOf = (index: number): Ownership => ({
  companyId: companyIdOf(Math.floor(index / 2)),
  accountId: accountIdOf(index),
  own: "true",
  kind: "primary",
  confidence: 1,
  reasons: [],
  claimIds: ["claim"],
  reciprocal: null,
  corrected: null,
});

/** Posts of an account lie in its last 5 to 360 days, in the order of the accounts and in no order of time. */
async function makePosts(connection: DuckDBConnection): Promise<void> {
  await connection.run(
    `COPY (SELECT printf('a:%06d/1', i // ${postsPerAccount}) AS observation_id, i::VARCHAR AS post_id,
       TIMESTAMPTZ ${quoted(end)} - to_milliseconds((hash(i) % 1000000 * 86.4 * (5 + hash(i // ${postsPerAccount}) % 355))::BIGINT) AS posted_at,
       'instant' AS precision FROM range(${posts}) AS posts(i)) TO ${quoted(`${path}.unfinished`)} (FORMAT parquet);`,
  );
}

const countTo = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

/** What an audit knows beside its posts. It is made up before the clock starts, as the typed array is filled before. */
function audited() {
  const companies = countTo(accounts / 2, companyOf);
  const site = { outcome: "visited", reason: null, finishedAt: end } as const;
  return {
    companies,
    sites: companies.map(({ companyId }) => ({ companyId, ...site })),
    accounts: countTo(accounts, accountOf),
    ownerships: countTo(accounts, ownershipOf),
    observations: countTo(accounts, observationOf),
  };
}

/** All posts to all benchmarks. */
async function analyse(
  connection: DuckDBConnection,
  { observations, ...roster }: ReturnType<typeof audited>,
): Promise<number> {
  const rows = { accounts: roster.accounts, observations, windowDays: 90 };
  const cadences = await cadencesInParquet(connection, path, rows);
  lap("  posts to cadences");
  const findings = gather(
    { ...roster, cadences, declared: new Map(), platforms: [] },
    {
      ...{ thetas: [30, 90, 180, 365], windowDays: 90, instrument: "bench" },
      kinds: ["primary", "secondary", "regional", "product"],
    },
  );
  lap("  cadences joined to companies");
  const benchmarks = computeBenchmarks(findings).length;
  lap("  all benchmarks");
  return benchmarks;
}

/** The engine alone: newest post and number of posts of every observation. */
async function bareAggregation(connection: DuckDBConnection): Promise<number> {
  const found = await connection.runAndReadAll(
    `SELECT observation_id, count(*), max(posted_at), count(*) FILTER (posted_at >= TIMESTAMPTZ ${quoted(end)} - INTERVAL 90 DAY)
     FROM ${quoted(path)} GROUP BY 1`,
  );
  return found.currentRowCount;
}

/** The least a program could do: the same counts over numbers that lie in memory already. */
function typedArrayLoop(): number {
  const until = Date.parse(end);
  const times = new Float64Array(posts);
  for (let index = 0; index < posts; index += 1) times[index] = until - ((index * 7919) % 365) * dayMs;
  lap("  (filling an array)");
  const since = until - 90 * dayMs;
  let counted = 0;
  for (let account = 0; account < accounts; account += 1) {
    let newest = 0;
    for (let index = account * postsPerAccount; index < (account + 1) * postsPerAccount; index += 1) {
      const at = times[index] ?? 0;
      if (at > newest) newest = at;
      if (at >= since) counted += 1;
    }
  }
  return counted;
}

let last = performance.now();
let lastCpu = process.cpuUsage();

/** Tells the time since the last call, on the clock and of the processor: a busy machine stretches the first. */
function lap(label: string): void {
  const seconds = (performance.now() - last) / 1_000;
  const { user, system } = process.cpuUsage(lastCpu);
  process.stdout.write(
    `${label.padEnd(36)}${seconds.toFixed(2).padStart(8)} s${((user + system) / 1e6).toFixed(2).padStart(8)} s of processor\n`,
  );
  last = performance.now();
  lastCpu = process.cpuUsage();
}

if (process.argv.includes("--make")) {
  await withDuckDb(makePosts);
} else {
  if (!existsSync(path)) {
    spawnSync(process.execPath, [fileURLToPath(import.meta.url), "--make"], { stdio: "inherit" });
    if (!existsSync(`${path}.unfinished`)) throw new Error("no posts: is @duckdb/node-api installed?");
    renameSync(`${path}.unfinished`, path);
  }
  process.stdout.write(
    `${posts} posts of ${accounts} accounts, ${(statSync(path).size / 1e6).toFixed(0)} MB of Parquet\n`,
  );
  const given = audited();
  lap("  (making up companies and accounts)");
  const started = performance.now();
  const benchmarks = await withDuckDb((connection) => analyse(connection, given));
  const seconds = (performance.now() - started) / 1_000;
  const peakMb = process.resourceUsage().maxRSS / 1_024;
  process.stdout.write(
    `${benchmarks} benchmarks: ${(posts / seconds / 1e6).toFixed(2)} million posts a second, peak ${peakMb.toFixed(0)} MB\n`,
  );
  last = performance.now();
  await withDuckDb(bareAggregation);
  lap("DuckDB's bare aggregation");
  typedArrayLoop();
  lap("a loop over a typed array");
}
