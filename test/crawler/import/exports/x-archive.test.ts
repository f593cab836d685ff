import { expect, test } from "vitest";
import { xArchive } from "../../../../crawler/import/exports/x-archive.ts";
import { readExport } from "./reading.ts";

const tweet = (id: string, text: string, more: object = {}) => ({
  tweet: { id_str: id, created_at: "Mon Sep 28 14:03:11 +0000 2026", full_text: text, ...more },
});
const archive = (...tweets: object[]) => `window.YTD.tweets.part0 = ${JSON.stringify(tweets)}`;
const options = { from: "2026-07-01", to: "2026-10-01", account: "x:acme", company: "Acme" };

test("posts come with instant and kind, and without a word of their text", async () => {
  const file = archive(
    tweet("1", "Secret words"),
    tweet("2", "RT @other: secret"),
    tweet("3", "@other secret", { in_reply_to_user_id_str: "7" }),
  );
  const read = await readExport(file, options);
  expect(read.export).toBe("x_archive");
  expect(read.observations).toMatchObject([{ accountId: "x:acme", window: { complete: true } }]);
  expect(read.observations[0]?.posts.map(({ postId, kind, postedAt }) => [postId, kind, postedAt])).toEqual([
    ["1", "original", "2026-09-28T14:03:11.000Z"],
    ["2", "repost", "2026-09-28T14:03:11.000Z"],
    ["3", "reply", "2026-09-28T14:03:11.000Z"],
  ]);
  expect(JSON.stringify(read).toLowerCase()).not.toContain("secret");
});

test("a tweet without a date is told, the others stay", async () => {
  const read = await readExport(
    archive(tweet("1", ""), tweet("2", "", { created_at: "yesterday" })),
    options,
  );
  expect(read.observations[0]?.posts).toHaveLength(1);
  expect(read.faults[0]).toContain('row 2, posted_at: "yesterday" can not be read');
});

test("what is no such script is none", () => {
  expect(xArchive.open(Buffer.from("window.YTD.tweets.part0 = [{"), "f")).toBeNull();
  expect(xArchive.open(Buffer.from("a,b\n1,2"), "f")).toBeNull();
});
