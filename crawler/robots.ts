/**
 * robots.txt by RFC 9309, with the leniency of the open-source reference parser (google/robotstxt) for typing errors. The file
 * is a stranger's, so reading is linear in its length and no rule ever becomes a regular expression.
 */

/** Bytes of a robots.txt that are read; what follows is ignored (RFC 9309, section 2.5, asks for at least this much). */
export const robotsByteLimit = 500 * 1024;

/** One Allow or Disallow line as written in `path`. The greatest `length` of those that match decides. */
interface Rule {
  allow: boolean;
  path: string;
  /** Text between the stars, percent-encoding normalised. */
  parts: readonly string[];
  atEnd: boolean;
  length: number;
}

/** What a file says to one product token: the groups that name it are summed. Delays in seconds. */
interface Group {
  rules: Rule[][];
  delays: { seconds: number | null }[];
}

/** A parsed robots.txt: groups by lower-cased product token, `*` for everybody else. */
export interface Robots {
  groups: ReadonlyMap<string, Group>;
  /** Sitemap URLs as written, in order. */
  sitemaps: readonly string[];
}

/** Reads a robots.txt. Nothing is an error: lines that mean nothing are skipped. */
export function parseRobots(file: Uint8Array | string): Robots {
  const groups = new Map<string, Group>();
  const sitemaps: string[] = [];
  // A rule ends a list of user-agent lines. A crawl-delay, which the RFC does not know, ends it for later delays only.
  let current = { rules: newRules(), delay: newDelay(), hasRule: false, hasDelay: false };
  for (const { field, value } of linesOf(octets(file))) {
    if (field === "user-agent") {
      const { hasRule, hasDelay } = current;
      const rules = hasRule ? newRules() : current.rules;
      const delay = hasRule || hasDelay ? newDelay() : current.delay;
      current = { rules, delay, hasRule: false, hasDelay: false };
      join(groups, agentToken(value), current);
    } else if (field === "crawl-delay") {
      current.delay.seconds = larger(current.delay.seconds, seconds(value));
      current.hasDelay = true;
    } else if (field === "sitemap") {
      if (value !== "") sitemaps.push(Buffer.from(value, "latin1").toString("utf8"));
    } else {
      current.rules.push(...rulesOf(field === "allow", value));
      current.hasRule = true;
    }
  }
  return { groups, sitemaps };
}

/**
 * Whether `agent` may fetch `url`. The longest matching rule decides, Allow wins a tie, no match means yes.
 *
 * @param agent product token; what follows it (`/1.0`) is ignored
 * @param url absolute URL on the host the file came from
 */
export function isAllowed(robots: Robots, agent: string, url: string): boolean {
  const { pathname, search } = new URL(url);
  if (pathname === "/robots.txt") return true;
  const path = normalise(pathname + search);
  let best: Rule | null = null;
  for (const rules of groupFor(robots, agent)?.rules ?? []) {
    for (const rule of rules) if (beats(rule, best) && matches(rule, path)) best = rule;
  }
  return best?.allow ?? true;
}

/** Crawl-delay that `agent` is asked for, in seconds; null when there is none. Of several the largest counts. */
export function crawlDelay(robots: Robots, agent: string): number | null {
  const delays = groupFor(robots, agent)?.delays ?? [];
  return delays.reduce<number | null>((most, delay) => larger(most, delay.seconds), null);
}

/** What binds `agent`, as a short robots.txt in Latin-1 octets that says the same to everybody. Keeps `mostSitemaps`. */
export function robotsFor(robots: Robots, agent: string, mostSitemaps = 100): string {
  const delay = crawlDelay(robots, agent);
  const rules = (groupFor(robots, agent)?.rules ?? []).flat();
  return [
    "User-agent: *",
    ...rules.map((rule) => `${rule.allow ? "Allow" : "Disallow"}: ${rule.path}`),
    ...(delay === null ? [] : [`Crawl-delay: ${delay}`]),
    ...robots.sitemaps.slice(0, mostSitemaps).map((url) => `Sitemap: ${Buffer.from(url).toString("latin1")}`),
  ].join("\n");
}

function groupFor(robots: Robots, agent: string): Group | undefined {
  return robots.groups.get(agentToken(agent)) ?? robots.groups.get("*");
}

const newRules = (): Rule[] => [];
const newDelay = (): { seconds: number | null } => ({ seconds: null });

/** Lets a user-agent line take part in the rules and the delay that follow it. An empty token names nobody. */
function join(
  groups: Map<string, Group>,
  token: string,
  current: { rules: Rule[]; delay: Group["delays"][0] },
): void {
  if (token === "") return;
  const group = groups.get(token) ?? { rules: [], delays: [] };
  groups.set(token, group);
  if (group.rules.at(-1) !== current.rules) group.rules.push(current.rules);
  if (group.delays.at(-1) !== current.delay) group.delays.push(current.delay);
}

/** Octets as a string of code units 0 to 255, so that broken UTF-8 in one line cannot hurt another. */
function octets(file: Uint8Array | string): string {
  const bytes =
    typeof file === "string" ? Buffer.from(file) : Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const whole = bytes.length <= robotsByteLimit;
  const text = bytes.subarray(skipByteOrderMark(bytes), robotsByteLimit).toString("latin1");
  // The line that the limit cuts is left out: half an Allow would open more than was meant.
  return whole ? text : text.slice(0, Math.max(text.lastIndexOf("\n"), text.lastIndexOf("\r")) + 1);
}

