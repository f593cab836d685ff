import type { Declaration } from "../../datasets/schema.ts";
import { ancestorsOf } from "./phrases.ts";
import type { Element } from "./tags.ts";

/** What surrounds an element. */
export interface Surroundings {
  /** Part of the page; a header or footer inside an article is the article's own and counts as main. */
  region: Declaration["region"];
  /** What class and id of the elements around say, in the words of `contextWords`, and `article`. */
  context: readonly string[];
}

/**
 * A reader of surroundings for one page, whose walk must be over. What is around an element is worked out once for each element
 * on the way, so that many links cost little more than one.
 */
export function surroundingsReader(root: Element): (element: Element) => Surroundings {
  const known = new Map<Element, Surroundings>([[root, { region: "unknown", context: [] }]]);
  return (element) => {
    const unknown: Element[] = [];
    let at: Element = element;
    while (!known.has(at) && at.parent !== null) {
      unknown.push(at);
      at = at.parent;
    }
    let around = known.get(at) ?? nowhere;
    for (const inner of unknown.toReversed()) {
      around = enter(inner, around, root);
      known.set(inner, around);
    }
    return around;
  };
}

/** Whether a link is a phrase in running text: its paragraph holds much more text than a list of links would. */
export function isInProse(element: Element): boolean {
  const paragraph = ancestorsOf(element, 4).find(({ tag }) => paragraphTags.has(tag));
  if (paragraph === undefined) return false;
  return paragraph.textLength - element.textLength > 60 * paragraph.linkCount;
}

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

type Region = Declaration["region"];
type Words = readonly (readonly [string, RegExp])[];

const nowhere: Surroundings = { region: "unknown", context: [] };

function enter(element: Element, around: Surroundings, root: Element): Surroundings {
  if (element.tag === "body" || element.tag === "html") return around;
  const words = isWholePage(element, root) ? "" : wordsOf(element);
  const isOfSite = around.region === "header" || around.region === "footer";
  const added = [
    ...contextIn(element, words),
    ...(!isOfSite && isArticle(element, words) ? ["article"] : []),
  ];
  const context = added.length === 0 ? around.context : [...new Set([...around.context, ...added])];
  const own = regionOf(element, words);
  if (own === "unknown" || isOfSite) return { context, region: around.region };
  return { context, region: context.includes("article") && own !== "aside" ? "main" : own };
}

/** The class of an article holds the subjects it is filed under, which say nothing of its links. */
function contextIn({ tag }: Element, words: string): string[] {
  if (words === "" || tag === "article") return [];
  return contextWords.flatMap(([word, test]) => (test.test(words) ? [word] : []));
}

function isArticle({ tag, attributes }: Element, words: string): boolean {
  return tag === "article" || attributes["itemprop"] === "articleBody" || articleBody.test(words);
}

/** What holds most of a page's links is the page, whatever its class says. */
function isWholePage(element: Element, root: Element): boolean {
  return root.linkCount >= 10 && element.linkCount > 0.6 * root.linkCount;
}

function regionOf({ tag, attributes }: Element, words: string): Region {
  const role = attributes["role"];
  return (
    regionTags.get(tag) ??
    (role === undefined ? undefined : regionRoles.get(role)) ??
    (words === "" ? undefined : regionWords.find(([, test]) => test.test(words))?.[0]) ??
    "unknown"
  );
}

const regionTags = new Map<string, Region>([
  ["header", "header"],
  ["nav", "nav"],
  ["main", "main"],
  ["article", "main"],
  ["aside", "aside"],
  ["footer", "footer"],
]);
const regionRoles = new Map<string, Region>([
  ["banner", "header"],
  ["navigation", "nav"],
  ["main", "main"],
  ["article", "main"],
  ["complementary", "aside"],
  ["contentinfo", "footer"],
]);

/** Any of some words standing alone in class and id, camelCase split; of `exact` ones, any that is a whole class, or its first part. */
const anyWord = (words: string, exact = "") =>
  new RegExp(
    `(?:^|[^a-z])(?:${words.split(/\s+/).join("|")})(?:[^a-z]|$)${
      exact &&
      `|(?:^|\\s)(?:(?:site|page)[-_])?(?:${exact.split(/\s+/).join("|")})(?:[-_](?:bar|nav|menu|area|line|strip|links?|wrap(?:per)?|container|inner|left|right))?(?:\\s|$)`
    }`,
  );

/** The first row that fits counts. Page builders call parts of a page's body top, bottom and secondary, too: those stand for themselves only. */
const regionWords: readonly (readonly [Region, RegExp])[] = [
  ["footer", anyWord("footer colophon", "bottom foot ft")],
  ["aside", anyWord("sidebar aside rail widgets widget-area", "secondary")],
  ["nav", anyWord("nav navbar navigation menu")],
  ["header", anyWord("header masthead topbar toolbar", "top head hd")],
  ["main", anyWord("content main article post entry story")],
];
const articleBody = anyWord(
  "entry-content post-content article-body articlebody article-content post-body story-body post-text article-text",
);
const contextWords: Words = [
  ["share", anyWord("share sharing sharer sharethis addthis addtoany shariff sharedaddy teilen bookmarks?")],
  [
    "author",
    anyWord("authors? authorbox byline bio contributors? writers? reporters? journalists? vcard autor"),
  ],
  ["comment", anyWord("comments? commentlist disqus respond replies postbody postprofile postbit signature")],
  ["embed", anyWord("tweets? twtr twitter-feed instagram-media fb-post embed oembed")],
  [
    "team",
    anyWord("team staff people person speakers? employees? board leadership members? mitarbeiter equipe"),
  ],
  ["partner", anyWord("partners? sponsors? clients? customers? exhibitors?")],
  ["credit", anyWord("credits? agency designer developed theme-author poweredby powered")],
  ["blogroll", anyWord("blogroll bloglist linkcat friends")],
  ["social", anyWord("socials? soc sns follow follow-us connect socialmedia sociallinks")],
];

/** Class and id in lower case with camelCase split; at most 300 characters of them are read. */
function wordsOf({ attributes }: Element): string {
  const { class: className, id } = attributes;
  if (className === undefined && id === undefined) return "";
  const words = `${className ?? ""} ${id ?? ""}`.slice(0, 300).trim();
  return words.replace(/([a-z])([A-Z])/g, "$1-$2").toLowerCase();
}

const paragraphTags = new Set("p li td dd blockquote figcaption h1 h2 h3 h4 h5 h6".split(" "));
