/** An address found in an inline script or in page state, and the keys that lead to it. */
export interface ScriptAddress {
  href: string;
  /** Path of keys to it where the script is JSON, else the key or variable just before it; null when there is none. */
  path: string | null;
  kind: "script" | "state";
}

type IsWanted = (href: string) => boolean;

/**
 * Addresses in an inline script that `isWanted` wants, each once for each path. Linear in the script's length; never throws.
 */
export function readScript(text: string, isWanted: IsWanted): ScriptAddress[] {
  const matches = matchAddresses(text).filter(({ href }) => isWanted(href));
  if (matches.length === 0) return [];
  const state = parseState(text);
  return unique(
    state === null ? matches.map((match) => scriptAddress(match, text)) : walkState(state, isWanted),
  );
}

interface Match {
  href: string;
  index: number;
}

/** Different addresses looked at in one script, and values of page state; real pages have some thousands. */
const maxMatches = 10_000;
const maxValues = 100_000;

/** `https://` as scripts write it: plain, with escaped slashes, or with `\\u002F`. */
const addressPattern = /https?:(?:\\*\/|\\+u002f){2}[^\s"'<>`,;)\]}]{4,500}/gi;
const keyBefore = /([\w$.-]{1,60})\\*["']?\s*[:=]\s*\[?\s*\\*["']?$/;

function matchAddresses(text: string): Match[] {
  const matches = new Map<string, Match>();
  for (const { 0: raw, index } of text.matchAll(addressPattern)) {
    if (matches.size >= maxMatches) break;
    if (!matches.has(raw)) matches.set(raw, { href: unescapeAddress(raw), index });
  }
  return [...matches.values()];
}

function scriptAddress({ href, index }: Match, text: string): ScriptAddress {
  const path = keyBefore.exec(text.slice(Math.max(0, index - 80), index))?.[1] ?? null;
  return { href, path, kind: "script" };
}

function unescapeAddress(raw: string): string {
  if (!raw.includes("\\")) return raw;
  return raw
    .replace(/\\+u002f/gi, "/")
    .replace(/\\+u0026/g, "&")
    .replace(/\\+\//g, "/")
    .replace(/\\+$/, "");
}

function parseState(text: string): unknown {
  const json = /^\s*[[{]/.test(text) ? text : assigned(text);
  if (json === null) return null;
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

/** The object in `window.state = {...};`. */
function assigned(text: string): string | null {
  const start = /^[^{=]{0,200}=\s*(?=[[{])/.exec(text)?.[0].length;
  const end = Math.max(text.lastIndexOf("}"), text.lastIndexOf("]"));
  return start === undefined || end < start ? null : text.slice(start, end + 1);
}

function walkState(root: unknown, isWanted: IsWanted): ScriptAddress[] {
  const found: ScriptAddress[] = [];
  const stack: { value: unknown; path: string }[] = [{ value: root, path: "" }];
  let seen = 0;
  for (let next = stack.pop(); next !== undefined && seen < maxValues; next = stack.pop()) {
    const { value, path } = next;
    seen += 1;
    if (typeof value === "string") found.push(...readValue(value, path, isWanted));
    else if (typeof value === "object" && value !== null) {
      for (const [key, child] of Object.entries(value).toReversed()) {
        stack.push({ value: child, path: `${path}.${key}`.slice(-200) });
      }
    }
  }
  return found;
}

/** A value of page state is an address, or a text with addresses in it: an article's HTML, or JSON kept as text. */
function readValue(value: string, path: string, isWanted: IsWanted): ScriptAddress[] {
  if (!value.includes("//") && !value.includes("u002")) return [];
  const isAddress = /^(?:https?:)?\/\/\S+$/.test(value);
  const hrefs = isAddress ? [value] : matchAddresses(value).map(({ href }) => href);
  const inText = isAddress ? path : `${path}.#text`;
  return hrefs.filter(isWanted).map((href) => ({ href, path: inText, kind: "state" }));
}

function unique(addresses: readonly ScriptAddress[]): ScriptAddress[] {
  return [...new Map(addresses.map((address) => [`${address.path} ${address.href}`, address])).values()];
}
