/** An address found in an inline script or in page state, and the keys that lead to it. */
export interface ScriptAddress {
  href: string;
  /** Path of keys to it where the script is JSON, else the key or variable just before it; null when there is none. */
  path: string | null;
  kind: "script" | "state";
}

/** Addresses in an inline script whose text passes `isWanted`. Linear in the script's length; never throws. */
export function readScript(text: string, isWanted: (href: string) => boolean): ScriptAddress[] {
  const plain = [...text.matchAll(addressPattern)].filter((match) => isWanted(unescapeAddress(match[0])));
  if (plain.length === 0) return [];
  const state = parseState(text);
  if (state !== null) return walkState(state, isWanted);
  return plain.map((match) => ({
    href: unescapeAddress(match[0]),
    path: keyPattern.exec(text.slice(Math.max(0, match.index - 80), match.index))?.[1] ?? null,
    kind: "script",
  }));
}

/** `https://` as scripts write it: plain, with escaped slashes, or with `\u002F`. */
const addressPattern = /https?:(?:\\*\/|\\+u002[fF]){2}[^\s"'<>`,;)\]}]{4,500}/g;
const keyPattern = /([\w$.-]{2,60})\\*["']?\s*[:=]\s*\[?\s*\\*["']?$/;

function unescapeAddress(raw: string): string {
  return raw
    .replace(/\\+u002[fF]/g, "/")
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

function walkState(root: unknown, isWanted: (href: string) => boolean): ScriptAddress[] {
  const found: ScriptAddress[] = [];
  const stack: { value: unknown; path: string }[] = [{ value: root, path: "" }];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { value, path } = next;
    if (typeof value === "string") {
      if (/^(https?:)?\/\/\S+$/.test(value) && isWanted(value)) found.push({ href: value, path, kind: "state" });
      else if (value.includes("://")) found.push(...addressesInText(value, path, isWanted));
    } else if (typeof value === "object" && value !== null) {
      for (const [key, child] of Object.entries(value).toReversed()) {
        stack.push({ value: child, path: `${path}.${key}`.slice(-200) });
      }
    }
  }
  return found;
}

/** Addresses inside a longer text of the state: an article's HTML, or JSON kept as text. */
function addressesInText(text: string, path: string, isWanted: (href: string) => boolean): ScriptAddress[] {
  return [...text.matchAll(addressPattern)]
    .map((match) => unescapeAddress(match[0]))
    .filter(isWanted)
    .map((href) => ({ href, path: `${path}.#text`, kind: "state" }));
}
