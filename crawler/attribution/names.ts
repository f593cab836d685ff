import { getDomainWithoutSuffix, getSubdomain } from "tldts";

/** A name in the form comparisons are made in. */
export interface Name {
  /** Letters and digits only, without accents, lower case, legal form left out. */
  compact: string;
  /** Its words of three letters and more. */
  words: readonly string[];
  initials: string;
}

/** Reads a name as a person writes it: `Acme Pharma, Inc.`; null when nothing is left that could tell companies apart. */
export function readName(text: string): Name | null {
  const words = fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "" && !legalForms.has(word));
  const compact = words.join("");
  if (compact.length < 3 || words.every((word) => commonWords.has(word))) return null;
  return {
    compact,
    words: words.filter((word) => word.length >= 3 && !commonWords.has(word) && /\p{L}/u.test(word)),
    initials: words.map((word) => word[0] ?? "").join(""),
  };
}

/** Names a host gives away: its registrable label, and the labels before it. */
export function hostNames(url: string): string[] {
  const domain = getDomainWithoutSuffix(url, { allowPrivateDomains: true }) ?? "";
  const labels = (getSubdomain(url, { allowPrivateDomains: true }) ?? "").split(".");
  return [domain, ...labels.filter((label) => label.length > 3)].filter((label) => label !== "");
}

/**
 * How much a handle looks like one of some names.
 *
 * @returns 1 the same; 0.9 one holds the other; 0.8 initials or most words; 0.5 some; 0 nothing in common
 */
export function similarity(handle: string, names: readonly Name[]): number {
  const folded = fold(handle);
  const compact = folded.replace(/[^\p{L}\p{N}]/gu, "");
  if (compact.length < 2) return 0;
  return Math.max(0, ...names.map((name) => similarityTo(compact, name)));
}

/**
 * Whether one of some names is, or holds, the whole name of a person, save for the numbers that platforms add to it: `jane-doe-1a2b3c`
 * is in "Jane Doe Photography" and in "jdoe", `john-smith` is not in "Smith & Sons".
 */
export function bearsWholeName(handle: string, names: readonly Name[]): boolean {
  const parts = fold(handle)
    .replace(/-(?=[^-]*\d)[\da-z]+$/, "")
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  const whole = parts.join("");
  return (
    whole.length >= 4 &&
    names.some(
      ({ compact }) =>
        compact.includes(whole) || (parts.length > 1 && parts.length <= 4 && abbreviates(compact, parts)),
    )
  );
}

/** Whether a name is made of the first letters, one or more, of each of some words. */
function abbreviates(name: string, [word = "", ...rest]: readonly string[]): boolean {
  if (rest.length === 0) return name !== "" && word.startsWith(name);
  for (let length = 1; length <= word.length && name.startsWith(word.slice(0, length)); length += 1) {
    if (abbreviates(name.slice(length), rest)) return true;
  }
  return false;
}

function similarityTo(handle: string, { compact, words, initials }: Name): number {
  if (handle === compact) return 1;
  if (compact.length >= 4 && handle.includes(compact)) return 0.9;
  if (handle.length >= 4 && compact.includes(handle)) return 0.9;
  if (handle.startsWith(compact)) return 0.8;
  if (initials.length >= 3 && (handle.startsWith(initials) || handle.endsWith(initials))) return 0.8;
  const shared = words.filter((word) => word.length >= 4 && handle.includes(word)).join("").length;
  if (shared >= 0.5 * Math.min(handle.length, compact.length)) return 0.8;
  const run = longestCommonRun(handle.replace(/\d/g, ""), compact);
  return shared >= 4 || run >= Math.max(4, 0.5 * Math.min(handle.length, compact.length)) ? 0.5 : 0;
}

/** Length of the longest run of letters that two short texts share. */
function longestCommonRun(a: string, b: string): number {
  let longest = 0;
  for (let start = 0; start < a.length; start += 1) {
    while (start + longest < a.length && b.includes(a.slice(start, start + longest + 1))) longest += 1;
  }
  return longest;
}

function fold(text: string): string {
  return text.slice(0, 200).normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/** Legal forms of companies, which handles leave out. */
const legalForms = words(
  "inc incorporated ltd limited llc llp lp plc corp corporation co company gmbh ag kg se sa sas sarl spa srl bv nv ab as oy aps kk pty pvt ev",
);
/** Words of names and titles that tell nobody from anybody. */
const commonWords = words(
  `the and for der die das und les des pour home homepage page official website site web online blog news group com org net www
  welcome contact us about start startseite willkommen accueil bienvenue inicio index login untitled document company`,
);
