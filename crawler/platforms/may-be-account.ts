/** A quick look at links before they are read: most links of a page name no account and are not worth a URL. */
import { platformOf } from "./hosts.ts";
import { isWrapperHost } from "./wrappers.ts";

/** A whole URL inside another one, perhaps percent-encoded or in Proofpoint's writing. */
const innerUrl = /.https?(?::|%3a|-3a)/is;
/** Where an account of an unknown Mastodon server may be meant. */
const federated = /@|%40|\/users\//i;

/**
 * Whether `resolve` could find an account behind a link. True is a guess, false is certain, save for relative links of a page that
 * itself lies on a platform's host.
 *
 * @param href as written in the page
 */
export function mayBeAccount(href: string): boolean {
  const start = /^\s*(?:(https?:)?[/\\]{2,})?([^/\\?#]*)/i.exec(href);
  const authority = start?.[2]?.toLowerCase() ?? "";
  if (/[^!-$&-~]/.test(authority)) return true; // white space, percent signs, other scripts: let the parser see
  if (/^[a-z][a-z\d+.-]*:(?!\d)/.test(authority)) return innerUrl.test(href);
  const host = authority.replace(/^.*@/, "").replace(/\.?(?::\d*)?$/, "");
  if (platformOf(host) !== undefined || isWrapperHost(host)) return true;
  const rest = href.slice(start?.[0].length ?? 0);
  return federated.test(rest) || innerUrl.test(href);
}
