import type { TableExport } from "./export.ts";

/** Posts of the user's own profiles, from Sprout Social's post performance report. */
export const sprout: TableExport = {
  id: "sprout",
  title: "Sprout Social, post performance",
  platform: null,
  columns: {
    ...{ platform: "Network", account: "Profile", postedAt: "Date" },
    ...{ postId: "Post ID", kind: "Post Type" },
  },
  telling: ["Date", "Post ID", "Network", "Post Type", "Profile"],
  monthFirst: true,
};
