/** A quick look at links before they are read: most links of a page name no account and are not worth a URL. */
import { isShortener, platformOf } from "./hosts.ts";
import { isWrapperHost } from "./wrappers.ts";

/** Hosts that only the parser understands: with percent signs or other scripts, or after a scheme without slashes. */
const needsParser = /[^!-$&-~]|^https?:/;
/** No host and nothing that the parser would take out. */
const pathOnly = /^(?:\/(?![/\\])|#|\?)[^\t\r\n]*$/;
/** A whole URL inside, percent-encoded or in Proofpoint's writing, too; or the forms of a Mastodon account on any host. */
const worthReading = /https?(?::|%3a|-3a)|@|%40|\/users\//i;

/**
 * Whether `resolve` could find an account behind a link, or a shortener could lead to one. True is a guess, false is certain, save for relative links of a page that
 * itself lies on a platform's host.
 *
 * @param href as written in the page
 */
export function mayBeAccount(href: string): boolean {
  const text = href.trim();
  if (pathOnly.test(text)) return worthReading.test(text);
  const start = /^(?:(?:https?:)?[/\\]{2,})?([^/\\?#]*)/i.exec(text);
  const authority = start?.[1]?.toLowerCase() ?? "";
  if (needsParser.test(authority) || /[\t\r\n]/.test(text)) return true;
  const host = authority.replace(/^.*@/, "").replace(/\.?(?::\d*)?$/, "");
  if (platformOf(host) !== undefined || isWrapperHost(host) || isShortener(host)) return true;
  if (/^[a-z][a-z\d+.-]*:(?!\d)/.test(authority)) return false;
  return worthReading.test(text.slice(start?.[0].length));
}
