import { decodeHTML } from "entities";

/** An address that some node of a page's JSON-LD calls the same as itself. */
interface SameAs {
  href: string;
  /** Whose address it is. */
  of: NodeOwner;
  /** Name of that node, where it has one. */
  name: string | null;
}

/** `publisher`, `organization` and `website` speak for the site; `person` may, if the site is that person's; the others do not. */
type NodeOwner = "publisher" | "organization" | "website" | "person" | "author" | "other";

/** What the page's JSON-LD says: profile addresses, and names of its publisher. */
export interface LinkedData {
  sameAs: SameAs[];
  names: string[];
}

/** Reads one JSON-LD script; text that is no JSON, even after mending, says nothing. Walks without recursion. */
export function readLinkedData(text: string): LinkedData {
  const nodes = listNodes(parseLoosely(text));
  const publishers = new Set(
    nodes.flatMap(({ role, id }) => (role === "publisher" && id !== null ? [id] : [])),
  );
  const owned = nodes.map((node) => ({ ...node, of: ownerOf(node, publishers) }));
  return {
    sameAs: owned.flatMap(({ sameAs, of, name }) => sameAs.map((href) => ({ href, of, name }))),
    names: owned.flatMap(({ name, of, types }) => (name !== null && isSiteName(of, types) ? [name] : [])),
  };
}

interface Node {
  id: string | null;
  /** Lower case, separated by spaces. */
  types: string;
  /** Property it stands in, lower case; empty at the top. */
  role: string;
  name: string | null;
  sameAs: string[];
}

/** Names of single pages are headlines. */
function isSiteName(of: NodeOwner, types: string): boolean {
  return of === "publisher" || of === "organization" || (of === "website" && /website|blog\b/.test(types));
}

/** Nodes in and below these properties are somebody or something else, whatever their type. */
const foreignRoles = new Set(
  `author creator contributor editor reviewer reviewedby about mentions subject performer actor director itemreviewed review comment
  sponsor funder member memberof employee founder founders alumni alumniof affiliation worksfor knows video audio image citation
  recipe location competitor hometeam awayteam brand client customer itemlistelement`.split(/\s+/),
);

function ownerOf({ role, id, types }: Node, publishers: ReadonlySet<string>): NodeOwner {
  if (role === "publisher" || (id !== null && publishers.has(id))) return "publisher";
  if (foreignRoles.has(role)) return role === "author" || role === "creator" ? "author" : "other";
  if (types.includes("person")) return "person";
  if (/website|page\b|blog\b/.test(types)) return "website";
  return otherThings.test(types) || types === "" ? "other" : "organization";
}

/**
 * schema.org's types that are no organisation, nor a person or a site. The other way round would not do: there are some hundreds of
 * local businesses, from AutoRepair to Winery, and sites invent more.
 */
const otherThings =
  /\b(?:thing|brand|product|productmodel|offer|aggregateoffer|\w*event|creativework|\w*article|\w*posting|\w*review|\w*rating|recipe|book|audiobook|movie|\w*episode|\w*series|\w*object|photograph|music(?:album|recording|playlist)|dataset|\w*application|\w*game|course|\w*list|place|city|country|state|postaladdress|contactpoint|question|answer|howto|drug|\w*action)\b/;

/** Most objects and lists looked at in one script; real pages have some hundreds. */
const maxValues = 20_000;

function listNodes(root: unknown): Node[] {
  const nodes: Node[] = [];
  const stack: { value: unknown; role: string }[] = [{ value: root, role: "" }];
  let seen = 0;
  for (let next = stack.pop(); next !== undefined && seen < maxValues; next = stack.pop()) {
    const { value, role } = next;
    seen += 1;
    if (Array.isArray(value)) {
      for (const child of value.toReversed()) stack.push({ value: child, role });
    } else if (isObject(value)) {
      nodes.push(readNode(value, role));
      for (const [key, child] of Object.entries(value).toReversed()) {
        if (typeof child === "object") stack.push({ value: child, role: roleBelow(key, role) });
      }
    }
  }
  return nodes;
}

/** Containers are no property of their own, and what is foreign stays foreign below. */
const containers = new Set(["@graph", "@set", "ispartof", "mainentity"]);

function roleBelow(key: string, role: string): string {
  const name = key.toLowerCase();
  return foreignRoles.has(role) || containers.has(name) ? role : name;
}

function readNode(value: Record<string, unknown>, role: string): Node {
  const [id = null] = texts(value["@id"]);
  const [name = null] = texts(value["name"]);
  const types = texts(value["@type"]).join(" ").toLowerCase();
  return { id, types, role, name, sameAs: texts(value["sameAs"]) };
}

/** Texts of a property: itself, its list, or the addresses of the objects in it. */
function texts(value: unknown): string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.flatMap((entry) => {
    const text = isObject(entry) ? (entry["@id"] ?? entry["url"] ?? entry["@value"]) : entry;
    return typeof text === "string" && text.trim() !== "" ? [text.trim()] : [];
  });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Longest script that is read, in characters. Real ones have some thousands; brackets by the megabyte take seconds to parse. */
const maxLength = 500_000;

function parseLoosely(text: string): unknown {
  if (text.length > maxLength) return null;
  const bare = text.replace(/^\s*(?:\/\/\s*)?(?:<!--|<!\[CDATA\[)|(?:\/\/\s*)?(?:-->|\]\]>)\s*$/g, "").trim();
  for (const attempt of [() => bare, () => mend(bare), () => mend(decodeHTML(bare))]) {
    try {
      return JSON.parse(attempt());
    } catch {}
  }
  return null;
}

/** Mends what templates break: line ends and other control characters in texts, commas before closing brackets, a final semicolon. */
function mend(text: string): string {
  return text
    .replace(/\p{Cc}+/gu, " ")
    .replace(/,\s*([\]}])/g, "$1")
    .replace(/;\s*$/, "");
}
