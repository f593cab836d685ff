import { gzipSync } from "node:zlib";
import { type Answer, type Asked, html, notFound, redirect, text } from "../answer.ts";
import type { Directory } from "../directory.ts";
import type { MishapId } from "../mishaps.ts";
import { articlesOf } from "./content.ts";
import { renderFeed } from "./feeds.ts";
import { each } from "./html.ts";
import { microsite, micrositeLabels } from "./layouts/microsites.ts";
import { pathsOf, renderPage } from "./page.ts";
import { robotsText } from "./robots.ts";
import { answerScripted } from "./scripted.ts";
import { type Site, siteOf } from "./site.ts";
import { strangersAccounts } from "./strangers.ts";

/** What a company's site answers; null where the host is no company's. */
export function answerSite(asked: Asked, directory: Directory): Answer | null {
  const company = directory.companyByHost(asked.host);
  if (!company) return null;
  const site = siteOf(company, directory);
  if (company.mishap === "reset") return { ...notFound, breaks: "reset" };
  if (asked.path === "/robots.txt") return robots(site);
  const accident = accidents[company.mishap]?.(site, directory, asked);
  if (accident) return accident;
  const label = company.siteKind === "microsites" ? micrositeOf(asked.host) : undefined;
  if (label) return asked.path === "/" ? html(microsite(site, label)) : notFound;
  const canonical = `${site.origin}${asked.path}`;
  return `${asked.scheme}://${asked.host}${asked.path}` === canonical
    ? sound(site, asked, directory.seed)
    : redirect(canonical);
}

const micrositeOf = (host: string) => micrositeLabels.find((label) => host.startsWith(`${label}.`));

function robots({ company, origin }: Site): Answer {
  if (company.mishap === "robots_error") return html("<h1>Service Unavailable</h1>", 503);
  const body = robotsText(company, origin);
  return body === null ? notFound : text(body);
}

function sound(site: Site, { path, query }: Asked, seed: number): Answer {
  if (path === "/sitemap.xml") return text(sitemap(site, seed), "application/xml");
  if (site.feed && new URL(site.feed.url).pathname === path) {
    // WordPress turns the pages of its feeds; whatever else is asked of the others gives the first page.
    const page = site.company.siteKind === "wordpress" ? Number(query.get("paged") ?? 1) : 1;
    const articles = articlesOf(site, seed, page);
    if (page > 1 && articles.length === 0) return notFound;
    const { type, body } = renderFeed(site, path, articles);
    return text(body, type);
  }
  const page = renderPage(site, path, seed);
  return page === null ? notFound : html(page);
}

function sitemap(site: Site, seed: number): string {
  const urls = each(pathsOf(site, seed), (path) => `<url><loc>${site.origin}${path}</loc></url>`);
  return `<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls}</urlset>`;
}

const parkedPage = `<!doctype html><html><head><title>This domain is for sale</title></head><body><h1>This domain is for sale</h1>
<p>The domain may be bought from its owner. <a href="/buy">Buy this domain</a></p><p>Related searches: clinical trials, insurance</p>
<p>This page is parked free of charge.</p></body></html>`;

const softPage = `<!doctype html><html><head><title>Page not found</title></head><body><h1>Page not found</h1>
<p>The page you were looking for has been moved or does not exist.</p></body></html>`;

const challengePage = `<!doctype html><html><head><title>Just a moment...</title></head><body><noscript>Enable JavaScript and cookies to continue</noscript>
<script src="/cdn-cgi/challenge-platform/h/b/orchestrate/chl_page/v1"></script></body></html>`;

const loginPage = `<!doctype html><html><head><title>Sign in</title></head><body><form method="post"><label>Name <input name="user"></label>
<label>Password <input type="password" name="password"></label><button>Sign in</button></form></body></html>`;

/** What a stranger who bought a domain shows: another company's site, with that company's accounts. */
const strangersPage = `<!doctype html><html><head><title>Lucky Casino Guide</title></head><body><main><h1>Lucky Casino Guide</h1>
<p>${"The best places to play, reviewed by our editors every week. ".repeat(8)}</p></main>
<footer>${each(strangersAccounts, ({ name, href }) => `<a href="${href}">${name}</a>`)}</footer></body></html>`;

/** Host to which a lost domain leads; no company of the frame owns it. */
export const strangersHost = "www.lucky-casino-guide.test";

/** What the stranger's host answers. */
export function answerStranger({ path }: Asked): Answer {
  return path === "/" ? html(strangersPage) : notFound;
}

/** A month of a calendar that has links to all others. */
function calendarPage(month: number, sentences: readonly string[]): string {
  const others = Array.from({ length: 200 }, (_, place) => month + place + 1);
  return `<!doctype html><title>Month ${month}</title><h1>Month ${month}</h1><p>${sentences.join(" ")}</p>${each(others, (other) => `<a href="/calendar/${other}/">${other}</a>`)}`;
}

type Accident = (site: Site, directory: Directory, asked: Asked) => Answer | null;

/** Answers of the sites with a mishap; null, or no entry, goes on as a sound site does. */
const accidents: Partial<Record<MishapId, Accident>> = {
  not_found: () => notFound,
  gone: () => html("<h1>Gone</h1>", 410),
  server_error: () => html("<h1>Internal Server Error</h1>", 500),
  forbidden: () =>
    html("<html><head><title>403 Forbidden</title></head><body><h1>403 Forbidden</h1></body></html>", 403),
  too_many_requests: () => ({
    ...html("<h1>Too many requests</h1>", 429),
    headers: { "retry-after": "86400" },
  }),
  blank: () => html(""),
  parked: () => html(parkedPage),
  garbage: () => ({ ...notFound, breaks: "garbage" }),
  soft_404: () => html(softPage),
  challenge: () => ({
    ...html(challengePage, 403),
    headers: { "content-type": "text/html", "cf-mitigated": "challenge" },
  }),
  login_wall: () => html(loginPage),
  needs_scripts: (site, { seed }, { path }) => answerScripted(site, path, seed),
  pdf: () =>
    text("%PDF-1.7\n%\u00e2\u00e3\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF\n", "application/pdf"),
  redirect_loop: ({ origin }, _directory, { path }) =>
    redirect(`${origin}${path === "/start" ? "/" : "/start"}`),
  page_fails: ({ words }, _directory, { path }) =>
    path === words.paths.contact ? html("<h1>Internal Server Error</h1>", 500) : null,
  to_stranger: () => redirect(`https://${strangersHost}/`),
  redirect_chain: ({ origin }, _directory, { path }) =>
    redirect(`${origin}/${Number(path.slice(1)) + 1 || 1}`),
  too_large: () =>
    html(`<title>Archive</title>${"<p>One line of an endless archive.</p>\n".repeat(200_000)}`),
  compressed_bomb: () => ({
    ...html(""),
    bytes: gzipSync(Buffer.alloc(8 * 1024 * 1024, " ")),
    headers: { "content-type": "text/html", "content-encoding": "gzip" },
  }),
  silent: () => ({ ...notFound, breaks: "silence" }),
  endless_links: ({ words }, _directory, { path }) => {
    const month = /^\/calendar\/(\d+)\/$/.exec(path)?.[1];
    return month ? html(calendarPage(Number(month), words.sentences)) : null;
  },
  to_parent: ({ company }, directory) => {
    const parent = directory.company(company.parentId ?? "");
    return parent ? redirect(`${siteOf(parent, directory).origin}/`) : null;
  },
};
