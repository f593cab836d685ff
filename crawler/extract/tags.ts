import { Tokenizer, type TokenizerCallbacks } from "htmlparser2";

/** An open or closed element, linked to its ancestors. Of its attributes only those in `keptAttributes` and `data-*` are held. */
export interface Element {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly parent: Element | null;
  readonly isBlock: boolean;
  /** Characters of text inside without the white space around each run; complete once the element is closed. */
  textLength: number;
  /** Links inside; complete once the element is closed. */
  linkCount: number;
  /** Headings inside that are not links; complete once the element is closed. */
  headingCount: number;
}

/** What a walk tells, in document order. Attribute values and texts are raw: entities are not decoded. */
export interface TagVisitor {
  open(element: Element): void;
  close(element: Element): void;
  text(text: string, parent: Element): void;
}

/**
 * Walks the tags of a page in one pass and returns the root, whose counts are the page's. Comments are left out. Of HTML's rules for
 * faulty nesting it keeps the few that decide what contains what.
 */
export function walkTags(html: string, visitor: TagVisitor): Element {
  const root = { ...newElement("#root", {}, null), isBlock: true };
  const stack = elementStack(root, visitor);
  const tokenizer = new Tokenizer({ decodeEntities: false }, tokenHandlers(html, stack));
  tokenizer.write(html);
  tokenizer.end();
  return root;
}

function newElement(tag: string, attributes: Element["attributes"], parent: Element | null): Element {
  const linkCount = linkTags.has(tag) && attributes["href"] !== undefined ? 1 : 0;
  return { tag, attributes, parent, isBlock: blockTags.has(tag), textLength: 0, linkCount, headingCount: 0 };
}

/**
 * Deepest nesting that is followed, as in Blink: a deeper element becomes a sibling of its parent. It bounds the search for the
 * element an end tag closes, so that hostile nesting takes linear time (htmlparser2's own parser takes quadratic time there).
 */
const maxDepth = 512;

interface ElementStack {
  open(tag: string, attributes: Record<string, string>, isSelfClosing: boolean): void;
  close(tag: string): void;
  closeAll(): void;
  text(text: string): void;
}

function elementStack(root: Element, visitor: TagVisitor): ElementStack {
  const stack: Element[] = [root];
  const top = () => stack[stack.length - 1] ?? root;
  const pop = () => {
    const element = stack.pop();
    if (element === undefined || element.parent === null) return;
    element.parent.textLength += element.textLength;
    element.parent.linkCount += element.linkCount;
    element.parent.headingCount += isHeading(element) ? 1 : element.headingCount;
    visitor.close(element);
  };
  return {
    open(tag, attributes, isSelfClosing) {
      while (stack.length > 1 && endsBefore(top().tag, tag)) pop();
      if (stack.length > maxDepth) pop();
      const element = newElement(tag, attributes, top());
      stack.push(element);
      visitor.open(element);
      if (voidTags.has(tag) || (isSelfClosing && canCloseItself(element))) pop();
    },
    close(tag) {
      const depth = closingDepth(stack, tag);
      while (depth > 0 && stack.length > depth) pop();
    },
    closeAll() {
      while (stack.length > 1) pop();
    },
    text(text) {
      const parent = top();
      if (!unreadTags.has(parent.tag)) parent.textLength += text.trim().length;
      visitor.text(text, parent);
    },
  };
}

function tokenHandlers(html: string, stack: ElementStack): TokenizerCallbacks {
  let tag = "";
  let attributes: Record<string, string> = {};
  let name = "";
  let isWanted = false;
  let value = "";
  return {
    ...ignored,
    onopentagname(start, end) {
      tag = html.slice(start, end).toLowerCase();
      attributes = {};
    },
    onattribname(start, end) {
      name = html.slice(start, end).toLowerCase();
      value = "";
      isWanted = isKept(name) && attributes[name] === undefined;
    },
    onattribdata(start, end) {
      if (isWanted) value = html.slice(start, end);
    },
    onattribend() {
      if (isWanted) attributes[name] = value;
    },
    onopentagend: () => stack.open(tag, attributes, false),
    onselfclosingtag: () => stack.open(tag, attributes, true),
    onclosetag: (start, end) => stack.close(html.slice(start, end).toLowerCase()),
    ontext: (start, end) => stack.text(html.slice(start, end)),
    onend: () => stack.closeAll(),
  };
}

const ignore = () => {};
const ignored = {
  ontextentity: ignore,
  onattribentity: ignore,
  oncdata: ignore,
  oncomment: ignore,
  ondeclaration: ignore,
  onprocessinginstruction: ignore,
};

function isHeading({ tag, textLength, linkCount, parent }: Element): boolean {
  return /^h[1-6]$/.test(tag) && textLength > 0 && linkCount === 0 && parent?.tag !== "a";
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

const linkTags = words("a area");
const voidTags = words("area base br col embed frame hr img input link meta param source track wbr");
/** Their text is not read by a visitor of the page. */
const unreadTags = words("script style noscript template textarea title");
const blockTags = words(
  `address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header html
  li main nav ol p section table tbody td tfoot th thead tr ul`,
);
const cellTags = words("td th caption");
const tableTags = words("table tbody thead tfoot tr td th caption");
const keptAttributes = words(
  `addthis:userid addthis:usertype alt aria-label charset class content href http-equiv id itemprop name onclick property rel role src title type username
  xlink:href`,
);

function isKept(name: string): boolean {
  return keptAttributes.has(name) || name.startsWith("data-");
}

/** Tags that an opening tag closes when they are open on top. */
const impliedEnds = new Map([
  ["a", words("a")],
  ["li", words("li")],
  ["dt", words("dt dd")],
  ["dd", words("dt dd")],
  ["tr", words("td th tr")],
  ["td", words("td th")],
  ["th", words("td th")],
  ["option", words("option")],
  ["body", words("head")],
]);

function endsBefore(open: string, next: string): boolean {
  if (open === "p") return blockTags.has(next);
  return impliedEnds.get(next)?.has(open) ?? false;
}

/** `<path/>` closes itself inside SVG, `<fb:page/>` is meant to; in HTML proper the slash means nothing. */
function canCloseItself({ tag, parent }: Element): boolean {
  if (tag === "svg" || tag === "math" || tag.includes(":")) return true;
  let ancestor = parent;
  for (let steps = 0; ancestor !== null && steps < 8; steps += 1) {
    if (ancestor.tag === "svg" || ancestor.tag === "math") return true;
    ancestor = ancestor.parent;
  }
  return false;
}

/** How many inline elements may be open between an inline end tag and its start. */
const maxInline = 64;

/**
 * Position on the stack of the element an end tag closes, or 0. An inline end tag does not close a block around it, nor any end
 * tag but a table's the cell around it.
 */
function closingDepth(stack: readonly Element[], closed: string): number {
  const isInline = !blockTags.has(closed);
  const least = isInline ? Math.max(0, stack.length - maxInline) : 0;
  const isOfTable = tableTags.has(closed);
  for (let depth = stack.length - 1; depth > least; depth -= 1) {
    const element = stack[depth];
    if (element === undefined || element.tag === closed) return depth;
    if (element.isBlock && (isInline || (!isOfTable && cellTags.has(element.tag)))) return 0;
  }
  return 0;
}
