import type { TableExport } from "./export.ts";

/** Posts of several companies on several platforms, from Rival IQ. */
export const rivalIq: TableExport = {
  id: "rival_iq",
  title: "Rival IQ, social posts",
  platform: null,
  columns: {
    ...{ name: "Company", platform: "Channel", account: "Presence Handle" },
    ...{ postedAt: "Published At", postId: "Post Link", kind: "Post Type" },
  },
  telling: ["Company", "Channel", "Presence Handle", "Published At"],
  monthFirst: true,
};
