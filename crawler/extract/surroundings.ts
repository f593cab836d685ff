import type { Declaration } from "../../datasets/schema.ts";
import type { RecentText } from "./collect.ts";
import type { Element } from "./tags.ts";

export type Region = Declaration["region"];

/**
 * Part of the page an element stands in: its nearest ancestor that is one by tag, role, class or id. A header or footer inside an
 * article is the article's own and counts as main.
 */
export function regionOf(element: Element): Region {
  let region: Region = "unknown";
  for (let at: Element | null = element; at !== null; at = at.parent) {
    const here = ownRegion(at);
    if (region === "unknown" || here === "footer" || here === "header") region = here === "unknown" ? region : here;
    if (at.tag === "article") return region === "aside" ? region : "main";
  }
  return region;
}

/** What surrounds an element and bears on whose account it links: the words of `contextWords` met on the way up. */
export function contextOf(element: Element): string[] {
  const found = new Set<string>();
  let steps = 0;
  for (let at: Element | null = element; at !== null && steps < maxSteps; at = at.parent) {
    for (const word of ownContext(at)) found.add(word);
    steps += 1;
  }
  if (isProse(element)) found.add("prose");
  if (isInArticle(element)) found.add("article");
  return [...found];
}

/** What is written before a link in its own block, or over it as a heading: `credit`, `author`, `follow`, `partner`, `team`. */
export function phrasesBefore(element: Element, before: readonly RecentText[]): string[] {
  const block = ancestorsOf(element, 3);
  const around = ancestorsOf(element, 5);
  return before.flatMap(({ text, parent }) => {
    const inBlock = block.includes(parent);
    const isHeading = text.length < 60 && parent.parent !== null && around.includes(parent.parent);
    const phrases = [...(inBlock ? inlinePhrases : []), ...(inBlock || isHeading ? headingPhrases : [])];
    return phrases.flatMap(([word, test]) => (test.test(text) ? [word] : []));
  });
}

function ancestorsOf(element: Element, count: number): Element[] {
  const ancestors: Element[] = [];
  for (let at = element.parent; at !== null && ancestors.length < count; at = at.parent) ancestors.push(at);
  return ancestors;
}

