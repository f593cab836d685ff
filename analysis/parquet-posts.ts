import type { DuckDBConnection, DuckDBDataChunk } from "@duckdb/node-api";
import { AuditError } from "../datasets/error.ts";
import type { ObservationRow } from "../datasets/tables.ts";
import type { AnyIterable } from "./cadence.ts";
import { quoted } from "./duckdb.ts";
import { type PostTimes, type Seen, seenRow, slackOf } from "./seen.ts";

/** Some observations' posts, one after the other, in a Parquet table of posts. */
export interface Stretch {
  path: string;
  /** Place of its first post in the table. */
  firstRow: number;
  /** In the order of the table. */
  runs: readonly Run[];
}

/** The posts of one observation. */
interface Run {
  observationId: string;
  posts: number;
  /** Whether all of them are dated to the instant. */
  isExact: boolean;
}

/**
 * A whole table of posts.
 *
 * @throws AuditError where the posts of an observation do not stand together
 */
export async function stretchOf(connection: DuckDBConnection, path: string): Promise<Stretch> {
  const found = await connection.runAndReadAll(
    `SELECT observation_id, count(*)::INTEGER, (max(file_row_number) - min(file_row_number) + 1)::INTEGER, bool_and(precision = 'instant')
     FROM read_parquet(${quoted(path)}, file_row_number = true) GROUP BY 1 ORDER BY min(file_row_number)`,
  );
  const runs = found.getRows().map(([id, posts, span, isExact]): Run => {
    if (posts !== span) throw disordered(path, String(id));
    return { observationId: String(id), posts: Number(posts), isExact: isExact === true };
  });
  return { path, firstRow: 0, runs };
}

/** The fault of a table whose posts are not in the order of their observations. */
export const disordered = (path: string, observationId: string | undefined): AuditError =>
  new AuditError(
    "bad_input",
    `${path}: the posts of ${observationId ?? "an observation"} stand out of order, or belong to no observation. Delete the file: it is made anew from posts.csv`,
  );

/**
 * Observations with the instants of their posts; one observation's posts are in memory at a time.
 *
 * @param observations in the order in which the stretch has their posts
 * @throws AuditError where it has them in another order
 */
export async function* seenInParquet(
  connection: DuckDBConnection,
  stretch: Stretch,
  observations: AnyIterable<ObservationRow>,
): AsyncGenerator<Seen> {
  const { path, runs } = stretch;
  const isExact = runs.every((run) => run.isExact);
  const chunks = chunksOf(connection, stretch, isExact);
  const take = reader(path, chunks, isExact);
  let place = 0;
  try {
    for await (const row of observations) {
      const run = runs[place]?.observationId === row.observationId ? runs[place] : undefined;
      if (run) place += 1;
      yield seenRow(row, await take(run?.posts ?? 0));
    }
  } finally {
    // A connection has one stream at a time.
    await chunks.return(null);
  }
  if (place < runs.length) throw disordered(path, runs[place]?.observationId);
}

/** Posts in columns. */
interface Chunk {
  times: Float64Array;
  /** Of no meaning where all are dated to the instant. */
  slacks: Uint16Array;
}

/** The next so many posts of a stretch, at each call. */
function reader(path: string, chunks: AsyncIterator<Chunk>, isExact: boolean) {
  let times: Float64Array = new Float64Array();
  let slacks: Uint16Array = new Uint16Array();
  return async (posts: number): Promise<PostTimes> => {
    while (times.length < posts) {
      const next = await chunks.next();
      if (next.done) throw disordered(path, undefined);
      times = joined(times, next.value.times, new Float64Array(times.length + next.value.times.length));
      if (!isExact) slacks = joined(slacks, next.value.slacks, new Uint16Array(times.length));
    }
    const taken = { times: times.subarray(0, posts), slacks: isExact ? null : slacks.subarray(0, posts) };
    times = times.subarray(posts);
    slacks = slacks.subarray(posts);
    return taken;
  };
}

function joined<T extends Float64Array | Uint16Array>(first: T, second: T, into: T): T {
  into.set(first);
  into.set(second, first.length);
  return into;
}

const noSlack = new Uint16Array();

async function* chunksOf(
  connection: DuckDBConnection,
  { path, firstRow, runs }: Stretch,
  isExact: boolean,
): AsyncGenerator<Chunk, null> {
  const slack = Object.entries(slackOf).map(([precision, days]) => `WHEN '${precision}' THEN ${days}`);
  const columns = [
    "epoch_ms(posted_at)::DOUBLE",
    ...(isExact ? [] : [`(CASE precision ${slack.join(" ")} END)::USMALLINT`]),
  ];
  const end = runs.reduce((sum, { posts }) => sum + posts, firstRow);
  const rows = await connection.stream(
    `SELECT ${columns.join(", ")} FROM read_parquet(${quoted(path)}, file_row_number = true)
     WHERE file_row_number >= ${firstRow} AND file_row_number < ${end}`,
  );
  // While one chunk is worked on, the engine reads the next in its own thread.
  let next = rows.fetchChunk();
  try {
    for (;;) {
      const chunk = await next;
      if (!chunk || chunk.rowCount === 0) return null;
      next = rows.fetchChunk();
      yield {
        times: numbersIn(chunk, 0, new Float64Array(chunk.rowCount)),
        slacks: isExact ? noSlack : numbersIn(chunk, 1, new Uint16Array(chunk.rowCount)),
      };
    }
  } finally {
    await next.catch(() => null);
  }
}

/** A loop, not a map: this runs for every post there is. */
function numbersIn<T extends Float64Array | Uint16Array>(chunk: DuckDBDataChunk, column: number, into: T): T {
  const vector = chunk.getColumnVector(column);
  for (let row = 0; row < into.length; row += 1) into[row] = Number(vector.getItem(row));
  return into;
}
