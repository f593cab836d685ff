import { decodeHTML } from "entities";
import type { Declaration } from "../../datasets/schema.ts";
import type { Element } from "./tags.ts";

/** An address that a page gives somewhere, before its surroundings are read. */
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

/** What has been noted so far while a page is walked, in document order. */
export interface Notes {
  /** Whether an address may name an account and is worth a finding. */
  isWanted: (href: string) => boolean;
  title: string | null;
  names: string[];
  baseHref: string | null;
  metaRefresh: string | null;
  findings: Finding[];
  /** Links that are no findings, at most `maxLinks`. */
  links: Finding[];
  /** Addresses of frames, at most `maxFrames`. */
  frames: string[];
  scriptCount: number;
  /** Whether there is an element that a script framework fills, and nothing in it. */
  hasEmptyRoot: boolean;
  /** The link that is open, with its text, its icons' labels and their classes so far. */
  link: Finding | null;
  linkText: string;
  linkLabel: string;
  linkClass: string;
  /** The newest runs of text, oldest first. */
  recent: RecentText[];
}

/** Most findings kept: half of them from the page's begin, half from its end, where header and footer are. */
const maxFindings = 4_000;

/** Most links kept that are no findings; what lies beyond is no menu any more. */
export const maxLinks = 5_000;

/** A blank notebook. */
export function openNotes(isWanted: Notes["isWanted"]): Notes {
  return {
    isWanted,
    title: null,
    names: [],
    baseHref: null,
    metaRefresh: null,
    findings: [],
    links: [],
    frames: [],
    scriptCount: 0,
    hasEmptyRoot: false,
    link: null,
    linkText: "",
    linkLabel: "",
    linkClass: "",
    recent: [],
  };
}

/** Notes an address, if there is one. */
export function noteFinding(
  notes: Notes,
  finding: Omit<Finding, "href" | "text"> & { href: string | null; text?: string | null },
): void {
  const { href, text = null } = finding;
  if (href !== null) keepFinding(notes, { ...finding, href, text });
}

/** Keeps a finding. The middle ones are dropped now and then, so that they fill no memory. */
export function keepFinding(notes: Notes, finding: Finding): void {
  notes.findings.push(finding);
  if (notes.findings.length >= 2 * maxFindings) dropMiddle(notes);
}

/** Drops what lies between the first and the last findings that are kept. */
export function dropMiddle({ findings }: Notes): void {
  if (findings.length > maxFindings) findings.splice(maxFindings / 2, findings.length - maxFindings);
}

/** Text as read: entities decoded, white space made single, cut to a length; null when nothing is left. */
export function cleanText(raw: string, length = 200): string | null {
  const cut = raw.slice(0, length * 4);
  const decoded = cut.includes("&") ? decodeHTML(cut) : cut;
  return decoded.replace(/\s+/g, " ").trim().slice(0, length) || null;
}

/** Whether a list of words in an attribute holds a word. */
export function hasWord(list: string, word: string): boolean {
  return list === word || (list.includes(word) && list.split(/\s+/).includes(word));
}
