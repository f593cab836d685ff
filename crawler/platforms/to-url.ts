/** From what stands in a page to the URL it means. */
import { isShortener, platformOf } from "./hosts.ts";
import { trimInvisible } from "./url-parts.ts";

/**
 * The URL a link means: without white space and invisible characters around it, repaired where the scheme is doubled or missing
 * before a known host, absolute, with the host in lower case, in ASCII and without final dot. A port stays.
 *
 * @returns null for what is no http or https URL
 */
export function toUrl(href: string, base: string): URL | null {
  const text = repaired(trimInvisible(href.replace(/[\t\r\n]/g, "")));
  if (text === "") return null;
  const url = parsed(text, /^https?:\/\//i.test(text) ? undefined : base);
  if (url === null || !/^https?:$/.test(url.protocol)) return null;
  if (url.hostname.endsWith(".")) url.hostname = url.hostname.slice(0, -1);
  return url;
}

/** Whether a host is worth a repair: a platform's or a shortener's. */
export function isKnownHost(hostname: string): boolean {
  return platformOf(hostname) !== undefined || isShortener(hostname);
}

function repaired(text: string): string {
  const single = text.replace(/^(?:https?:\/\/)+(?=https?:\/\/)/i, "");
  const host = /^([a-z\d.-]+\.[a-z]{2,})(?::\d+)?(?=[/?#]|$)/i.exec(single)?.[1]?.toLowerCase();
  return host !== undefined && isKnownHost(host) ? `https://${single}` : single;
}

function parsed(text: string, base: string | undefined): URL | null {
  try {
    return new URL(text, base);
  } catch {
    return null;
  }
}
