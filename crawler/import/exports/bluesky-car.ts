import { CarBufferReader } from "@ipld/car/buffer-reader";
import { decode } from "@ipld/dag-cbor";
import type { ArchiveExport } from "./export.ts";
import { firstText } from "./lines.ts";

/** One's own repository, as Bluesky's "Export my data" or `com.atproto.sync.getRepo` gives it: records in a CAR file. */
export const blueskyCar: ArchiveExport = {
  id: "bluesky_car",
  title: "Bluesky repository, CAR",
  platform: "bluesky",
  open(bytes) {
    const start = Buffer.from(bytes.subarray(0, 128)).toString("latin1");
    const blocks = start.includes("eroots") && start.includes("gversion") ? blocksOf(bytes) : null;
    if (!blocks) return null;
    const did = blocks.map(({ record }) => firstText(record, ["did"])).find((each) => each !== "") ?? "";
    const posts = blocks.flatMap(({ id, record }) => postOf(id, record, did));
    return {
      headers: ["platform", "account", "post_id", "posted_at", "kind"],
      rows: posts.map((cells, index) => ({
        row: index + 1,
        cells: { platform: "bluesky", account: did, ...cells },
      })),
    };
  },
};

function blocksOf(bytes: Uint8Array): { id: string; record: unknown }[] | null {
  try {
    const blocks = [...CarBufferReader.fromBytes(bytes).blocks()];
    return blocks.map(({ cid, bytes: block }) => ({ id: cid.toString(), record: decoded(block) }));
  } catch {
    return null;
  }
}

/** Pictures are blocks too, of another kind. */
function decoded(block: Uint8Array): unknown {
  try {
    return decode(block);
  } catch {
    return null;
  }
}

/** Posts and reposts; other records are the account's likes and follows. */
function postOf(id: string, record: unknown, did: string): Record<string, string>[] {
  const type = firstText(record, ["$type"]);
  if (type !== "app.bsky.feed.post" && type !== "app.bsky.feed.repost") return [];
  const parent = firstText(record, ["reply.parent.uri"]);
  const isOwnThread = parent.startsWith(`at://${did}/`);
  const kind = isOwnThread ? "self_reply" : parent === "" ? "original" : "reply";
  return [
    {
      post_id: id,
      posted_at: firstText(record, ["createdAt"]),
      kind: type === "app.bsky.feed.repost" ? "repost" : kind,
    },
  ];
}
