import type { Account, Observation } from "../../datasets/schema.ts";
import type { Effects } from "../effects.ts";

/** What a URL of a platform's host names. `reason` says why something is no account (`needs_resolve`, `reserved`, ...). */
export type ParsedUrl =
  | { kind: "account"; account: string; url: string }
  | { kind: "person"; account: string; url: string }
  | { kind: "post" | "share" | "other"; reason?: string };

/** What stood around a URL and helps where the URL alone cannot tell (a Mastodon server can have any host). */
export interface UrlHint {
  rel?: string;
  label?: string;
}

/** Time an observer is asked about: closed, UTC instants. */
export interface Period {
  from: string;
  to: string;
}

/** Reads how often an account posts, from one source. Failures are observations too: `observe` does not reject for them. */
export interface Observer {
  name: string;
  access: "public" | "token";
  /** Reasons of the observation before it after which it is tried; any when absent. */
  after?: readonly string[];
  observe(account: Account, period: Period, effects: Effects): Promise<Observation>;
  /** It tells of the account but shows no posts: the next observer is asked as well. */
  showsNoPosts?: true;
  /** Present where one request can ask about many accounts. */
  together?: {
    /** Most accounts a request takes. */
    most: number;
    /** Accounts of one group can share a request. */
    groupOf(account: Account): string;
    /** One observation for each account, in their order. */
    observe(accounts: readonly Account[], period: Period, effects: Effects): Promise<Observation[]>;
  };
  /** What observing accounts takes; absent where it is free. */
  bill?(accounts: readonly Account[], days: number): Bill;
}

/** What reading some accounts takes, at least and at most. */
export interface Bill {
  requests: Range;
  /** Units that the platform bills or meters. */
  units: Range;
  unit: string;
}

/** From the least to the greatest. */
export type Range = readonly [least: number, most: number];

/** One platform: its URL grammar and who may read it. Adding one is a file and a line in `index.ts`. */
export interface Platform {
  id: string;
  name: string;
  /** Host names without `www.`; a leading `*.` before two labels stands for any subdomain. */
  hosts: readonly string[];
  /** Only `social` counts in shares and rates of `any`. */
  group: "social" | "owned" | "developer" | "closed_down";
  /** Reads a URL whose host is one of `hosts`. Never throws. */
  parse(url: URL, hint?: UrlHint): ParsedUrl;
  /** Canonical URL of an account: `parse(canonical(a))` gives `a` back. */
  canonical(account: string): string;
  /** Tried in order; empty when nobody logged out may see posts. */
  observers: readonly Observer[];
  /** URL and expected account, or null; they are tests and documentation. */
  examples: readonly (readonly [url: string, expected: string | null])[];
}
