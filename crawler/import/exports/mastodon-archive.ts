import { z } from "zod";
import type { ArchiveExport } from "./export.ts";
import { at, firstText, jsonOf, textOf } from "./lines.ts";

const Outbox = z.object({ type: z.literal("OrderedCollection"), orderedItems: z.array(z.unknown()) });

/** Posts of one's own account, from the archive of a Mastodon server: `outbox.json`, a collection of ActivityPub activities. */
export const mastodonArchive: ArchiveExport = {
  id: "mastodon_archive",
  title: "Mastodon archive, outbox.json",
  platform: "mastodon",
  open(bytes) {
    const isJson = Buffer.from(bytes.subarray(0, 20)).toString("latin1").trimStart().startsWith("{");
    const outbox = Outbox.safeParse(isJson ? jsonOf(textOf(bytes) ?? "") : undefined);
    if (!outbox.success) return null;
    return {
      headers: ["account", "post_id", "posted_at", "kind"],
      rows: outbox.data.orderedItems.map((item, index) => ({ row: index + 1, cells: cellsOf(item) })),
    };
  },
};

function cellsOf(activity: unknown): Record<string, string> {
  const actor = firstText(activity, ["actor", "actor.id"]);
  const isBoost = firstText(activity, ["type"]) === "Announce";
  const reply = firstText(activity, ["object.inReplyTo"]);
  const isOwnThread = reply !== "" && reply.startsWith(`${actor}/`);
  return {
    account: actor.replace(/\/users\/([^/]+)$/, "/@$1"),
    post_id: firstText(activity, ["object.id", "id"]),
    posted_at: firstText(activity, ["published", "object.published"]),
    kind: isBoost ? "repost" : isOwnThread ? "self_reply" : reply === "" ? "original" : "reply",
    ...(at(activity, "object") === undefined && { posted_at: "" }),
  };
}
