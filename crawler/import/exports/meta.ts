import type { TableExport } from "./export.ts";

/** Posts of a Facebook Page, from Meta Business Suite. */
export const metaFacebook: TableExport = {
  id: "meta_facebook",
  title: "Meta Business Suite, Facebook posts",
  platform: "facebook",
  columns: { platformId: "Page ID", postId: "Post ID", postedAt: "Publish time", kind: "Post type" },
  telling: ["Page ID", "Post ID", "Publish time", "Permalink"],
  monthFirst: true,
};

/** Posts of an Instagram account, from Meta Business Suite. */
export const metaInstagram: TableExport = {
  id: "meta_instagram",
  title: "Meta Business Suite, Instagram posts",
  platform: "instagram",
  columns: { account: "Account username", postId: "Post ID", postedAt: "Publish time", kind: "Post type" },
  telling: ["Account username", "Post ID", "Publish time", "Permalink"],
  monthFirst: true,
};