function skipByteOrderMark(bytes: Uint8Array): number {
  const mark = [0xef, 0xbb, 0xbf];
  const differs = mark.findIndex((byte, index) => bytes[index] !== byte);
  return differs === -1 ? mark.length : differs;
}

type Field = "user-agent" | "allow" | "disallow" | "sitemap" | "crawl-delay";

/** Beginnings of field names, with the frequent typing errors that the reference parser reads. */
const fieldNames: readonly (readonly [beginning: string, field: Field])[] = [
  ["user-agent", "user-agent"],
  ["useragent", "user-agent"],
  ["user agent", "user-agent"],
  ["allow", "allow"],
  ["disallow", "disallow"],
  ["dissallow", "disallow"],
  ["dissalow", "disallow"],
  ["disalow", "disallow"],
  ["diasllow", "disallow"],
  ["disallaw", "disallow"],
  ["sitemap", "sitemap"],
  ["site-map", "sitemap"],
  ["crawl-delay", "crawl-delay"],
];

function* linesOf(text: string): Generator<{ field: Field; value: string }> {
  for (const line of text.split(/[\r\n]/)) {
    const hash = line.indexOf("#");
    const parsed = line === "" ? null : parseLine(trim(hash === -1 ? line : line.slice(0, hash)));
    if (parsed !== null) yield parsed;
  }
}

function parseLine(line: string): { field: Field; value: string } | null {
  const at = separator(line);
  if (at === -1) return null;
  const name = line.slice(0, Math.min(at, 16)).toLowerCase();
  const known = fieldNames.find(([beginning]) => name.startsWith(beginning));
  return known === undefined ? null : { field: known[1], value: trim(line.slice(at + 1)) };
}

/** Place of the colon; without one, of the blank in a line of exactly two words; else -1. */
function separator(line: string): number {
  const colon = line.indexOf(":");
  if (colon !== -1) return colon;
  const words = line.length > 10_000 ? [] : line.split(/[ \t]+/, 3);
  return words.length === 2 ? (words[0] ?? "").length : -1;
}

function trim(text: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && isBlank(text.charCodeAt(from))) from += 1;
  while (to > from && isBlank(text.charCodeAt(to - 1))) to -= 1;
  return text.slice(from, to);
}

const isBlank = (code: number) => code === 0x20 || (code >= 0x09 && code <= 0x0d);

/** `*`, or the leading letters, `-` and `_` in lower case: what follows is a version or a remark. */
function agentToken(value: string): string {
  if (value === "*" || (value.startsWith("*") && isBlank(value.charCodeAt(1)))) return "*";
  return (/^[A-Za-z_-]+/.exec(value)?.[0] ?? "").toLowerCase();
}

function seconds(value: string): number | null {
  return /^(\d{1,9}(\.\d{0,9})?|\.\d{1,9})$/.test(value) ? Number(value) : null;
}

function larger(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.max(a, b);
}

/** A value that begins with neither `/` nor `*` matches nothing. Allowing `index.html` also allows the folder itself. */
function rulesOf(allow: boolean, value: string): Rule[] {
  if (!value.startsWith("/") && !value.startsWith("*")) return [];
  const slash = value.lastIndexOf("/");
  const isIndex = allow && value.startsWith("/index.htm", slash);
  const folder = isIndex ? [compile(true, `${value.slice(0, slash + 1)}$`)] : [];
  return [compile(allow, value), ...folder];
}

function compile(allow: boolean, path: string): Rule {
  const atEnd = path.endsWith("$");
  const parts = (atEnd ? path.slice(0, -1) : path).split("*").map(normalise);
  const stars = parts.length - 1;
  const length = parts.reduce((sum, part) => sum + part.length, stars + (atEnd ? 1 : 0));
  return { allow, path, parts, atEnd, length };
}

function beats(rule: Rule, best: Rule | null): boolean {
  return best === null || rule.length > best.length || (rule.length === best.length && rule.allow);
}

/** Each part is taken at its first place after the one before: with `*` as the only wildcard, that never misses a match. */
function matches({ parts, atEnd }: Rule, path: string): boolean {
  const first = parts[0] ?? "";
  if (!path.startsWith(first)) return false;
  if (parts.length === 1) return !atEnd || path.length === first.length;
  let at = first.length;
  for (let index = 1; index < parts.length - 1; index += 1) {
    const part = parts[index] ?? "";
    at = path.indexOf(part, at);
    if (at === -1) return false;
    at += part.length;
  }
  const last = parts.at(-1) ?? "";
  return atEnd ? path.length - at >= last.length && path.endsWith(last) : path.indexOf(last, at) !== -1;
}

const bareOnly = /^[\w.~\-:/?#[\]@!$&'()*+,;=]*$/;
const undone = /^[\w.~*$'-]$/;

/**
 * One spelling for a path and a rule: escapes of unreserved characters are undone, other escapes upper-cased, and what may not
 * stand bare is escaped (RFC 9309, section 2.2.2). `%2A`, `%24` and `%27` are undone too: they mean the character itself.
 */
function normalise(path: string): string {
  return bareOnly.test(path) ? path : path.replace(/%[0-9A-Fa-f]{2}|[\s\S]/g, spelling);
}

function spelling(piece: string): string {
  if (piece.length === 1) return bareOnly.test(piece) ? piece : percent(piece.charCodeAt(0));
  const code = Number.parseInt(piece.slice(1), 16);
  const character = String.fromCharCode(code);
  return undone.test(character) ? character : percent(code);
}

function percent(octet: number): string {
  return `%${octet.toString(16).toUpperCase().padStart(2, "0")}`;
}
