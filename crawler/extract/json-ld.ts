import { decodeHTML } from "entities";

/** An address some node of a page's JSON-LD calls the same thing as itself. */
export interface SameAs {
  href: string;
  /** `publisher`, `organization`, `website`, `person`, `author` or `other`: whose profile it is. */
  of: string;
  /** Name of that node, where it has one. */
  name: string | null;
}

/** What the page's JSON-LD says: profile addresses, and names of its publisher. */
export interface LinkedData {
  sameAs: SameAs[];
  names: string[];
}

/** Reads one JSON-LD script; text that is no JSON, even after mending, says nothing. Walks without recursion. */
export function readLinkedData(text: string): LinkedData {
  const root = parseLoosely(text);
  const nodes = listNodes(root);
  const publishers = new Set(nodes.filter((node) => node.role === "publisher").flatMap((node) => node.id ?? []));
  const seen = nodes.map((node) => ({ ...node, of: ownerOf(node, publishers) }));
  return {
    sameAs: seen.flatMap(({ sameAs, of, name }) => sameAs.map((href) => ({ href, of, name }))),
    names: seen.flatMap(({ name, of }) => (name !== null && namingRoles.has(of) ? [name] : [])),
  };
}

interface Node {
  id: string | null;
  types: string;
  role: string;
  name: string | null;
  sameAs: string[];
}

const namingRoles = new Set(["publisher", "organization", "website"]);

/** Nodes below these properties are somebody else, whatever their type. */
const foreignRoles =
  /^(author|creator|contributor|editor|reviewer|reviewedby|about|mentions|mainentityofpage|mentioned|subject|performer|actor|director|bygroup|itemreviewed|review|comment|sponsor|funder|member|employee|founder|founders|alumni|video|audio|image|citation|recipe|location|competitor|hometeam|awayteam|brand|offers|seller|provider|worksfor|affiliation|alumniof|knows|owns|client|customer|hiringorganization)$/;

function ownerOf(node: Node, publishers: ReadonlySet<string>): string {
  if (node.role === "publisher" || (node.id !== null && publishers.has(node.id))) return "publisher";
  if (foreignRoles.test(node.role)) return node.role === "author" || node.role === "creator" ? "author" : "other";
  if (/person/.test(node.types)) return "person";
  if (/website|webpage|\bblog\b|page\b/.test(node.types)) return "website";
  return organizationTypes.test(node.types) ? "organization" : "other";
}

/** schema.org's Organization and its subtypes, by the endings of their names. */
const organizationTypes =
  /organization|corporation|business|company|airline|consortium|library|ngo|project|school|university|college|hospital|clinic|store|agency|restaurant|hotel|dentist|physician|pharmacy|attorney|service|brand|association|museum|theater|church|resort|bakery|bank|office|team|club|shop|center|gym|lodging|park|cafe/;

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
        if (typeof child === "object" && child !== null) stack.push({ value: child, role: roleBelow(key, role) });
      }
    }
  }
  return nodes;
}

/** The property a node stands in; `@graph` and lists of pages are no property, and what is foreign stays foreign below. */
function roleBelow(key: string, role: string): string {
  const name = key.toLowerCase();
  if (foreignRoles.test(role)) return role;
  return name === "@graph" || name === "@set" || name === "ispartof" || name === "mainentity" ? role : name;
}

function readNode(value: Record<string, unknown>, role: string): Node {
  const types = texts(value["@type"]).join(" ").toLowerCase();
  const id = texts(value["@id"])[0] ?? null;
  return { id, types, role, name: texts(value["name"])[0] ?? null, sameAs: texts(value["sameAs"]) };
}

/** Texts of a property: itself, its list, or the addresses of the objects in it. */
function texts(value: unknown): string[] {
  const list: unknown[] = Array.isArray(value) ? value : [value];
  return list.flatMap((entry) => {
    const text = isObject(entry) ? (entry["@id"] ?? entry["url"]) : entry;
    return typeof text === "string" && text.trim() !== "" ? [text.trim()] : [];
  });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function parseLoosely(text: string): unknown {
  const bare = text.replace(/^\s*(\/\/\s*)?(<!--|<!\[CDATA\[)|(\/\/\s*)?(-->|\]\]>)\s*$/g, "").trim();
  for (const attempt of [bare, mend(bare), mend(decodeHTML(bare))]) {
    try {
      return JSON.parse(attempt);
    } catch {}
  }
  return null;
}

/** The faults that templates make: control characters in texts, commas before closing brackets, a missing or doubled end. */
function mend(text: string): string {
  return text
    .replace(/[\u0000-\u001f]+/g, " ")
    .replace(/,\s*([\]}])/g, "$1")
    .replace(/;\s*$/, "");
}
