import { mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { quoted, withDuckDb } from "../../analysis/duckdb.ts";
import { writeParquet } from "../../analysis/parquet.ts";
import { seenInParquet, stretchOf } from "../../analysis/parquet-posts.ts";
import { type Seen, seenOf } from "../../analysis/seen.ts";
import { writeTable } from "../../datasets/csv.ts";
import type { Observation, Post } from "../../datasets/schema.ts";
import { tables } from "../../datasets/tables.ts";
import { daysAgo, observation, post } from "./records.ts";

/** Works in a folder that holds a table of posts. */
async function withPosts<T>(
  posts: readonly Post[],
  work: (folder: string, sha256: string) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "presence-audit-"));
  mkdirSync(join(folder, "tables"));
  try {
    const { sha256 } = await writeTable(join(folder, "tables/posts.csv"), tables.posts, posts);
    return await work(folder, sha256);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const copyOf = (folder: string, sha256: string) => ({
  ...{ table: tables.posts, folder },
  file: { path: "tables/posts.csv", rows: 1, sha256 },
});

const view = (observationId: string, days: readonly number[], more: Partial<Post> = {}): Observation =>
  observation({ observationId, posts: days.map((day) => post(day, { observationId, ...more })) });

function read(views: readonly Observation[], posts: readonly Post[]): Promise<Seen[] | null> {
  return withPosts(posts, (folder, sha256) =>
    withDuckDb(async (connection) => {
      const path = await writeParquet(connection, copyOf(folder, sha256));
      const seen: Seen[] = [];
      const stretch = await stretchOf(connection, join(folder, path));
      for await (const each of seenInParquet(connection, stretch, views)) seen.push(each);
      return seen;
    }),
  );
}

test("posts from Parquet are the posts of the CSV, the coarsely dated ones and those of nobody included", async () => {
  const many = Array.from({ length: 5_000 }, (_, index) => index / 20);
  const views = [
    view("a", [400, 3, 50]),
    view("b", []),
    view("c", many),
    view("d", [9], { precision: "month" }),
  ];
  const seen = await read(
    views,
    views.flatMap(({ posts }) => posts),
  );
  expect(seen).toEqual(views.map((each) => seenOf({ ...each, posts: each.posts })));
});

test("posts that stand in another order than their observations are refused, never lost", async () => {
  const [a, b] = [view("a", [1, 2]), view("b", [3])];
  await expect(read([a, b], [...b.posts, ...a.posts])).rejects.toThrow(/out of order/);
  await expect(read([a, b], [...a.posts, ...b.posts, ...a.posts])).rejects.toThrow(/out of order/);
  await expect(read([a], [...a.posts, ...b.posts])).rejects.toThrow(/posts of b/);
});

test("the copy has the types of the schema and texts without the sign that guards a spreadsheet", async () => {
  const rows = await withPosts(
    [post(1, { observationId: "=1+1", postId: "'=x", likes: 3 })],
    (folder, sha256) =>
      withDuckDb(async (connection) => {
        const path = join(folder, await writeParquet(connection, copyOf(folder, sha256)));
        const found = await connection.runAndReadAll(
          `SELECT observation_id, post_id, likes + 1, comments, pinned, epoch_ms(posted_at)::DOUBLE FROM ${quoted(path)}`,
        );
        return found.getRowsJS();
      }),
  );
  expect(rows).toEqual([["=1+1", "'=x", 4n, null, false, Date.parse(daysAgo(1))]]);
});

test("a copy of the same CSV is not made twice", async () => {
  await withPosts([post(1)], (folder, sha256) =>
    withDuckDb(async (connection) => {
      const path = join(folder, await writeParquet(connection, copyOf(folder, sha256)));
      const { mtimeMs, ino } = statSync(path);
      await writeParquet(connection, copyOf(folder, sha256));
      expect(statSync(path)).toMatchObject({ mtimeMs, ino });
      await writeParquet(connection, copyOf(folder, "another"));
      expect(statSync(path).ino).not.toBe(ino);
    }),
  );
});
