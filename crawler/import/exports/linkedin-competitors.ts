import type { TableExport } from "./export.ts";

/** How often other Pages posted in the time asked for, from a LinkedIn Page's competitor analytics: counts without dates. */
export const linkedinCompetitors: TableExport = {
  id: "linkedin_competitors",
  title: "LinkedIn Page analytics, competitors",
  platform: "linkedin",
  columns: { name: "Page", followers: "Total Followers", periodPosts: "Total posts" },
  telling: ["Page", "Total Followers", "Total posts"],
};
