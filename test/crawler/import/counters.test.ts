import { expect, test } from "vitest";
import { readDelimited } from "../../../datasets/delimited.ts";
import { readWhole } from "./whole.ts";

async function observe(header: string, row: string) {
  const text = `company,x_handle,as_of,${header}\nLab,lab,2022-11-11,${row}`;
  return readWhole(readDelimited(Buffer.from(text), "my.csv"), { file: "my.csv", sha256: "00" });
}

test("a counter alone proves neither activity nor silence", async () => {
  const { observations } = await observe("posts,created_at", "500,2011-01-01");
  expect(observations).toMatchObject([
    {
      status: "observed",
      sided: "none",
      lastPostAt: null,
      posts: [],
      window: { from: null, complete: false },
    },
  ]);
});

test("a counter of zero proves that there never was a post", async () => {
  expect((await observe("posts", "0")).observations).toMatchObject([
    { sided: "two", counters: { posts: 0 } },
  ]);
});

test("the newest post's day, or its id, tells when it was", async () => {
  expect((await observe("last_post_at", "2022-10-01")).observations).toMatchObject([
    { sided: "two", lastPostAt: "2022-10-01T00:00:00.000Z" },
  ]);
  expect((await observe("most_recent_tweet_id", "1050118621198921728")).observations).toMatchObject([
    { sided: "two", lastPostAt: "2018-10-10T20:19:24.211Z" },
  ]);
});

test("a protected account keeps its counters and shows no posts", async () => {
  expect((await observe("posts,protected", "500,true")).observations).toMatchObject([
    { status: "protected", sided: "none", counters: { posts: 500 } },
  ]);
});

test("an account of which nothing is counted is unknown", async () => {
  const { companies, observations, notes } = await observe("posts,followers", "n/a,");
  expect(companies[0]?.accounts).toHaveLength(1);
  expect(observations).toEqual([]);
  expect(notes).toEqual(["my.csv: 1 accounts have no counters; how often they post stays unknown"]);
});

test("two days of one account are two observations, the same day twice is one", async () => {
  const rows = ["2022-11-11,5", "2022-11-11,5", "2022-12-09,9"].map((row) => `Lab,lab,${row}`);
  const text = ["company,x_handle,as_of,posts", ...rows].join("\n");
  const table = readDelimited(Buffer.from(text), "my.csv");
  const { observations } = await readWhole(table, { file: "my.csv", sha256: "00" });
  expect(observations.map(({ observationId }) => observationId)).toEqual([
    "x:lab/file_counters/2022-11-11",
    "x:lab/file_counters/2022-12-09",
  ]);
});

test("an id that a spreadsheet rounded is a fault", async () => {
  const { faults } = await observe("posts,x_user_id", "5,3.78E+08");
  expect(faults[0]).toContain("has lost its digits in a spreadsheet");
});
