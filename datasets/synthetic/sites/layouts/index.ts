import type { SiteKindId } from "../kinds.ts";
import type { Page } from "../site.ts";
import { aem } from "./aem.ts";
import { appState } from "./app-state.ts";
import { contactPage } from "./contact-page.ts";
import { drupal } from "./drupal.ts";
import { frames } from "./frames.ts";
import { handMade } from "./hand-made.ts";
import { headerLinks } from "./header-links.ts";
import { iconList } from "./icon-list.ts";
import { jsonLd } from "./json-ld.ts";
import { microsites } from "./microsites.ts";
import { newsHeavy } from "./news-heavy.ts";
import { pageBuilder } from "./page-builder.ts";
import { widgets } from "./widgets.ts";
import { wordpress } from "./wordpress.ts";

/** How each kind of site lays out a page. */
export const layouts: Readonly<Record<SiteKindId, (page: Page) => string>> = {
  wordpress,
  drupal,
  hand_made: handMade,
  icon_list: iconList,
  json_ld: jsonLd,
  header_links: headerLinks,
  contact_page: contactPage,
  news_heavy: newsHeavy,
  widgets,
  page_builder: pageBuilder,
  aem,
  frames,
  microsites,
  app_state: appState,
};
