import type { TableExport } from "./export.ts";

/** Posts of several companies on several platforms, from Rival IQ. */
export const rivalIq: TableExport = {
  id: "rival_iq",
  title: "Rival IQ, social posts",
  platform: null,
  columns: {
    ...{ name: "company", platform: "channel", account: "presence_handle" },
    ...{ postedAt: "published_at", postId: "post_link", kind: "post_type" },
  },
  telling: ["company", "channel", "presence_handle", "published_at"],
  monthFirst: true,
};
