import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { DuckDBConnection } from "@duckdb/node-api";
import { collect } from "../datasets/collect.ts";
import { byCodeUnit } from "../datasets/order.ts";
import type { Account, Cadence } from "../datasets/schema.ts";
import type { ObservationRow } from "../datasets/tables.ts";
import { measureCadences } from "./cadence.ts";
import { withDuckDb } from "./duckdb.ts";
import { disordered, type Stretch, seenInParquet, stretchOf } from "./parquet-posts.ts";

/** Accounts with their observations, the posts of which stand in a Parquet table. */
export interface Part {
  stretch: Stretch;
  /** In code-unit order of accountId. */
  accounts: readonly Pick<Account, "accountId">[];
  /** In the same order. */
  observations: readonly ObservationRow[];
  windowDays: number;
}

/** More threads than this wait for the disk. Own choice. */
const mostThreads = 4;

/** The program of further threads; it is not there where the sources run as they are, and one thread does it all then. */
const ownProgram = new URL("./parquet-worker.js", import.meta.url);

/**
 * The cadences of all accounts, in their order, by as many threads as the machine has processors.
 *
 * @throws AuditError where the posts stand in another order than the observations
 */
export async function cadencesInParquet(
  connection: DuckDBConnection,
  path: string,
  rows: Omit<Part, "stretch">,
  program = ownProgram,
): Promise<Cadence[]> {
  const threads = existsSync(program) ? Math.min(availableParallelism(), mostThreads) : 1;
  const [own, ...others] = partsOf({ ...rows, stretch: await stretchOf(connection, path) }, threads);
  if (!own) return [];
  const found = await Promise.all([
    measurePart(connection, own),
    ...others.map((part) => inThread(program, part)),
  ]);
  return found.flat();
}

/** What a further thread does. */
export const measureAlone = (part: Part): Promise<Cadence[] | null> =>
  withDuckDb((connection) => measurePart(connection, part));

function measurePart(
  connection: DuckDBConnection,
  { stretch, accounts, observations, windowDays }: Part,
): Promise<Cadence[]> {
  const seen = seenInParquet(connection, stretch, observations);
  return collect(measureCadences(accounts, seen, windowDays));
}

function inThread(program: URL, part: Part): Promise<Cadence[]> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(program, { workerData: part });
    thread.once("message", resolve);
    thread.once("error", reject);
    thread.once("exit", (code) => reject(new Error(`a thread ended with code ${code}`)));
  });
}

/**
 * The same in parts of about as many posts; an account is never divided.
 *
 * @throws AuditError where the posts stand in another order than the observations
 */
export function partsOf({ stretch, accounts, observations, windowDays }: Part, count: number): Part[] {
  const { path, runs } = stretch;
  const total = runs.reduce((sum, { posts }) => sum + posts, 0);
  const parts = [emptyFrom(0)];
  let [place, row] = [0, 0];
  for (const [index, observation] of observations.entries()) {
    const isSame = observation.accountId === observations[index - 1]?.accountId;
    if (!isSame && row >= (parts.length * total) / count && row < total) parts.push(emptyFrom(row));
    const run = runs[place];
    parts.at(-1)?.rows.push(observation);
    if (run?.observationId !== observation.observationId) continue;
    parts.at(-1)?.runs.push(run);
    place += 1;
    row += run.posts;
  }
  if (place < runs.length) throw disordered(path, runs[place]?.observationId);
  return parts.map(({ firstRow, runs: own, rows }, index) => {
    const [from, to] = [index === 0 ? "" : rows[0]?.accountId, parts[index + 1]?.rows[0]?.accountId];
    const isIn = (id: string) =>
      byCodeUnit(id, from ?? "") >= 0 && (to === undefined || byCodeUnit(id, to) < 0);
    return {
      stretch: { path, firstRow, runs: own },
      // Bare, since they are sent to other threads.
      accounts: accounts.flatMap(({ accountId }) => (isIn(accountId) ? { accountId } : [])),
      observations: rows,
      windowDays,
    };
  });
}

interface Growing {
  firstRow: number;
  runs: Stretch["runs"][number][];
  rows: ObservationRow[];
}

const emptyFrom = (firstRow: number): Growing => ({ firstRow, runs: [], rows: [] });
