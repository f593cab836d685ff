import { expect, test } from "vitest";
import type { ImportOptions } from "../../../crawler/import/index.ts";
import { readDelimited } from "../../../datasets/delimited.ts";
import { readWhole } from "./whole.ts";

async function read(
  rows: readonly string[],
  options: Partial<ImportOptions> = {},
  header = "company,x_handle,posted_at,kind",
) {
  const table = readDelimited(Buffer.from([header, ...rows].join("\n")), "my.csv");
  return readWhole(table, { file: "my.csv", sha256: "00", ...options });
}

const rows = ["A,a,2022-01-05T10:00:00Z,tweet", "B,b,2022-01-20,", "A,a,2022-01-10T10:00:00+01:00,Retweet"];

test("with begin and end the window is complete", async () => {
  const { format, observations, notes } = await read(rows, { from: "2022-01-01", to: "2022-02-01" });
  expect(format).toBe("posts");
  expect(notes).toEqual([]);
  expect(observations).toMatchObject([
    {
      observationId: "x:a/file_posts/2022-02-01",
      observedAt: "2022-02-01T00:00:00.000Z",
      sided: "two",
      lastPostAt: "2022-01-10T09:00:00.000Z",
      window: { from: "2022-01-01T00:00:00.000Z", to: "2022-02-01T00:00:00.000Z", complete: true, cap: null },
      posts: [{ kind: "repost", precision: "instant" }, { kind: "original" }],
    },
    {
      accountId: "x:b",
      posts: [{ kind: "unknown", precision: "day", postedAt: "2022-01-20T00:00:00.000Z" }],
    },
  ]);
});

test("without a begin the oldest post bounds the window: a truncated feed", async () => {
  const { observations } = await read(rows, { to: "2022-02-01" });
  expect(observations[0]).toMatchObject({
    sided: "two",
    window: { from: "2022-01-05T10:00:00.000Z", complete: false, cap: 2 },
  });
});

test("without an end no account counts as silent, however long ago the file was made", async () => {
  const { observations, notes } = await read(rows, { from: "2022-01-01" });
  expect(observations.map(({ sided, observedAt }) => [sided, observedAt])).toEqual([
    ["active_only", "2022-01-20T00:00:00.000Z"],
    ["active_only", "2022-01-20T00:00:00.000Z"],
  ]);
  expect(notes[0]).toContain("Say --to YYYY-MM-DD");
});

test("columns can tell the window of each account", async () => {
  const header = "company,x_handle,posted_at,from,to";
  const { observations } = await read(
    ["A,a,2022-01-05,2022-01-01,2022-02-01", "B,b,2022-03-05,2022-03-01,2022-04-01"],
    {},
    header,
  );
  expect(observations.map(({ window }) => [window.from, window.to])).toEqual([
    ["2022-01-01T00:00:00.000Z", "2022-02-01T00:00:00.000Z"],
    ["2022-03-01T00:00:00.000Z", "2022-04-01T00:00:00.000Z"],
  ]);
});

test("an account without a post in the window was silent in it, if the window is known", async () => {
  const silent = await read(["A,a,,"], { from: "2022-01-01", to: "2022-02-01" });
  expect(silent.observations).toMatchObject([
    { sided: "two", lastPostAt: null, posts: [], window: { complete: true } },
  ]);
  const unknown = await read(["A,a,,", "B,b,2022-01-05,"], { to: "2022-02-01" });
  expect(unknown.observations[0]).toMatchObject({ sided: "none", status: "partial", window: { from: null } });
});

test("a post after the end of the window is a fault", async () => {
  const { faults, observations } = await read(rows, { from: "2022-01-01", to: "2022-01-15" });
  expect(faults).toEqual([
    "my.csv, row 3, posted_at: is after the end of the window, 2022-01-15T00:00:00.000Z. Write a later end with --to",
  ]);
  expect(observations.map(({ accountId }) => accountId)).toEqual(["x:a"]);
});

test("a post with an id is counted once, one without stands for its row", async () => {
  const header = "company,x_handle,posted_at,tweet_id";
  const twice = ["A,a,2022-01-05,77", "A,a,2022-01-05,77", "A,a,2022-01-05,", "A,a,2022-01-05,"];
  const { observations } = await read(twice, { to: "2022-02-01" }, header);
  expect(observations[0]?.posts.map(({ postId }) => postId)).toEqual(["77", "row-4", "row-5"]);
});

test.each([
  ["Tweet", "original"],
  ["replied_to", "reply"],
  ["Thread", "self_reply"],
  ["boost", "repost"],
  ["quote tweet", "quote"],
  ["Karussell", "unknown"],
])("a %s is a post of kind %s", async (written, kind) => {
  const { observations } = await read([`A,a,2022-01-05,${written}`], { to: "2022-02-01" });
  expect(observations[0]?.posts[0]?.kind).toBe(kind);
});