const inlinePhrases: readonly (readonly [string, RegExp])[] = [
  ["credit", /\b(web ?site|site|web ?design|design|designed|developed|development|built|powered|theme|template|created|hosted|crafted|realisation|réalisation|umsetzung|webdesign|gestaltung|programmierung|realizzazione|diseño)\s*(&\w+;|&|and|und)?\s*(\w+)?\s*(by|with|von|par|durch|da|por|:)\s*$/i],
  ["author", /(^|\W)(by|written by|posted by|von|par|photo|foto|image|via|author|autor)\s*:?\s*$/i],
];
const headingPhrases: readonly (readonly [string, RegExp])[] = [
  ["follow", /\b(follow us|find us|connect with us|stay connected|social media|join us|get social|folgen sie uns|folge uns|folgt uns|besuchen sie uns|suivez-nous|síguenos|siga-nos|seguici|volg ons|følg os|följ oss)\b/i],
  ["author", /\b(about the author|about me|über den autor|über die autorin|à propos de l'auteur)\b/i],
  ["partner", /^\s*(our |unsere )?(partners?|sponsors?|supporters?|friends|members?|clients|customers|partner und sponsoren)\s*:?\s*$/i],
  ["team", /^\s*(our |the |unser )?(team|staff|people|speakers?|leadership|board)\s*:?\s*$/i],
  ["blogroll", /^\s*(blogroll|blog roll|links|friends|useful links|weblinks)\s*:?\s*$/i],
];

/** A short CSS-like path to an element, from its nearest ancestor with an id. */
export function locatorOf(element: Element): string {
  const steps: string[] = [];
  for (let at: Element | null = element; at !== null && steps.length < 6; at = at.parent) {
    const id = at.attributes["id"]?.trim().split(/\s+/)[0];
    const className = at.attributes["class"]?.trim().split(/\s+/)[0];
    steps.unshift(id ? `${at.tag}#${id}` : className ? `${at.tag}.${className}` : at.tag);
    if (id) break;
  }
  return steps.join(" > ").slice(0, 300);
}

/** How far up a word still says something about the link. */
const maxSteps = 40;

const regionTags: Readonly<Record<string, Region>> = {
  header: "header",
  nav: "nav",
  main: "main",
  article: "main",
  aside: "aside",
  footer: "footer",
};
const regionRoles: Readonly<Record<string, Region>> = {
  banner: "header",
  navigation: "nav",
  main: "main",
  article: "main",
  complementary: "aside",
  contentinfo: "footer",
};
/** Words of class and id; the first row that fits counts. */
const regionWords: readonly (readonly [RegExp, Region])[] = [
  [/(^|[^a-z])(foot|footer|colophon|bottom|ft)([^a-z]|$)/, "footer"],
  [/(^|[^a-z])(sidebar|aside|rail|widget|widgets|secondary)([^a-z]|$)/, "aside"],
  [/(^|[^a-z])(nav|navbar|navigation|menu)([^a-z]|$)/, "nav"],
  [/(^|[^a-z])(head|header|masthead|topbar|toolbar|top|hd)([^a-z]|$)/, "header"],
  [/(^|[^a-z])(content|main|article|post|entry|story)([^a-z]|$)/, "main"],
];

const contextWords: readonly (readonly [string, RegExp])[] = [
  ["share", /(^|[^a-z])(share|sharing|sharer|sharethis|addthis|addtoany|shariff|sharedaddy|teilen|bookmarks?)([^a-z]|$)/],
  ["author", /(^|[^a-z])(author|authors|authorbox|byline|bio|contributor|contributors|saboxplugin|vcard|autor)([^a-z]|$)/],
  ["comment", /(^|[^a-z])(comment|comments|commentlist|disqus|respond|replies)([^a-z]|$)/],
  ["embed", /(^|[^a-z])(tweet|tweets|twitter-tweet|instagram-media|fb-post|embed|oembed|wp-block-embed)([^a-z]|$)/],
  ["team", /(^|[^a-z])(team|staff|people|person|speaker|speakers|employee|employees|board|leadership|member|members|profile-card)([^a-z]|$)/],
  ["partner", /(^|[^a-z])(partner|partners|sponsor|sponsors|client|clients|customer|customers|exhibitors?)([^a-z]|$)/],
  ["credit", /(^|[^a-z])(credit|credits|agency|designer|developed|theme-author|poweredby|powered)([^a-z]|$)/],
  ["blogroll", /(^|[^a-z])(blogroll|linkcat|friends)([^a-z]|$)/],
  ["social", /(^|[^a-z])(social|socials|soc|sns|follow|follow-us|connect|socialmedia|sociallinks)([^a-z]|$)/],
];

const noWords: readonly string[] = [];
const regions = new WeakMap<Element, Region>();
const contexts = new WeakMap<Element, readonly string[]>();

function ownRegion(element: Element): Region {
  const held = regions.get(element);
  if (held !== undefined) return held;
  const { tag, attributes } = element;
  const isPage = tag === "body" || tag === "html";
  const region =
    regionTags[tag] ??
    regionRoles[attributes["role"] ?? ""] ??
    (isPage ? undefined : regionWords.find(([test]) => test.test(wordsOf(element)))?.[1]) ??
    "unknown";
  regions.set(element, region);
  return region;
}

function ownContext(element: Element): readonly string[] {
  const held = contexts.get(element);
  if (held !== undefined) return held;
  const words = element.tag === "body" || element.tag === "html" ? "" : wordsOf(element);
  const context =
    words === "" || element.tag === "article" ? noWords : contextWords.flatMap(([word, test]) => (test.test(words) ? [word] : []));
  contexts.set(element, context);
  return context;
}

/** Class and id in lower case with camelCase split; at most 300 characters of them are read. */
function wordsOf({ attributes }: Element): string {
  const words = `${attributes["class"] ?? ""} ${attributes["id"] ?? ""}`.slice(0, 300);
  return words
    .trim()
    .replace(/([a-z])([A-Z])/g, "$1-$2")
    .toLowerCase();
}

/** Words of the class of an article's own text, and microdata for the same. */
const bodyWords = /(^|[^a-z])(entry-content|post-content|article-body|articlebody|article-content|post-body|story-body|post-text|article-text)([^a-z]|$)/;

function isInArticle(element: Element): boolean {
  for (let at = element.parent; at !== null; at = at.parent) {
    if (at.tag === "article" || at.attributes["itemprop"] === "articleBody" || bodyWords.test(wordsOf(at))) return true;
  }
  return false;
}

const proseTags = new Set(["p", "li", "td", "dd", "blockquote", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6"]);

/** Whether a link is a phrase in running text: its paragraph holds much more text than links would. */
function isProse(element: Element): boolean {
  let at = element.parent;
  for (let steps = 0; at !== null && steps < 4; steps += 1, at = at.parent) {
    if (proseTags.has(at.tag)) return at.textLength - element.textLength > 60 * at.linkCount;
  }
  return false;
}
