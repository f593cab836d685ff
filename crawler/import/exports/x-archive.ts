import { z } from "zod";
import type { ArchiveExport } from "./export.ts";
import { jsonOf, textOf } from "./lines.ts";

const Tweets = z.array(
  z.object({
    tweet: z.object({
      id_str: z.string().catch(""),
      created_at: z.string().catch(""),
      full_text: z.string().catch(""),
      in_reply_to_user_id_str: z.string().nullish(),
    }),
  }),
);

const opening = /^\s*window\.YTD\.tweets?\.part\d+\s*=\s*/;

/** Posts of one's own account, from X's archive: `data/tweets.js`, a script that sets a list. It does not name the account. */
export const xArchive: ArchiveExport = {
  id: "x_archive",
  title: "X archive, tweets.js",
  platform: "x",
  open(bytes) {
    const text = opening.test(Buffer.from(bytes.subarray(0, 200)).toString("latin1")) ? textOf(bytes) : null;
    const tweets = Tweets.safeParse(text && jsonOf(text.replace(opening, "").replace(/;\s*$/, "")));
    if (!tweets.success) return null;
    return {
      headers: ["post_id", "posted_at", "kind"],
      rows: tweets.data.map(({ tweet }, index) => ({
        row: index + 1,
        cells: { post_id: tweet.id_str, posted_at: tweet.created_at, kind: kindOf(tweet) },
      })),
    };
  },
};

/** The text is looked at for the sign of a repost, and goes no further. */
function kindOf({ full_text, in_reply_to_user_id_str }: z.infer<typeof Tweets>[number]["tweet"]): string {
  if (/^RT @/.test(full_text)) return "repost";
  return in_reply_to_user_id_str ? "reply" : "original";
}
