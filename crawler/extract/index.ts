import type { Declaration } from "../../datasets/schema.ts";
import { resolve } from "../platforms/resolve.ts";
import { absoluteAddress } from "./address.ts";
import { type CollectedPage, collectPage, type Finding } from "./collect.ts";
import { decodePage } from "./decode.ts";
import { type LinkList, listsOf } from "./groups.ts";
import { contextOf, locatorOf, phrasesBefore, type Region, regionOf } from "./surroundings.ts";
import { mayBeAccount } from "./wanted.ts";

/** One page as it came. */
export interface PageSource {
  body: Uint8Array;
  /** URL that answered. */
  url: string;
  /** `Content-Type` header, or null. */
  contentType: string | null;
}

/** A link to a page of the same site. */
export interface SiteLink {
  href: string;
  text: string | null;
  region: Region;
}

/** What one page says. */
export interface PageReading {
  charset: string;
  title: string | null;
  /** Names the page gives its publisher, without repeats. */
  names: string[];
  declares: Declaration[];
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

/** Most declarations kept of a page. */
const maxDeclarations = 500;

/** Reads a page once: what it declares, where it leads, whether there is anything to read. Never throws. */
export function readPage({ body, url, contentType }: PageSource): PageReading {
  const { html, charset } = decodePage(body, contentType);
  const page = collectPage(html, mayBeAccount);
  const baseUrl = page.baseHref === null ? url : absoluteAddress(page.baseHref, url);
  return {
    charset,
    title: page.title,
    names: [...new Set(page.names)],
    declares: declarationsOf(page, baseUrl),
    links: siteLinks(page, baseUrl),
    isEmptyWithoutScripts: page.root.textLength < 200 && page.scriptCount > 0 && page.root.linkCount < 5,
    textLength: page.root.textLength,
    isHtml: /<(!doctype html|html|head|body|div|a|p|title|meta)\b/i.test(html.slice(0, 100_000)),
    baseUrl,
    metaRefresh: page.metaRefresh === null ? null : absoluteAddress(page.metaRefresh, baseUrl),
  };
}

function declarationsOf(page: CollectedPage, baseUrl: string): Declaration[] {
  const lists = listsByFinding(page.findings, baseUrl);
  const declared = new Map<string, Declaration>();
  for (const finding of page.findings) {
    const declaration = declarationOf(finding, baseUrl, lists.get(finding) ?? null);
    const { kind, href, region, text, list } = declaration;
    const key = JSON.stringify([kind, href, region, text, list]);
    if (!declared.has(key)) declared.set(key, declaration);
    if (declared.size >= maxDeclarations) break;
  }
  return [...declared.values()];
}

function declarationOf(finding: Finding, baseUrl: string, list: LinkList | null): Declaration {
  const { kind, href, text, role, element } = finding;
  const shown = isDisplayed(finding);
  const context = new Set([
    ...(role === null ? [] : [role]),
    ...(shown ? contextOf(element) : []),
    ...(shown ? phrasesBefore(element, finding.before ?? []) : []),
    ...(list?.context ?? []),
  ]);
  return {
    kind,
    region: shown ? regionOf(element) : "unknown",
    locator: locatorOf(element),
    href: absoluteAddress(href, baseUrl),
    text,
    context: [...context],
    list: list?.list ?? null,
  };
}

const displayedKinds = new Set<Finding["kind"]>(["link", "relme", "widget", "iframe", "microdata"]);

function isDisplayed(finding: Finding): boolean {
  return displayedKinds.has(finding.kind) && finding.element.tag !== "link" && finding.element.tag !== "meta";
}

function listsByFinding(findings: readonly Finding[], baseUrl: string): Map<Finding, LinkList> {
  const linked = findings.flatMap((finding) => {
    const found = isDisplayed(finding) ? resolve(finding.href, baseUrl, hintOf(finding)) : null;
    return found === null ? [] : [{ finding, ...found }];
  });
  const lists = listsOf(linked.map(({ finding, platform, account }) => ({ element: finding.element, platform, account })));
  return new Map(linked.flatMap(({ finding }, index) => {
    const list = lists[index] ?? null;
    return list === null ? [] : [[finding, list] as const];
  }));
}

/** Within a list a link stands for its platform, whatever its label says: the host counts as label. */
function hintOf({ kind, text, href }: Finding) {
  return { ...(kind === "relme" ? { rel: "me" } : {}), label: `${text ?? ""} ${href}` };
}

function siteLinks(page: CollectedPage, baseUrl: string): SiteLink[] {
  const host = URL.canParse(baseUrl) ? new URL(baseUrl).hostname : "";
  const links = new Map<string, SiteLink>();
  for (const { href, text, element } of page.links) {
    const absolute = absoluteAddress(href, baseUrl);
    if (!URL.canParse(absolute) || links.has(absolute)) continue;
    const url = new URL(absolute);
    if (/^https?:$/.test(url.protocol) && sameSite(url.hostname, host)) {
      links.set(absolute, { href: absolute, text, region: regionOf(element) });
    }
  }
  return [...links.values()];
}

function sameSite(a: string, b: string): boolean {
  return a === b || a.replace(/^www\./, "") === b.replace(/^www\./, "");
}
