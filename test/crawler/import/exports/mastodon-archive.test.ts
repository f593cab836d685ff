import { expect, test } from "vitest";
import { mastodonArchive } from "../../../../crawler/import/exports/mastodon-archive.ts";
import { readExport } from "./reading.ts";

const actor = "https://mastodon.social/users/acme";
const note = (id: number, more: object = {}) => ({
  ...{ id: `${actor}/statuses/${id}/activity`, type: "Create", actor, published: "2026-09-28T14:03:11Z" },
  object: { id: `${actor}/statuses/${id}`, type: "Note", content: "secret", inReplyTo: null, ...more },
});
const outbox = (...orderedItems: object[]) =>
  JSON.stringify({
    id: "outbox.json",
    type: "OrderedCollection",
    totalItems: orderedItems.length,
    orderedItems,
  });

test("the archive names its account, and says what is a reply, a thread or a boost", async () => {
  const boost = { ...note(4), type: "Announce", object: "https://elsewhere.example/1" };
  const file = outbox(
    note(1),
    note(2, { inReplyTo: `${actor}/statuses/1` }),
    note(3, { inReplyTo: "https://elsewhere.example/9" }),
    boost,
  );
  const read = await readExport(file, { from: "2026-07-01", to: "2026-10-01", company: "Acme" });
  expect(read.export).toBe("mastodon_archive");
  expect(read.faults).toEqual([]);
  expect(read.observations).toMatchObject([{ accountId: "mastodon:acme@mastodon.social" }]);
  expect(read.observations[0]?.posts.map(({ kind }) => kind).sort()).toEqual([
    "original",
    "reply",
    "repost",
    "self_reply",
  ]);
  expect(JSON.stringify(read)).not.toContain("secret");
});

test("other JSON is none", () => {
  expect(mastodonArchive.open(Buffer.from('{"type":"Note"}'), "f")).toBeNull();
  expect(mastodonArchive.open(Buffer.from("{"), "f")).toBeNull();
});
