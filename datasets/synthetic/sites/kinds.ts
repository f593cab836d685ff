/** The ways the industry's sites are built; `layouts/` holds one file for each. */
export const siteKindIds = [
  "wordpress",
  "drupal",
  "hand_made",
  "icon_list",
  "json_ld",
  "header_links",
  "contact_page",
  "news_heavy",
  "widgets",
  "page_builder",
  "aem",
  "frames",
  "microsites",
  "app_state",
] as const;
export type SiteKindId = (typeof siteKindIds)[number];
