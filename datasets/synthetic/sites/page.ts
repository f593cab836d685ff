import { type Article, articleMain, articlesOf, mainOf } from "./content.ts";
import { framePaths } from "./layouts/frames.ts";
import { layouts } from "./layouts/index.ts";
import type { Page, Site } from "./site.ts";
import { type PageRole, pageRoles } from "./words.ts";

/** The HTML of a page of a site, or null where the site has none at that path. */
export function renderPage(site: Site, path: string, seed: number): string | null {
  const page = pageAt(site, path, articlesOf(site, seed));
  return page && layouts[site.company.siteKind](page);
}

/** Every path of a site that answers with a page. */
export function pathsOf(site: Site, seed: number): string[] {
  const closed = site.company.mishap === "robots_path" ? ["/investors/"] : [];
  const articles = articlesOf(site, seed).map(({ path }) => path);
  return [...pageRoles.map((role) => site.words.paths[role]), ...articles, ...closed];
}

function pageAt(site: Site, path: string, articles: readonly Article[]): Page | null {
  const url = site.origin + path;
  const isFrame = site.company.siteKind === "frames" && Object.values<string>(framePaths).includes(path);
  const role = isFrame ? "home" : pageRoles.find((page) => site.words.paths[page] === path);
  if (role) {
    const title = role === "home" ? site.name : `${site.words.labels[role]} | ${site.name}`;
    return { site: onPage(site, role), role, url, title, main: mainOf(site, role, articles) };
  }
  const article = articles.find((candidate) => candidate.path === path);
  if (!article) return null;
  return { site, role: "article", url, title: article.title, main: articleMain(site, article) };
}

/** The site as one of its pages shows it: an old contact page still names the former account on X. */
function onPage(site: Site, role: PageRole): Site {
  const { own, former } = site;
  const replaced = own.findIndex(({ platform }) => platform === "x");
  if (role !== "contact" || former === null || replaced < 0) return site;
  return { ...site, own: own.with(replaced, former) };
}
