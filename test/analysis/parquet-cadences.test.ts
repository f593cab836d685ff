import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, expect, test } from "vitest";
import { measureCadence } from "../../analysis/cadence.ts";
import { withDuckDb } from "../../analysis/duckdb.ts";
import { writeParquet } from "../../analysis/parquet.ts";
import { cadencesInParquet, measurePart, partsOf } from "../../analysis/parquet-cadences.ts";
import { stretchOf } from "../../analysis/parquet-posts.ts";
import { writeTable } from "../../datasets/csv.ts";
import type { Cadence, Observation } from "../../datasets/schema.ts";
import { tables } from "../../datasets/tables.ts";
import { daysAgo, observation, post } from "./records.ts";

const folder = mkdtempSync(join(tmpdir(), "presence-audit-parts-"));
afterAll(() => rmSync(folder, { recursive: true }));

const view = (accountId: string, ordinal: number, count: number): Observation => {
  const observationId = `${accountId}/api/${ordinal}`;
  const posts = Array.from({ length: count }, (_, n) =>
    post(n * 3 + 1, { observationId, postId: String(n).padStart(3, "0") }),
  );
  return observation({ accountId, observationId, posts, lastPostAt: count > 0 ? daysAgo(1) : null });
};

/** Two observations of one account, accounts without posts, and one that nobody observed. */
const views = [
  view("x:a", 1, 20),
  view("x:a", 2, 30),
  view("x:b", 1, 0),
  view("x:c", 1, 40),
  view("x:d", 1, 10),
  view("x:e", 1, 0),
];
const accounts = ["x:a", "x:b", "x:c", "x:d", "x:dd", "x:e"].map((accountId) => ({ accountId }));
const rows = { accounts, observations: views.map(({ posts, ...row }) => row), windowDays: 90 };
const expected = accounts.flatMap((account) =>
  measureCadence(
    account,
    views.filter(({ accountId }) => accountId === account.accountId),
    90,
  ),
);

async function whole() {
  mkdirSync(join(folder, "tables"), { recursive: true });
  const posts = views.flatMap((each) => each.posts);
  const { sha256 } = await writeTable(join(folder, "tables/posts.csv"), tables.posts, posts);
  const file = { path: "tables/posts.csv", rows: posts.length, sha256 };
  const path = await withDuckDb((connection) =>
    writeParquet(connection, { table: tables.posts, folder, file }),
  );
  return join(folder, path ?? "");
}

test.each([
  [1, [0]],
  [2, [0, 50]],
  [3, [0, 50, 90]],
  [9, [0, 50, 50, 90]],
])("in %d parts all give what the whole gives, and no account is divided", async (count, firstRows) => {
  const path = await whole();
  const stretch = await withDuckDb((connection) => stretchOf(connection, path));
  if (stretch === null) throw new Error("no engine");
  const parts = partsOf({ ...rows, stretch }, count);
  const found: Cadence[] = [];
  await withDuckDb(async (connection) => {
    for (const part of parts) found.push(...(await measurePart(connection, part)));
  });
  expect(found).toEqual(expected);
  expect(parts.map(({ stretch: { firstRow } }) => firstRow)).toEqual(firstRows);
});

test("posts of nobody, or out of order, are refused before any thread starts", () => {
  const run = (observationId: string) => ({ observationId, posts: 1, isExact: true });
  const stretch = { path: "posts.parquet", firstRow: 0, runs: [run("x:a/api/1"), run("x:stranger/api/1")] };
  expect(() => partsOf({ ...rows, stretch }, 2)).toThrow(/posts of x:stranger\/api\/1 stand out of order/);
});

test("an audit without posts or observations is one part", () => {
  const stretch = { path: "posts.parquet", firstRow: 0, runs: [] };
  expect(partsOf({ ...rows, observations: [], stretch }, 4)).toMatchObject([{ accounts }]);
});

test("without a program for threads one thread does it all", async () => {
  const path = await whole();
  const none = pathToFileURL(join(folder, "none.js"));
  const found = await withDuckDb((connection) => cadencesInParquet(connection, path, rows, none));
  expect(found).toEqual(expected);
});

test("what further threads find stands in its place, and their faults are told", async () => {
  const path = await whole();
  const program = join(folder, "thread.mjs");
  const run = () =>
    withDuckDb((connection) => cadencesInParquet(connection, path, rows, pathToFileURL(program)));
  writeFileSync(
    program,
    `import { parentPort } from "node:worker_threads";
    parentPort.on("message", ({ accounts }) => {
      parentPort.postMessage(accounts.map(({ accountId }) => ({ accountId, thread: true })));
    });`,
  );
  const found = (await run()) ?? [];
  expect(found.map(({ accountId }) => accountId)).toEqual(expected.map(({ accountId }) => accountId));
  expect(found.filter((each) => "thread" in each)).not.toEqual([]);
  const onFirst = (does: string) =>
    `import { parentPort } from "node:worker_threads"; parentPort.once("message", () => { ${does} });`;
  writeFileSync(program, onFirst(`throw new Error("no memory")`));
  await expect(run()).rejects.toThrow("no memory");
  writeFileSync(program, onFirst("process.exit(7)"));
  await expect(run()).rejects.toThrow("a thread ended with code 7");
});
