/** The parts of a URL as they were meant: cleaned, decoded once, without the prose around the link. */

const invisible = /[\s\u200b-\u200f\u2060]/;
const proseEnd = /[\s\u200b-\u200f\u2060,;:!?)\]}>"'\u2019\u201d]/;
const proseEndWithDot = /[\s\u200b-\u200f\u2060,;:!?)\]}>"'\u2019\u201d.]/;

/** A host name without `www.`. */
export function withoutWww(hostname: string): string {
  return hostname.startsWith("www.") ? hostname.slice(4) : hostname;
}

/** The host of a URL without `www.`. */
export function hostOf(url: URL): string {
  return withoutWww(url.hostname);
}

/**
 * The path's segments that are not empty: decoded once, in NFC, without the punctuation that ends the prose around a link.
 *
 * @param finalDot whether a dot at the end is punctuation, too; it may belong to a YouTube handle
 */
export function pathOf(url: URL, finalDot?: "dropped"): string[] {
  const ending = finalDot === undefined ? proseEnd : proseEndWithDot;
  return url.pathname.split("/").flatMap((raw) => {
    const segment = trimEnd(trimStart(decoded(raw)), ending);
    return segment === "" ? [] : [segment];
  });
}

/** Text percent-decoded once, in NFC; as written where the encoding is not UTF-8 (`%E9` of a Latin-1 page). */
export function decoded(text: string): string {
  if (!text.includes("%")) return text;
  try {
    return decodeURIComponent(text).normalize("NFC");
  } catch {
    return text;
  }
}

/** Text without white space and zero-width characters at its ends, in linear time: `/\s+$/` is quadratic. */
export function trimInvisible(text: string): string {
  return trimEnd(trimStart(text), invisible);
}

/** The URL that `#!/path` stands for (Twitter and Facebook, 2010 to 2012), else the URL itself. */
export function hashbang(url: URL): URL {
  const path = /^#(?:!|%21)\/*(.*)$/i.exec(url.hash)?.[1];
  return path === undefined ? url : new URL(`/${path}`, url.origin);
}

function trimStart(text: string): string {
  let start = 0;
  while (start < text.length && invisible.test(text.charAt(start))) start += 1;
  return text.slice(start);
}

function trimEnd(text: string, end: RegExp): string {
  let length = text.length;
  while (length > 0 && end.test(text.charAt(length - 1))) length -= 1;
  return text.slice(0, length);
}
