import type { SiteOutcome } from "../schema.ts";

/** Everything that can be wrong with a company's site, or with its row of the frame. */
export const mishapIds = [
  "none",
  "no_website",
  "not_eligible",
  "dns_failure",
  "refused",
  "reset",
  "wrong_certificate",
  "plain_http",
  "robots_all",
  "robots_error",
  "robots_path",
  "crawl_delay",
  "not_found",
  "soft_404",
  "gone",
  "server_error",
  "forbidden",
  "too_many_requests",
  "blank",
  "parked",
  "challenge",
  "login_wall",
  "needs_scripts",
  "garbage",
  "pdf",
  "redirect_loop",
  "page_fails",
  "to_parent",
  "to_stranger",
  "redirect_chain",
  "too_large",
  "compressed_bomb",
  "silent",
  "endless_links",
] as const;
export type MishapId = (typeof mishapIds)[number];

/** What an audit must report of a site with this mishap. */
export interface Mishap {
  outcome: SiteOutcome;
  /** Null where the outcome says it all or where the audit is free to say more. */
  reason: string | null;
  /** Whether a polite crawler can read what the company's own pages declare. */
  readable: boolean;
}

const lost = (outcome: SiteOutcome, reason: string | null = null): Mishap => ({
  outcome,
  reason,
  readable: false,
});
const read = (outcome: SiteOutcome, reason: string | null = null): Mishap => ({
  outcome,
  reason,
  readable: true,
});

/** The mishaps and what follows from each. */
export const mishaps: Readonly<Record<MishapId, Mishap>> = {
  none: read("visited"),
  no_website: lost("no_website"),
  not_eligible: lost("not_eligible"),
  dns_failure: lost("dns_error"),
  refused: lost("connect_error"),
  reset: lost("connect_error"),
  wrong_certificate: lost("tls_error"),
  plain_http: read("visited"),
  robots_all: lost("robots_disallowed"),
  robots_error: lost("robots_disallowed", "robots_unreachable"),
  robots_path: read("visited"),
  crawl_delay: read("visited"),
  not_found: lost("not_found"),
  soft_404: lost("not_found", "soft"),
  gone: lost("gone"),
  server_error: lost("http_error"),
  forbidden: lost("blocked"),
  too_many_requests: lost("rate_limited"),
  blank: lost("empty"),
  parked: lost("parked"),
  challenge: lost("challenge"),
  login_wall: lost("login_wall"),
  // Without a browser, as the demo is; with one it is like a sound site.
  needs_scripts: lost("partial", "needs_browser"),
  garbage: lost("protocol_error"),
  pdf: lost("not_html"),
  redirect_loop: lost("too_many_redirects"),
  page_fails: read("partial", "page_failed"),
  to_parent: lost("visited", "redirected_offsite"),
  to_stranger: lost("visited", "redirected_offsite"),
  redirect_chain: lost("too_many_redirects"),
  too_large: lost("too_large"),
  compressed_bomb: lost("too_large"),
  silent: lost("timeout"),
  endless_links: read("visited"),
};
