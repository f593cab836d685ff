import type { TableExport } from "./export.ts";

/** Posts of a LinkedIn Page, from its own analytics: the sheet "All posts" of the content export. */
export const linkedinPage: TableExport = {
  id: "linkedin_page",
  title: "LinkedIn Page analytics, content",
  platform: "linkedin",
  columns: { postedAt: "Created date", postId: "Post link", kind: "Post type" },
  telling: ["Post link", "Created date", "Post type"],
  monthFirst: true,
};
