import type { Declaration } from "../../datasets/schema.ts";
import type { RecentText } from "./notes.ts";
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

/** What is written before a link in its own block, or over it as a heading, in the words of `contextWords`. */
export function phrasesBefore(element: Element, before: readonly RecentText[]): string[] {
  const around = ancestorsOf(element, 5);
  const block = around.slice(0, 3);
  return before.flatMap(({ text, parent }) => {
    const isInBlock = block.includes(parent);
    const isOver = text.length < 60 && parent.parent !== null && around.includes(parent.parent);
    const phrases = [...(isInBlock ? inlinePhrases : []), ...(isInBlock || isOver ? headingPhrases : [])];
    return phrases.flatMap(([word, test]) => (test.test(text) ? [word] : []));
  });
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

/** Any of some words standing alone in class and id, camelCase split. */
const anyWord = (words: string) => new RegExp(`(?:^|[^a-z])(?:${words.split(/\s+/).join("|")})(?:[^a-z]|$)`);

/** The first row that fits counts. */
const regionWords: readonly (readonly [Region, RegExp])[] = [
  ["footer", anyWord("foot footer colophon bottom ft")],
  ["aside", anyWord("sidebar aside rail widget widgets secondary")],
  ["nav", anyWord("nav navbar navigation menu")],
  ["header", anyWord("head header masthead topbar toolbar top hd")],
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
  ["comment", anyWord("comments? commentlist disqus respond replies")],
  ["embed", anyWord("tweets? twtr twitter-feed instagram-media fb-post embed oembed")],
  [
    "team",
    anyWord("team staff people person speakers? employees? board leadership members? mitarbeiter equipe"),
  ],
  ["partner", anyWord("partners? sponsors? clients? customers? exhibitors?")],
  ["credit", anyWord("credits? agency designer developed theme-author poweredby powered")],
  ["blogroll", anyWord("blogroll linkcat friends")],
  ["social", anyWord("socials? soc sns follow follow-us connect socialmedia sociallinks")],
];

/** At the end of what stands before a link in its block. */
const inlinePhrases: Words = [
  [
    "credit",
    /\b(?:(?:web)?site|web ?design|design(?:ed)?|develop(?:ed|ment)|built|powered|theme|template|created|hosted|crafted|réalisation|realisation|umsetzung|gestaltung|programmierung|realizzazione|diseño)(?: (?:&\w*;?|and|und|\w+))? ?(?:by|with|von|par|durch|da|por|:)\s*$/i,
  ],
  ["author", /(?:^|\W)(?:by|von|par|photo|foto|image|via|author|autor)\s*:?\s*$/i],
];
const headingPhrases: Words = [
  [
    "follow",
    /\b(?:(?:follow|find|join) us|connect with us|stay connected|social media|get social|folg(?:en sie|e|t) uns|besuchen sie uns|suivez-nous|síguenos|siga-nos|seguici|volg ons|følg os|följ oss)\b/i,
  ],
  ["author", /\b(?:about (?:the author|me)|über (?:den autor|die autorin|mich)|à propos de l'auteur)\b/i],
  [
    "partner",
    /^\s*(?:our |unsere )?(?:partners?|sponsors?|supporters?|members?|clients|customers)\s*:?\s*$/i,
  ],
  ["team", /^\s*(?:our |the |unser )?(?:team|staff|people|speakers?|leadership|board)\s*:?\s*$/i],
  ["blogroll", /^\s*(?:blog ?roll|(?:useful |web)?links|friends)\s*:?\s*$/i],
];

/** Class and id in lower case with camelCase split; at most 300 characters of them are read. */
function wordsOf({ attributes }: Element): string {
  const { class: className, id } = attributes;
  if (className === undefined && id === undefined) return "";
  const words = `${className ?? ""} ${id ?? ""}`.slice(0, 300).trim();
  return words.replace(/([a-z])([A-Z])/g, "$1-$2").toLowerCase();
}

const paragraphTags = new Set("p li td dd blockquote figcaption h1 h2 h3 h4 h5 h6".split(" "));

function ancestorsOf(element: Element, count: number): Element[] {
  const ancestors: Element[] = [];
  for (let at = element.parent; at !== null && ancestors.length < count; at = at.parent) ancestors.push(at);
  return ancestors;
}
