import { readAddress } from "./address.ts";
import { readLinkedData } from "./json-ld.ts";
import { addLabel, addText, closeLink, isScriptedLink, openLink, roleOf } from "./links.ts";
import { readMeta } from "./meta.ts";
import { cleanText, dropMiddle, type Finding, hasWord, type Notes, noteFinding, openNotes } from "./notes.ts";
import { calledAccounts, sourceAccounts } from "./script-widgets.ts";
import { readScript } from "./state.ts";
import { type Element, walkTags } from "./tags.ts";
import { widgetAddress } from "./widgets.ts";

/** All that one pass over a page collects, in document order. */
export interface CollectedPage {
  title: string | null;
  names: string[];
  baseHref: string | null;
  metaRefresh: string | null;
  /** Addresses that may name an account, and feeds; of very many the first and the last. */
  findings: Finding[];
  links: Finding[];
  /** Addresses that frames show. */
  frames: string[];
  scriptCount: number;
  /** Whether there is an element that a script framework fills, and nothing in it. */
  hasEmptyRoot: boolean;
  root: Element;
}

/** Collects in one pass. `isWanted` says of an address whether it may name an account. */
export function collectPage(html: string, isWanted: Notes["isWanted"]): CollectedPage {
  const notes = openNotes(isWanted);
  const root = walkTags(html, {
    open(element) {
      if (notes.link !== null) addLabel(element, notes);
      const open = openHandlers.get(element.tag);
      if (open !== undefined) open(element, notes);
      else if (notes.link === null && isScriptedLink(element)) openLink(element, notes);
      noteWidget(element, notes);
      noteSameAs(element, notes);
    },
    close(element) {
      if (notes.link?.element === element) closeLink(notes);
      if (isEmptyRoot(element)) notes.hasEmptyRoot = true;
    },
    text(text, parent) {
      if (parent.tag === "script") noteScript(text, parent, notes);
      else if (parent.tag === "title") noteTitle(text, parent, notes);
      else addText(text, parent, notes);
    },
  });
  dropMiddle(notes);
  const { title, names, baseHref, metaRefresh, findings, links, frames } = notes;
  const { scriptCount, hasEmptyRoot } = notes;
  return { title, names, baseHref, metaRefresh, findings, links, frames, scriptCount, hasEmptyRoot, root };
}

/** Where the starters of React, Vue, Next, Nuxt, Gatsby, Svelte and Angular put what they show. */
const rootIds = new Set(["root", "app", "__next", "__nuxt", "___gatsby", "svelte", "app-root"]);

function isEmptyRoot({ tag, attributes, textLength, linkCount }: Element): boolean {
  return textLength === 0 && linkCount === 0 && (tag === "app-root" || rootIds.has(attributes["id"] ?? ""));
}

const openHandlers = new Map<string, (element: Element, notes: Notes) => void>([
  ["a", openLink],
  ["area", openLink],
  ["button", openLink],
  ["link", noteLinkTag],
  ["meta", noteMeta],
  ["frame", noteFrame],
  ["iframe", noteFrame],
  ["base", noteBase],
  ["script", noteScriptTag],
]);

function noteLinkTag(element: Element, notes: Notes): void {
  const { rel: words = "", type = "", title = "", href: raw } = element.attributes;
  const rel = words.toLowerCase();
  const role = roleOf(rel);
  const isFeed = hasWord(rel, "alternate") && feedTypes.test(type);
  const kind = hasWord(rel, "me") ? "relme" : isFeed ? "feed" : "link";
  if (kind === "link" && role === null) return;
  const href = readAddress(raw);
  if (kind === "link" && !notes.isWanted(href ?? "")) return;
  noteFinding(notes, { kind, href, role, element, text: isFeed ? cleanText(title) : null });
}

const feedTypes = /(?:rss|atom)\+xml|feed\+json/i;

function noteMeta(element: Element, notes: Notes): void {
  const said = readMeta(element.attributes);
  if (said?.kind === "name") notes.names.push(said.value);
  else if (said?.kind === "refresh") notes.metaRefresh ??= isInNoscript(element) ? null : said.value;
  else if (said) noteFinding(notes, { kind: "meta", href: said.value, role: said.role, element });
}

/** A refresh for browsers without scripts leads to a page that says so, not to the site. */
function isInNoscript({ parent }: Element): boolean {
  return parent !== null && (parent.tag === "noscript" || isInNoscript(parent));
}

function noteFrame(element: Element, notes: Notes): void {
  const href = readAddress(element.attributes["src"] || element.attributes["data-src"]);
  if (href === null) return;
  for (const account of sourceAccounts(href))
    noteFinding(notes, { kind: "iframe", href: account, role: null, element });
  if (notes.isWanted(href)) noteFinding(notes, { kind: "iframe", href, role: null, element });
  else if (notes.frames.length < maxFrames) notes.frames.push(href);
}

/** Framesets of the nineties had three or four. */
const maxFrames = 10;

function noteBase({ attributes }: Element, notes: Notes): void {
  notes.baseHref ??= readAddress(attributes["href"]);
}

function noteScriptTag(element: Element, notes: Notes): void {
  notes.scriptCount += 1;
  const src = readAddress(element.attributes["src"]) ?? "";
  for (const href of sourceAccounts(src)) noteFinding(notes, { kind: "widget", href, role: null, element });
}

/** A follow button or page plugin; one that is a link itself stays that link. */
function noteWidget(element: Element, notes: Notes): void {
  const href = readAddress(widgetAddress(element) ?? undefined);
  if (href === null) return;
  if (notes.link?.element === element) notes.link.kind = "widget";
  else noteFinding(notes, { kind: "widget", href, role: null, element });
}

/** Microdata and RDFa `sameAs`. */
function noteSameAs(element: Element, notes: Notes): void {
  const { attributes } = element;
  const property = attributes["itemprop"] ?? attributes["property"];
  if (property === undefined || !/(?:^|[\s:/])sameAs(?:\s|$)/i.test(property)) return;
  const href = readAddress(attributes["href"] ?? attributes["content"]);
  if (notes.link?.element === element) {
    if (notes.link.kind === "link") notes.link.kind = "microdata";
    return;
  }
  if (href !== null && notes.isWanted(href))
    noteFinding(notes, { kind: "microdata", href, role: null, element });
}

function noteScript(text: string, element: Element, notes: Notes): void {
  if (/ld\+json/i.test(element.attributes["type"] ?? "")) {
    const { names, sameAs } = readLinkedData(text);
    notes.names.push(...names);
    for (const { href, of, name } of sameAs)
      noteFinding(notes, { kind: "jsonld", href, role: of, text: name, element });
    return;
  }
  for (const href of calledAccounts(text)) noteFinding(notes, { kind: "widget", href, role: null, element });
  for (const { href, path, kind } of readScript(text, notes.isWanted)) {
    noteFinding(notes, { kind, href, role: path, element });
  }
}

/** The title of the page; an icon's title, in SVG, is a label of the link around it. */
function noteTitle(text: string, { parent }: Element, notes: Notes): void {
  if (notes.link !== null) notes.linkLabel += ` ${text.slice(0, 200)}`;
  else if (parent?.tag !== "svg") notes.title ??= cleanText(text, 300);
}
