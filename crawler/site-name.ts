import type { PageCapture, SiteVisit } from "../datasets/schema.ts";
import { titleNames } from "./attribution/company-names.ts";
import { hostNames, readName, similarity } from "./attribution/names.ts";
import { rightsSign } from "./extract/rights.ts";
import { siteDomain } from "./site-domain.ts";

/**
 * What the company behind a site calls itself there, without its legal form: the name on which site name, structured data, titles,
 * copyright line and host agree best.
 *
 * @returns the registrable domain where the site gives no name that one could trust
 */
export function siteName({ captures, finalUrl, startUrl }: Omit<SiteVisit, "companyId">): string {
  const url = finalUrl ?? startUrl ?? "";
  const domain = siteDomain(url) ?? url;
  const said = captures
    .filter(({ outcome }) => outcome === "visited" || outcome === "partial")
    .flatMap(namesIn)
    .flatMap(({ text, source }) => {
      const name = cleanName(text);
      return name === null || name.toLowerCase() === domain ? [] : [{ name, source }];
    });
  const [best] = rankNames(said, url);
  return best !== undefined && best.trust >= enough ? best.name : domain;
}

/**
 * Weight of each place that names a company, counted once a name. With the agreement of the host's own name (at most 3) a title alone is
 * enough, and so is a name that two places give. Own choice, tried on the home pages of CROs.
 */
const weights = { named: 3, title: 2, rights: 2, otherTitle: 1 } as const;
const hostWeight = 3;
const enough = 4;

interface Said {
  text: string;
  source: keyof typeof weights;
}

function namesIn({ names, title, url }: PageCapture, index: number): Said[] {
  const titled = [...titleNames(title, url), ...wordsOfHost(title ?? "", url)];
  return [
    ...names.map(
      (text): Said =>
        text.startsWith(rightsSign)
          ? { text: text.slice(rightsSign.length), source: "rights" }
          : { text, source: "named" },
    ),
    ...titled.map((text): Said => ({ text, source: index === 0 ? "title" : "otherTitle" })),
  ];
}

/** Words of a title that together are the host's own name: `Acme Trials` in "Acme Trials drug development services" of acmetrials.com. */
function wordsOfHost(title: string, url: string): string[] {
  const [host = ""] = hostNames(url);
  const wanted = host.replaceAll("-", "");
  const words = title.split(/[\s|–—:,]+/);
  return words.flatMap((_, from) => {
    const run = words.slice(from, from + mostWords);
    const length = run.findIndex((_, last) => readName(run.slice(0, last + 1).join(" "))?.compact === wanted);
    return length < 0 ? [] : [run.slice(0, length + 1).join(" ")];
  });
}

/** A name as one writes it in a table: no greeting, marks or legal form; null where it is a slogan, an address or no name at all. */
function cleanName(text: string): string | null {
  const plain = text
    .normalize("NFC")
    .replace(/[®™℠©"“”„«»\p{Cc}\p{Cf}]/gu, " ")
    .replace(/\s+/g, " ")
    .replace(greetings, "")
    .replace(/^[\s\p{Pd}|:,.]+|[\s\p{Pd}|:,]+$/gu, "");
  const name = withoutLegalForm(plain).replace(/(?<=\p{Ll}{4})\.$/u, "");
  const isSlogan = name.length > longestName || name.split(" ").length > mostWords;
  const isAddress = /^(?:https?:|www\.)|^\S+\.[a-z]{2,}$/i.test(name) || name.includes("/");
  const isNothing =
    name.length < 2 || (name.length > 2 && readName(name) === null && !/[^\p{ASCII}]/u.test(name));
  return isSlogan || isAddress || isNothing ? null : name;
}

const longestName = 50;
const mostWords = 6;
const greetings =
  /^(?:welcome to|willkommen bei|bienvenue chez|home(?: ?page)?(?: of)?\s*[-–|:])\s*(?:the\s)?|\s*[-–|:,]?\s*(?:home ?page|official (?:web ?)?site|website)$/gi;

function withoutLegalForm(name: string): string {
  const shorter = name
    .replace(/^株式会社\s*|\s*株式会社$/g, "")
    .replace(legalForm, "")
    .replace(/[\s,&]+$/, "");
  return shorter === name || shorter.length < 2 ? name : withoutLegalForm(shorter);
}

const legalForm =
  /(?:\s*,\s*|\s+)(?:inc|incorporated|ltd|limited|llc|llp|lp|plc|corp|corporation|co|gmbh|mbh|ag|kg|se|s\.? ?a\.?(?: ?s\.?)?|s\.? ?p\.? ?a\.?|s\.? ?r\.? ?l\.?|b\.? ?v\.?|n\.? ?v\.?|a\/s|oyj?|ab|aps|k\.? ?k\.?|e\.? ?v\.?|pty|pvt|private)\.?$/i;

/** Names by how far places and host agree on them, the best first; those that differ only in spelling are one. */
function rankNames(said: readonly { name: string; source: Said["source"] }[], url: string) {
  const groups = new Map<string, { name: string; sources: Set<Said["source"]> }>();
  for (const { name, source } of said) {
    const key = readName(name)?.compact ?? name.toLowerCase();
    const group = groups.get(key) ?? { name, sources: new Set() };
    groups.set(key, group);
    group.sources.add(source);
  }
  const [host = ""] = hostNames(url);
  return [...groups.values()]
    .map(({ name, sources }) => {
      const parsed = readName(name);
      const agreement = parsed === null ? 0 : hostWeight * similarity(host, [parsed]);
      return { name, trust: agreement + [...sources].reduce((sum, source) => sum + weights[source], 0) };
    })
    .sort((a, b) => b.trust - a.trust);
}
