import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { z } from "zod";
import { collect } from "../datasets/collect.ts";
import { AuditConfig } from "../datasets/config.ts";
import type { Deviation, ProtocolStep } from "../datasets/protocol.ts";
import { publishedFigures } from "../datasets/reference.ts";
import type { Audit, Cadence, Comparison, Observation, Post } from "../datasets/schema.ts";
import { fileOf, type Table, tables } from "../datasets/tables.ts";
import { besidePublished } from "./beside-published.ts";
import { measureCadences } from "./cadence.ts";
import { deviationsFrom } from "./deviations.ts";
import { withDuckDb } from "./duckdb.ts";
import { type Findings, gather } from "./findings.ts";
import { writeParquet } from "./parquet.ts";
import { cadencesInParquet } from "./parquet-cadences.ts";
import type { PlatformName } from "./platform-sets.ts";
import { type Seen, seenOf } from "./seen.ts";
import { withSilenceQ } from "./silences.ts";

/** An audit's manifest and tables: all that an analysis needs, so that anybody can repeat it from what was published. */
export interface Published {
  folder: string;
  manifest(): Audit;
  read<S extends z.ZodObject>(table: Table<S>): AsyncIterable<z.output<S>>;
}

/** From this many posts on, a table engine reads them where one is installed: fifty times as fast. */
const manyPosts = 1_000_000;

/** Cadences of a published audit, in the order of its accounts; one account's posts are in memory at a time. */
export async function* cadencesOf(published: Published): AsyncGenerator<Cadence> {
  const audit = published.manifest();
  const { window } = AuditConfig.parse(audit.config);
  const accounts = () => published.read(tables.accounts);
  const file = fileOf(audit, tables.posts);
  const isLarge = (file?.rows ?? 0) >= manyPosts;
  const measured = file && isLarge && (await withDuckDb((connection) => collected(connection, file)));
  yield* withSilenceQ(measured || (await collect(measureCadences(accounts(), seenIn(published), window))));

  async function collected(connection: DuckDBConnection, posts: Audit["files"][number]): Promise<Cadence[]> {
    const path = await writeParquet(connection, {
      table: tables.posts,
      folder: published.folder,
      file: posts,
    });
    return cadencesInParquet(connection, join(published.folder, path), {
      accounts: await collect(accounts()),
      observations: await collect(published.read(tables.observations)),
      windowDays: window,
    });
  }
}

/** What a published audit found, joined: rows of companies and accounts, never posts. */
export async function findingsOf(
  published: Published,
  platforms: readonly PlatformName[],
): Promise<Findings> {
  const { config, instrument } = published.manifest();
  const { thetas, kinds, window } = AuditConfig.parse(config);
  const companies = await collect(published.read(tables.companies));
  const roster = {
    companies,
    sites: companies,
    accounts: await collect(published.read(tables.accounts)),
    ownerships: await collect(published.read(tables.ownerships)),
    cadences: await collect(published.read(tables.cadences)),
    declared: new Map(
      companies.map(({ companyId, declaredPlatforms }) => [companyId, new Set(declaredPlatforms)]),
    ),
    platforms,
    secondPhase: await collect(published.read(tables.secondPhase)),
    readings: await collect(published.read(tables.readings)),
    checks: await collect(published.read(tables.checks)),
    detectionDraw: await collect(published.read(tables.detectionDraw)),
  };
  const versions = `${instrument.software}, grammar ${instrument.grammar}`;
  return gather(roster, { thetas, kinds, windowDays: window, instrument: versions });
}

/** What others published beside the benchmarks of a published audit. */
export async function* comparisonsOf(published: Published): AsyncGenerator<Comparison> {
  yield* besidePublished(publishedFigures(), await collect(published.read(tables.benchmarks)));
}

/** Where a published audit went another way than its protocol. */
export async function* deviationsOf(published: Published, findings: Findings): AsyncGenerator<Deviation> {
  const benchmarks = await collect(published.read(tables.benchmarks));
  const steps = await stepsOf(published);
  yield* deviationsFrom({ audit: published.manifest(), findings, benchmarks, steps });
}

/** What was done beside visiting sites and reading accounts openly. */
async function stepsOf(published: Published): Promise<Set<ProtocolStep>> {
  const steps = new Set<ProtocolStep>();
  for await (const { access } of published.read(tables.observations)) {
    if (access === "token") steps.add("tokens");
    if (access === "file") steps.add("imports");
  }
  for (const [step, table] of stepTables) for await (const _ of published.read(table)) steps.add(step);
  return steps;
}

const stepTables: readonly (readonly [ProtocolStep, Table])[] = [
  ["corrections", tables.corrections],
  ["readings", tables.readings],
  ["detection", tables.checks],
];

async function* seenIn(published: Published): AsyncGenerator<Seen> {
  for await (const observation of observationsOf(published)) yield seenOf(observation);
}

/** Observations with their posts; both tables are in the order of account and observation. */
export async function* observationsOf(published: Published): AsyncGenerator<Observation> {
  const posts = published.read(tables.posts)[Symbol.asyncIterator]();
  let next = await posts.next();
  for await (const row of published.read(tables.observations)) {
    const own: Post[] = [];
    while (!next.done && next.value.observationId === row.observationId) {
      own.push(next.value);
      next = await posts.next();
    }
    yield { ...row, posts: own };
  }
}
