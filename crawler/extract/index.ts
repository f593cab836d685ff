import type { Declaration } from "../../datasets/schema.ts";
import { parseUrl } from "../../datasets/url.ts";
import { mayBeAccount } from "../platforms/may-be-account.ts";
import { absoluteAddress } from "./address.ts";
import { collectPage } from "./collect.ts";
import { declarationsOf } from "./declarations.ts";
import { decodePage } from "./decode.ts";
import { cleanText, type Finding } from "./notes.ts";

/** One page as it came. */
export interface PageSource {
  body: Uint8Array;
  /** URL that answered. */
  url: string;
  /** `Content-Type` header, or null. */
  contentType: string | null;
}

/** A link to a page of the same host. */
interface SiteLink {
  href: string;
  text: string | null;
}

/** What one page says. */
export interface PageReading {
  charset: string;
  /** At most 300 characters. */
  title: string | null;
  /** Names the page gives its publisher, without repeats. */
  names: string[];
  declares: Declaration[];
  /** Without repeats, in document order. */
  links: SiteLink[];
  /** Whether the page shows next to nothing until its scripts run. */
  isEmptyWithoutScripts: boolean;
  /** Characters of text a visitor would read. */
  textLength: number;
  isHtml: boolean;
  baseUrl: string;
  /** Target of a meta refresh, absolute, or null. */
  metaRefresh: string | null;
}

/** Reads a page once: what it declares, where it leads, whether there is anything to read. Never throws. */
export function readPage({ body, url, contentType }: PageSource): PageReading {
  const { html, charset } = decodePage(body, contentType);
  const page = collectPage(html, mayBeAccount);
  const { title, root, scriptCount } = page;
  const baseUrl = page.baseHref === null ? url : absoluteAddress(page.baseHref, url);
  return {
    charset,
    title,
    names: [...new Set(page.names.flatMap((name) => cleanText(name) ?? []))].slice(0, maxNames),
    declares: declarationsOf(page, baseUrl),
    links: siteLinks(page.links, baseUrl),
    isEmptyWithoutScripts:
      scriptCount > 0 && root.textLength < scriptedText && root.linkCount < scriptedLinks,
    textLength: root.textLength,
    isHtml: htmlTag.test(html.slice(0, 100_000)),
    baseUrl,
    metaRefresh: page.metaRefresh === null ? null : absoluteAddress(page.metaRefresh, baseUrl),
  };
}

/** Most names kept of a page; real ones give two or three. */
const maxNames = 20;

/** Below both of these a page with scripts is a shell that they fill. */
const scriptedText = 200;
const scriptedLinks = 5;
const htmlTag = /<(?:!doctype html|html|head|body|div|a|p|title|meta)\b/i;

function siteLinks(links: readonly Finding[], baseUrl: string): SiteLink[] {
  const site = hostOf(baseUrl);
  const byAddress = new Map<string, SiteLink>();
  for (const { href, text } of links) {
    if (byAddress.has(href) || !mayBeOnSite(href, site)) continue;
    const absolute = absoluteAddress(href, baseUrl);
    if (hostOf(absolute) === site && /^https?:/.test(absolute)) byAddress.set(href, { href: absolute, text });
  }
  return [
    ...new Map([...byAddress.values()].toReversed().map((link) => [link.href, link])).values(),
  ].toReversed();
}

/** Absolute links that do not hold the site's host anywhere are not worth a URL. */
function mayBeOnSite(href: string, site: string): boolean {
  return !/^(?:https?:)?\/\//i.test(href) || href.toLowerCase().includes(site);
}

function hostOf(url: string): string {
  return parseUrl(url)?.hostname.replace(/^www\./, "") ?? "";
}
