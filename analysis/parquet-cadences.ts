import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { DuckDBConnection } from "@duckdb/node-api";
import { collect } from "../datasets/collect.ts";
import { byCodeUnit } from "../datasets/order.ts";
import type { Account, Cadence } from "../datasets/schema.ts";
import type { ObservationRow } from "../datasets/tables.ts";
import { measureCadences } from "./cadence.ts";
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

/** Parts for each thread: whichever is done with one takes the next, so that a slow or late thread holds up nobody. Own choice. */
const partsAThread = 8;

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
  const count = existsSync(program) ? Math.min(availableParallelism(), mostThreads) : 1;
  // They load the engine while this one reads in which order the posts stand.
  const threads = Array.from({ length: count - 1 }, () => threadOf(program));
  try {
    const stretch = await stretchOf(connection, path);
    const parts = partsOf({ ...rows, stretch }, count === 1 ? 1 : count * partsAThread);
    return await inTurns(parts, [
      (part) => measurePart(connection, part),
      ...threads.map(({ measure }) => measure),
    ]);
  } finally {
    await Promise.all(threads.map(({ end }) => end()));
  }
}

type Measure = (part: Part) => Promise<Cadence[]>;

/** All parts in their order; each worker takes the next part as soon as it has done with one. */
async function inTurns(parts: Part[], workers: readonly Measure[]): Promise<Cadence[]> {
  const found: Cadence[][] = [];
  const queue = parts.entries();
  const working = workers.map(async (measure) => {
    for (const [place, part] of queue) found[place] = await measure(part);
  });
  try {
    await Promise.all(working);
  } finally {
    // Where one has failed, the others take no more.
    parts.length = 0;
    await Promise.allSettled(working);
  }
  return found.flat();
}

/** The cadences of the accounts of one part. */
export function measurePart(
  connection: DuckDBConnection,
  { stretch, accounts, observations, windowDays }: Part,
): Promise<Cadence[]> {
  const seen = seenInParquet(connection, stretch, observations);
  return collect(measureCadences(accounts, seen, windowDays));
}

function threadOf(program: URL): { measure: Measure; end: () => Promise<unknown> } {
  const thread = new Worker(program);
  const failure = new Promise<never>((_, reject) => {
    thread.once("error", reject);
    thread.once("exit", (code) => reject(new Error(`a thread ended with code ${code}`)));
  });
  // Whoever waits for a part is told; one that has nothing to do fails alone.
  failure.catch(() => null);
  return {
    measure: (part) => {
      thread.postMessage(part);
      return Promise.race([failure, new Promise<Cadence[]>((resolve) => thread.once("message", resolve))]);
    },
    end: () => thread.terminate(),
  };
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
  let next = 0;
  return parts.map(({ firstRow, runs: own, rows }, index) => {
    const first = next;
    const end = parts[index + 1]?.rows[0]?.accountId;
    while (
      next < accounts.length &&
      (end === undefined || byCodeUnit(accounts[next]?.accountId ?? "", end) < 0)
    )
      next += 1;
    return {
      stretch: { path, firstRow, runs: own },
      // Bare, since they are sent to other threads.
      accounts: accounts.slice(first, next).map(({ accountId }) => ({ accountId })),
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
