import { decodeHTML } from "entities";
import type { Declaration } from "../../datasets/schema.ts";
import { readAddress } from "./address.ts";
import { readLinkedData } from "./json-ld.ts";
import { readMeta } from "./meta.ts";
import { readScript } from "./state.ts";
import { type Element, walkTags } from "./tags.ts";
import { widgetAddress } from "./widgets.ts";

/** A declaration as found, before its surroundings are read. */
export interface Finding {
  kind: Declaration["kind"];
  href: string;
  /** Whose it is by the words beside it: `publisher`, `author`, `organization`, ..., or the keys that lead to it in a script. */
  role: string | null;
  /** Link text or label; for JSON-LD the name of the node. */
  text: string | null;
  element: Element;
  /** For links: the texts just before, oldest first. */
  before?: readonly RecentText[];
}

/** A run of text and the element it stands in. */
export interface RecentText {
  text: string;
  parent: Element;
}

/** All that one pass over a page collects, in document order. */
export interface CollectedPage {
  title: string | null;
  names: string[];
  baseHref: string | null;
  metaRefresh: string | null;
  /** Addresses that may name an account, and feeds. */
  findings: Finding[];
  /** All other links, at most `maxLinks`. */
  links: Finding[];
  scriptCount: number;
  root: Element;
}

/** Most links kept of a page; what lies beyond is no menu any more. */
const maxLinks = 5_000;

/** Collects in one pass. `isWanted` says of an address whether it may name an account. */
export function collectPage(html: string, isWanted: (href: string) => boolean): CollectedPage {
  const notes: Notes = { ...emptyNotes(), isWanted };
  const root = walkTags(html, {
    open(element) {
      if (notes.link !== null) addLabel(element, notes);
      openHandlers[element.tag]?.(element, notes);
      noteWidget(element, notes);
      noteSameAs(element, notes);
    },
    close(element) {
      if (notes.link?.element === element) endLink(notes);
    },
    text(text, parent) {
      if (parent.tag === "script") noteScript(text, parent, notes);
      else if (parent.tag === "title") noteTitle(text, parent, notes);
      else noteText(text, parent, notes);
    },
  });
  const { title, names, baseHref, metaRefresh, findings, links, scriptCount } = notes;
  return { title, names, baseHref, metaRefresh, findings, links, scriptCount, root };
}

interface Notes extends Omit<CollectedPage, "root"> {
  isWanted: (href: string) => boolean;
  /** The link that is open, its text and its icons' labels and classes so far. */
  link: Finding | null;
  linkText: string;
  linkLabel: string;
  linkClass: string;
  recent: readonly RecentText[];
}

function emptyNotes(): Omit<Notes, "isWanted"> {
  return {
    title: null,
    names: [],
    baseHref: null,
    metaRefresh: null,
    findings: [],
    links: [],
    scriptCount: 0,
    link: null,
    linkText: "",
    linkLabel: "",
    linkClass: "",
    recent: [],
  };
}

type Note = (element: Element, notes: Notes) => void;

const openHandlers: Readonly<Record<string, Note>> = {
  a: openLink,
  area: openLink,
  button: openLink,
  link: noteLinkTag,
  meta: noteMeta,
  iframe: noteFrame,
  base: ({ attributes }, notes) => {
    notes.baseHref ??= readAddress(attributes["href"]);
  },
  script: (_, notes) => {
    notes.scriptCount += 1;
  },
};

function openLink(element: Element, notes: Notes): void {
  const { attributes, tag } = element;
  const href = linkAddress(element, notes);
  if (href === null) return;
  endLink(notes);
  const rel = (attributes["rel"] ?? "").toLowerCase();
  const isMe = hasWord(rel, "me");
  const role = hasWord(rel, "author") ? "author" : hasWord(rel, "publisher") ? "publisher" : null;
  const link: Finding = { kind: isMe ? "relme" : "link", href, role, text: null, element, before: notes.recent };
  notes.link = link;
  addLabel(element, notes);
  if (isMe || notes.isWanted(href) || fediversePattern.test(href)) notes.findings.push(link);
  else if (notes.links.length < maxLinks) notes.links.push(link);
  if (tag === "area") endLink(notes);
}

