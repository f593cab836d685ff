import { load } from "cheerio/slim";
import { parseFeed } from "feedsmith";
import { z } from "zod";
import { list, maybe, text } from "./tolerant.ts";

/** One entry of a feed: what names and dates it. Titles and texts are not read. */
export interface FeedEntry {
  /** The feed's own id of it, else its link. */
  id: string | null;
  /** Dates of publication as written, the most trustworthy first. */
  published: readonly string[];
  /** Dates of the last change as written: an old entry that was touched looks new by them. */
  updated: readonly string[];
}

/** Entries in the order of the feed. */
export interface FeedEntries {
  entries: readonly FeedEntry[];
  /** Whether the feed ends early or is broken, so that entries may be missing. */
  isBroken: boolean;
  /** The site whose feed it says it is, absolute; null where it does not say. */
  siteUrl: string | null;
}

/** Reads RSS, Atom, RDF or JSON Feed, tolerantly where it is broken. Null when it is no feed. */
export function readFeed(body: string): FeedEntries | null {
  const isXml = /<(?:\w+:)?(?:rss|feed|rdf)\b/i.test(body);
  // What the parser makes of a body that breaks off depends on where it does.
  if (isXml && !/<\/(?:\w+:)?(?:rss|feed|rdf)\s*>/i.test(body)) return recover(body);
  try {
    const { feed } = parseFeed(body);
    return { ...Parsed.parse(feed), isBroken: false };
  } catch {
    return isXml ? recover(body) : null;
  }
}

const texts = list(z.string());

/** What feedsmith makes of an entry of any format; the names are its own. */
const ParsedEntry = z
  .object({
    id: text,
    guid: maybe(z.object({ value: text })),
    rdf: maybe(z.object({ about: text })),
    link: text,
    url: text,
    links: list(z.object({ href: z.string().min(1) })),
    pubDate: text,
    published: text,
    date_published: text,
    updated: text,
    date_modified: text,
    dc: maybe(z.object({ dates: texts })),
    dcterms: maybe(z.object({ issued: texts, created: texts, dates: texts, modified: texts })),
    prism: maybe(z.object({ publicationDates: texts })),
    atom: maybe(z.object({ published: text, updated: text })),
  })
  .transform(({ dc, dcterms, prism, atom, ...entry }): FeedEntry => {
    const id = entry.id ?? entry.guid?.value ?? entry.rdf?.about ?? null;
    const published = [entry.pubDate, entry.published, entry.date_published, atom?.published];
    const terms = [dc?.dates, dcterms?.issued, dcterms?.created, dcterms?.dates, prism?.publicationDates];
    return {
      id: id ?? entry.link ?? entry.url ?? entry.links[0]?.href ?? null,
      published: [...published, ...terms.flat()].filter((date) => typeof date === "string"),
      updated: [entry.updated, entry.date_modified, atom?.updated, ...(dcterms?.modified ?? [])].filter(
        (date) => typeof date === "string",
      ),
    };
  });

const Parsed = z
  .object({
    items: list(ParsedEntry),
    entries: list(ParsedEntry),
    link: text,
    home_page_url: text,
    links: list(z.object({ href: z.string(), rel: text })),
  })
  .transform(({ items, entries, link, home_page_url, links }) => {
    const site = links.find(({ rel }) => rel === null || rel === "alternate")?.href ?? link ?? home_page_url;
    return { entries: [...items, ...entries], siteUrl: site && /^https?:/i.test(site) ? site : null };
  });

const publishedNames = ["pubdate", "published", "issued", "date", "created"];
const updatedNames = ["updated", "modified"];
const idNames = ["guid", "id", "link"];

/** Takes every entry that is closed: in the last one, which is not, a date may be cut short. */
function recover(body: string): FeedEntries {
  const closings = [...body.matchAll(/<\/(?:\w+:)?(?:item|entry)\s*>/gi)];
  const last = closings.at(-1);
  const $ = load(last ? body.slice(0, last.index + last[0].length) : "", { xml: true });
  const elements = $("*").filter(
    (_, node) => node.type === "tag" && /^(?:\w+:)?(?:item|entry)$/i.test(node.name),
  );
  const entries = elements.toArray().map((element): FeedEntry => {
    const children = $(element).children().toArray();
    const read = (names: readonly string[]) =>
      names.flatMap((name) =>
        children
          .filter((child) => child.name.replace(/^.*:/, "").toLowerCase() === name)
          .flatMap((child) => $(child).text().trim() || ($(child).attr("href") ?? [])),
      );
    return { id: read(idNames)[0] ?? null, published: read(publishedNames), updated: read(updatedNames) };
  });
  return { entries, isBroken: true, siteUrl: null };
}
