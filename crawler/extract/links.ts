import { readAddress } from "./address.ts";
import { cleanText, type Finding, hasWord, keepFinding, maxLinks, type Notes } from "./notes.ts";
import type { Element } from "./tags.ts";

/** Elements that are links by what their scripts do with a click. Like and share buttons name what they share in `data-href`. */
export function isScriptedLink({ attributes }: Element): boolean {
  if (attributes["onclick"] !== undefined) return true;
  return attributes["data-href"] !== undefined && !/\bfb-/.test(attributes["class"] ?? "");
}

/** Opens a link, area or button: a finding where its address may name an account, else a link. An open one ends before. */
export function openLink(element: Element, notes: Notes): void {
  const href = linkAddress(element, notes);
  if (href === null) return;
  closeLink(notes);
  const rel = (element.attributes["rel"] ?? "").toLowerCase();
  const isMe = hasWord(rel, "me");
  const isFinding = isMe || notes.isWanted(href);
  if (!isFinding && notes.links.length >= maxLinks) return;
  const link: Finding = { kind: isMe ? "relme" : "link", href, role: roleOf(rel), text: null, element };
  notes.link = link;
  addLabel(element, notes);
  link.before = notes.recent.slice(isFinding ? -maxBefore : -1);
  if (isFinding) keepFinding(notes, link);
  else notes.links.push(link);
  if (element.tag === "area") closeLink(notes);
}

/** Ends the open link and writes down its text: what it shows, else its label, else its icon. */
export function closeLink(notes: Notes): void {
  if (notes.link === null) return;
  notes.link.text = cleanText(notes.linkText) ?? cleanText(notes.linkLabel) ?? iconOf(notes.linkClass);
  notes.link = null;
  notes.linkText = "";
  notes.linkLabel = "";
  notes.linkClass = "";
}

/** What an icon without a label is called: its classes or file name after a dot, as in `.fa fa-twitter`. */
function iconOf(classes: string): string | null {
  const icon = cleanText(classes);
  return icon === null ? null : `.${icon}`;
}

/** Adds what an element inside the open link says of it without text. */
export function addLabel({ attributes }: Element, notes: Notes): void {
  if (notes.linkLabel.length + notes.linkClass.length > 600) return;
  const label = attributes["aria-label"] || attributes["alt"] || attributes["title"];
  if (label) notes.linkLabel += ` ${label.slice(0, 200)}`;
  const icon =
    attributes["class"] ??
    attributes["xlink:href"] ??
    /[^/]+$/.exec(attributes["src"]?.slice(-100) ?? "")?.[0];
  if (icon) notes.linkClass += ` ${icon.slice(0, 100)}`;
}

/** Takes a run of text for the open link, and remembers it for the links that follow. */
export function addText(text: string, parent: Element, notes: Notes): void {
  if (notes.link !== null && notes.linkText.length < 400) notes.linkText += ` ${text}`;
  if (text.length < 2 || parent.tag === "style" || !/\S/.test(text)) return;
  notes.recent.push({ text: text.slice(-200), parent });
  if (notes.recent.length > 16 * maxBefore) notes.recent.splice(0, 15 * maxBefore);
}

/** Runs of text a link looks back on: enough to reach over the links that stand before the last one of a list. */
const maxBefore = 8;

/** Whose a link is by its `rel`: `author`, `publisher` or null. */
export function roleOf(rel: string): string | null {
  if (hasWord(rel, "publisher")) return "publisher";
  return hasWord(rel, "author") ? "author" : null;
}

/** Characters of a click's code that are read: an address stands at its begin. */
const maxCode = 2_000;

/** Where a link leads: its `href`, else what its scripts read. */
function linkAddress({ attributes }: Element, notes: Notes): string | null {
  const href = readAddress(attributes["href"]);
  if (href !== null && !/^(?:javascript:|#)/i.test(href)) return href;
  const scripted = attributes["data-href"] ?? attributes["data-url"] ?? attributes["data-link"];
  const code = `${attributes["onclick"] ?? ""} ${attributes["href"] ?? ""}`.slice(0, maxCode);
  const opened = readAddress(scripted ?? /https?:[^'"\s)]+/.exec(code)?.[0]);
  return opened !== null && notes.isWanted(opened) ? opened : null;
}