/** Where a link leads: its `href`, else what its scripts read. */
function linkAddress({ attributes }: Element, notes: Notes): string | null {
  const href = readAddress(attributes["href"]);
  if (href !== null && !/^(javascript|#)/i.test(href)) return href;
  const scripted = readAddress(attributes["data-href"] ?? attributes["data-url"] ?? attributes["data-link"]);
  const opened = scripted ?? readAddress(/https?:[^'"\s)]+/.exec(attributes["onclick"] ?? "")?.[0]);
  return opened !== null && notes.isWanted(opened) ? opened : null;
}

function endLink(notes: Notes): void {
  if (notes.link !== null) {
    notes.link.text = cleanText(notes.linkText) ?? cleanText(notes.linkLabel) ?? cleanText(notes.linkClass);
  }
  notes.link = null;
  notes.linkText = "";
  notes.linkLabel = "";
  notes.linkClass = "";
}

/** Enough to reach back over the links that stand before the last one of a list. */
const maxRecent = 8;

function noteText(text: string, parent: Element, notes: Notes): void {
  if (notes.link !== null && notes.linkText.length < 400) notes.linkText += ` ${text}`;
  if (text.length > 1 && /\S/.test(text) && parent.tag !== "style") {
    notes.recent = [...notes.recent.slice(1 - maxRecent), { text, parent }];
  }
}

function addLabel({ attributes }: Element, notes: Notes): void {
  if (notes.linkLabel.length > 400) return;
  const label = attributes["aria-label"] || attributes["alt"] || attributes["title"];
  if (label) notes.linkLabel += ` ${label}`;
  const icon = attributes["class"] ?? attributes["xlink:href"] ?? /[^/]+$/.exec(attributes["src"] ?? "")?.[0];
  if (icon) notes.linkClass += ` ${icon.slice(0, 100)}`;
}

function noteLinkTag(element: Element, notes: Notes): void {
  const { attributes } = element;
  const href = readAddress(attributes["href"]);
  if (href === null) return;
  const rel = (attributes["rel"] ?? "").toLowerCase();
  if (hasWord(rel, "me")) notes.findings.push({ kind: "relme", href, role: null, text: null, element });
  else if (hasWord(rel, "alternate") && feedTypes.test(attributes["type"] ?? "")) {
    notes.findings.push({ kind: "feed", href, role: null, text: cleanText(attributes["title"] ?? ""), element });
  } else if (notes.isWanted(href)) {
    const role = hasWord(rel, "publisher") ? "publisher" : hasWord(rel, "author") ? "author" : null;
    if (role !== null) notes.findings.push({ kind: "link", href, role, text: null, element });
  }
}

const feedTypes = /(rss|atom)\+xml|feed\+json/i;

function noteMeta(element: Element, notes: Notes): void {
  const said = readMeta(element.attributes);
  if (said?.kind === "name") notes.names.push(said.value);
  else if (said?.kind === "refresh") notes.metaRefresh ??= said.value;
  else if (said) notes.findings.push({ kind: "meta", href: said.value, role: said.role, text: null, element });
}

function noteFrame(element: Element, notes: Notes): void {
  const href = readAddress(element.attributes["src"] || element.attributes["data-src"]);
  if (href !== null && notes.isWanted(href)) notes.findings.push({ kind: "iframe", href, role: null, text: null, element });
}

function noteWidget(element: Element, notes: Notes): void {
  const href = readAddress(widgetAddress(element) ?? undefined);
  if (href === null) return;
  if (notes.link?.element === element) notes.link.kind = "widget";
  else notes.findings.push({ kind: "widget", href, role: null, text: null, element });
}

function noteSameAs(element: Element, notes: Notes): void {
  const { attributes } = element;
  const property = attributes["itemprop"] ?? attributes["property"];
  if (property === undefined || !/(^|[\s:/])sameAs(\s|$)/i.test(property)) return;
  const href = readAddress(attributes["href"] ?? attributes["content"]);
  if (href === null || !notes.isWanted(href)) return;
  if (notes.link?.element === element) notes.link.kind = "microdata";
  else notes.findings.push({ kind: "microdata", href, role: null, text: null, element });
}

function noteScript(text: string, element: Element, notes: Notes): void {
  if (/ld\+json/i.test(element.attributes["type"] ?? "")) {
    const data = readLinkedData(text);
    notes.names.push(...data.names);
    for (const { href, of, name } of data.sameAs) {
      notes.findings.push({ kind: "jsonld", href, role: of, text: name, element });
    }
    return;
  }
  for (const { href, path, kind } of readScript(text, notes.isWanted)) {
    notes.findings.push({ kind, href, role: path, text: null, element });
  }
}

/** The title of the page; an icon's title, in SVG, is the label of the link around it. */
function noteTitle(text: string, parent: Element, notes: Notes): void {
  if (notes.link !== null) notes.linkLabel += ` ${text}`;
  else if (parent.parent?.tag !== "svg") notes.title ??= cleanText(text, 300);
}

/** `/@name`, `/users/name`: a Mastodon account perhaps; the platform grammar asks the context. */
const fediversePattern = /^https?:\/\/[^/]+\/(@[\w.-]+|users\/[\w.-]+)\/?$/;

function hasWord(text: string, word: string): boolean {
  return text === word || text.split(/\s+/).includes(word);
}

function cleanText(raw: string, length = 200): string | null {
  return decodeHTML(raw.slice(0, length * 4)).replace(/\s+/g, " ").trim().slice(0, length) || null;
}
