import type { Declaration } from "../../datasets/schema.ts";
import { parseUrl } from "../../datasets/url.ts";
import { mayBeAccount } from "../platforms/may-be-account.ts";
import { absoluteAddress } from "./address.ts";
import { type CollectedPage, collectPage } from "./collect.ts";
import { declarationsOf } from "./declarations.ts";
import { decodePage } from "./decode.ts";
import { cleanText, type Finding } from "./notes.ts";
import { rightsHolder, rightsSign } from "./rights.ts";

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
  /** Names the page gives its publisher, without repeats; last the one of its copyright line, behind `rightsSign`. */
  names: string[];
  declares: Declaration[];
  /** Without repeats, in document order. */
  links: SiteLink[];
  /** Absolute addresses on the same site that frames show, where the page itself shows next to nothing. */
  frames: string[];
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
  const { title, root } = page;
  const baseUrl = page.baseHref === null ? url : absoluteAddress(page.baseHref, url);
  return {
    charset,
    title,
    names: namesOf(page.names, rightsHolder(html)),
    declares: declarationsOf(page, baseUrl),
    links: siteLinks(page.links, baseUrl),
    frames: root.textLength < framedText ? framesOf(page.frames, baseUrl) : [],
    isEmptyWithoutScripts: isShell(page),
    textLength: root.textLength,
    isHtml: htmlTag.test(html.slice(0, 100_000)),
    baseUrl,
    metaRefresh: page.metaRefresh === null ? null : (parseUrl(page.metaRefresh, baseUrl)?.href ?? null),
  };
}

/** Most names kept of a page; real ones give two or three. */
const maxNames = 20;

function namesOf(names: readonly string[], holder: string | null): string[] {
  const said = [...new Set(names.flatMap((name) => cleanText(name) ?? []))].slice(0, maxNames);
  return holder === null ? said : [...said, `${rightsSign}${holder}`];
}

/**
 * Whether a page is a shell that scripts fill: next to no text and links, or little of both around an empty root, such as a note on
 * cookies or on scripts.
 */
function isShell({ scriptCount, hasEmptyRoot, root: { textLength, linkCount } }: CollectedPage): boolean {
  if (scriptCount === 0) return false;
  return (textLength < 200 && linkCount < 5) || (hasEmptyRoot && textLength < 1_000 && linkCount < 10);
}

const htmlTag = /<(?:!doctype html|html|head|body|div|a|p|title|meta)\b/i;

function siteLinks(links: readonly Finding[], baseUrl: string): SiteLink[] {
  const base = parseUrl(baseUrl);
  const site = hostOf(base);
  const byAddress = new Map<string, SiteLink>();
  for (const { href, text } of links) {
    if (byAddress.has(href) || !mayBeOnSite(href, site)) continue;
    if (base !== null && plainPath.test(href)) {
      byAddress.set(href, { href: base.origin + href, text });
      continue;
    }
    const absolute = absoluteAddress(href, baseUrl);
    const isOnSite = /^https?:/.test(absolute) && hostOf(parseUrl(absolute)) === site;
    if (isOnSite) byAddress.set(href, { href: absolute, text });
  }
  return [
    ...new Map([...byAddress.values()].toReversed().map((link) => [link.href, link])).values(),
  ].toReversed();
}

/** A path that stays as it is written: most links of most pages, and none of them is worth a URL. */
const plainPath = /^\/(?:[\w-]+\/)*[\w-]*$/;

/** With more text than this a page is read for what it shows itself. */
const framedText = 200;

function framesOf(frames: readonly string[], baseUrl: string): string[] {
  const site = hostOf(parseUrl(baseUrl));
  const addresses = frames.map((href) => absoluteAddress(href, baseUrl).replace(/#.*/s, ""));
  const isOnSite = (url: string) => /^https?:/.test(url) && hostOf(parseUrl(url)) === site && url !== baseUrl;
  return [...new Set(addresses.filter(isOnSite))];
}

/** Absolute links that do not hold the site's host anywhere are not worth a URL. */
function mayBeOnSite(href: string, site: string): boolean {
  return !/^(?:https?:)?\/\//i.test(href) || href.toLowerCase().includes(site);
}

function hostOf(url: URL | null): string {
  return url?.hostname.replace(/^www\./, "") ?? "";
}
