import { createHash } from "node:crypto";
import { encode } from "@ipld/dag-cbor";
import { expect, test } from "vitest";
import { blueskyCar } from "../../../../crawler/import/exports/bluesky-car.ts";
import { readExport } from "./reading.ts";

const did = "did:plc:ewvi7nxzyoun6zhxrhs64oiz";

function varint(value: number): Buffer {
  const bytes: number[] = [];
  for (let left = value; ; left >>= 7) {
    if (left < 128) return Buffer.from([...bytes, left]);
    bytes.push((left & 127) | 128);
  }
}

/** A CAR file (version 1) of some records, written by hand. */
function carOf(records: readonly object[]): Buffer {
  const section = (...parts: Uint8Array[]) => {
    const bytes = Buffer.concat(parts);
    return Buffer.concat([varint(bytes.length), bytes]);
  };
  const blocks = records.map((record) => {
    const bytes = encode(record);
    const hash = createHash("sha256").update(bytes).digest();
    return section(Buffer.from([1, 0x71, 0x12, 0x20]), hash, bytes);
  });
  return Buffer.concat([section(encode({ version: 1, roots: [] })), ...blocks]);
}

const post = (createdAt: string, more: object = {}) => ({
  ...{ $type: "app.bsky.feed.post", text: "secret", createdAt },
  ...more,
});
const replyTo = (uri: string) => ({ reply: { parent: { uri, cid: "x" }, root: { uri, cid: "x" } } });

test("posts and reposts of a repository are read, likes and texts are not", async () => {
  const file = carOf([
    { did, version: 3, rev: "3k", sig: new Uint8Array(4) },
    post("2026-09-28T14:03:11.000Z"),
    post("2026-09-27T14:03:11.000Z", replyTo(`at://${did}/app.bsky.feed.post/1`)),
    post("2026-09-26T14:03:11.000Z", replyTo("at://did:plc:other/app.bsky.feed.post/1")),
    { $type: "app.bsky.feed.repost", createdAt: "2026-09-25T14:03:11.000Z", subject: { uri: "at://x" } },
    { $type: "app.bsky.feed.like", createdAt: "2026-09-24T14:03:11.000Z" },
  ]);
  const read = await readExport(file, { from: "2026-07-01", to: "2026-10-01", company: "Acme" });
  expect(read.export).toBe("bluesky_car");
  expect(read.faults).toEqual([]);
  expect(read.observations).toMatchObject([{ accountId: `bluesky:${did}`, sided: "two" }]);
  expect(read.observations[0]?.posts.map(({ kind }) => kind)).toEqual([
    "original",
    "self_reply",
    "reply",
    "repost",
  ]);
  expect(JSON.stringify(read)).not.toContain("secret");
});

test("a torn repository is none, as is any other file", () => {
  expect(blueskyCar.open(carOf([post("2026-09-28T14:03:11.000Z")]).subarray(0, 60), "f")).toBeNull();
  expect(blueskyCar.open(Buffer.from("a,b"), "f")).toBeNull();
});
