import { readAddress } from "./address.ts";
import type { Element } from "./tags.ts";

/** What one meta tag says: a name of the publisher, a refresh's target, or an account with whose it is. */
export interface MetaReading {
  kind: "name" | "refresh" | "account";
  value: string;
  role: string;
}

const accountTags: Readonly<Record<string, string>> = {
  "twitter:site": "publisher",
  "twitter:creator": "author",
  "article:publisher": "publisher",
  "article:author": "author",
  "og:see_also": "see_also",
  "fediverse:creator": "author",
};
const nameTags = new Set([
  "og:site_name",
  "application-name",
  "apple-mobile-web-app-title",
  "dc.publisher",
  "publisher",
]);

/** Reads a meta tag's attributes; null when it says none of these. */
export function readMeta(attributes: Element["attributes"]): MetaReading | null {
  const content = readAddress(attributes["content"]);
  if (content === null) return null;
  if (/^refresh$/i.test(attributes["http-equiv"] ?? "")) {
    const value = refreshTarget(content);
    return value === null ? null : { kind: "refresh", value, role: "refresh" };
  }
  const key = (attributes["property"] ?? attributes["name"] ?? attributes["itemprop"] ?? "")
    .trim()
    .toLowerCase();
  if (nameTags.has(key)) return { kind: "name", value: content, role: key };
  const role = accountTags[key];
  if (role === undefined) return null;
  const value = key.startsWith("twitter:") ? xAddress(content) : content;
  return value === null ? null : { kind: "account", value, role };
}

/** `twitter:site` holds a handle by its definition; pages also write an address, or both in one. */
function xAddress(content: string): string | null {
  const address = content.replace(/^@+/, "");
  if (/^https?:|\//i.test(address)) return address;
  return /^\w{1,20}$/.test(address) ? `https://x.com/${address}` : null;
}

/** A later refresh in seconds is none of a page that leads on, but of one that ends a visitor's session. Own choice. */
const latestRefresh = 30;

/** Where a refresh leads, as written: `0; url=/en/`. Null where it only loads the page again, or leads on after a long time. */
export function refreshTarget(content: string): string | null {
  const [, seconds = "", target] = /^\s*([\d.]*)\s*[;,]?\s*url\s*=\s*["']?([^"']+)/i.exec(content) ?? [];
  return target === undefined || Number.parseFloat(seconds) > latestRefresh ? null : target.trim();
}
