import type { z } from "zod";
import { AuditConfig } from "../datasets/config.ts";
import type { Audit, Observation, Post } from "../datasets/schema.ts";
import { type Table, tables } from "../datasets/tables.ts";
import { measureCadences } from "./cadence.ts";
import { type Findings, gather } from "./findings.ts";
import type { PlatformName } from "./platform-sets.ts";

/** An audit's manifest and tables: all that an analysis needs, so that anybody can repeat it from what was published. */
export interface Published {
  manifest(): Audit;
  read<S extends z.ZodObject>(table: Table<S>): AsyncIterable<z.output<S>>;
}

/** Cadences of a published audit, in the order of its accounts; one account's posts are in memory at a time. */
export function cadencesOf(published: Published): ReturnType<typeof measureCadences> {
  const { window } = AuditConfig.parse(published.manifest().config);
  return measureCadences(published.read(tables.accounts), observationsOf(published), window);
}

/** What a published audit found, joined: rows of companies and accounts, never posts. */
export async function findingsOf(
  published: Published,
  platforms: readonly PlatformName[],
): Promise<Findings> {
  const { config, instrument } = published.manifest();
  const { thetas, kinds, window } = AuditConfig.parse(config);
  const companies = await all(published.read(tables.companies));
  const roster = {
    companies,
    sites: companies,
    accounts: await all(published.read(tables.accounts)),
    ownerships: await all(published.read(tables.ownerships)),
    cadences: await all(published.read(tables.cadences)),
    declared: new Map(
      companies.map(({ companyId, declaredPlatforms }) => [companyId, new Set(declaredPlatforms)]),
    ),
    platforms,
  };
  const versions = `${instrument.software}, grammar ${instrument.grammar}`;
  return gather(roster, { thetas, kinds, windowDays: window, instrument: versions });
}

/** Observations with their posts; both tables are in the order of account and observation. */
async function* observationsOf(published: Published): AsyncGenerator<Observation> {
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

async function all<T>(rows: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const row of rows) found.push(row);
  return found;
}
