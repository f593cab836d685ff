/**
 * How the URL of an account is read, shared by all platforms: an account's own tab is the account, a post, a share link or a page
 * of the platform is none. A platform describes its paths as tables (`PathRules`) and keeps in code only what is its own.
 */

import { parseUrl } from "../../datasets/url.ts";
import type { ParsedUrl, Platform, UrlHint } from "./platform.ts";
import { hostOf, pathOf } from "./url-parts.ts";

/** A URL that names no account, and why. */
export type Refusal = Extract<ParsedUrl, { kind: "post" | "share" | "other" }>;

/** What reading a URL gives: the account in canonical form, or why there is none. */
export type Reading = string | Refusal;

/** Reads the segments of a path, or those after a known first one. */
export type PathReader = (path: readonly string[], url: URL, hint: UrlHint) => Reading;

/** The paths of a platform. The first segment decides, and reserved words win over names. */
export interface PathRules {
  /** First segments with a grammar of their own, lower case; each reads what follows. */
  routes?: Readonly<Record<string, PathReader>>;
  /** First segments that carry somebody's URL to be shared. */
  shares?: ReadonlySet<string>;
  /** First segments of single posts. */
  posts?: ReadonlySet<string>;
  /** First segments of the platform's own pages. */
  reserved?: ReadonlySet<string>;
  /** Reads every other path, never an empty one; absent where accounts have routes only. */
  names?: PathReader;
  /** Set where no name ends in a dot, so that one at the end belongs to the prose around the link. */
  finalDot?: "dropped";
}

/** How the names of accounts look. */
export interface NameRules {
  /** Grammar, without `@`. */
  name: RegExp;
  /** What `/NAME/TAB` may be and still be the account. */
  tabs?: ReadonlySet<string>;
  /** Whether an `@` before the name is dropped or required; without it an `@` is part of the name. */
  at?: "dropped" | "required";
}

/** A platform before `platformFrom` makes its `parse`. */
export interface Grammar extends Omit<Platform, "parse"> {
  read(url: URL, hint: UrlHint): Reading;
  /** Where `hosts` holds a wildcard: hosts without `www.` that have accounts. All others are the platform's own sites. */
  accountHosts?: RegExp;
  /** Whether an account is a person's profile; never when absent. */
  isPerson?(account: string): boolean;
}

/** A single post. */
export const post: Refusal = { kind: "post" };

/** A link that shares somebody's page. */
export const share: Refusal = { kind: "share" };

/** Neither account nor post nor share link: `reason` says what. */
export const other = (reason: string): Refusal => ({ kind: "other", reason });

/** A table of words written as one text. */
export const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/**
 * The platform a grammar describes. What its canonical URL does not name is no account: `/orgs/login` leads to nobody, since
 * `/login` does not.
 */
export function platformFrom({ read, accountHosts, isPerson, ...rest }: Grammar): Platform {
  function parse(url: URL, hint: UrlHint = {}): ParsedUrl {
    if (accountHosts && !accountHosts.test(hostOf(url))) return other("service_host");
    const account = read(url, hint);
    if (typeof account !== "string") return account;
    const canonical = rest.canonical(account);
    // A Mastodon account may be shown by another server than its own, which only rel=me makes known
    const named = parseUrl(canonical);
    const isNamed = named !== null && read(named, { rel: "me", ...hint }) === account;
    if (!isNamed) return other("reserved");
    return { kind: isPerson?.(account) ? "person" : "account", account, url: canonical };
  }
  return { ...rest, parse };
}

/** Reads a URL's path by a platform's rules. */
export function readPath(url: URL, rules: PathRules, hint: UrlHint = {}): Reading {
  const path = pathOf(url, rules.finalDot);
  const [first, ...rest] = path;
  if (first === undefined) return other("empty");
  const word = first.toLowerCase();
  const route = rules.routes && Object.hasOwn(rules.routes, word) ? rules.routes[word] : undefined;
  if (route !== undefined) return route(rest, url, hint);
  if (rules.shares?.has(word)) return share;
  if (rules.posts?.has(word)) return post;
  if (rules.reserved?.has(word)) return other("reserved");
  return rules.names?.(path, url, hint) ?? other("unknown_path");
}

/** Reads `NAME` and `NAME`, `TAB` in lower case: anything longer is a post. */
export function named({ name, tabs, at }: NameRules): (path: readonly string[]) => Reading {
  return ([first = "", ...rest]) => {
    if (at === "required" && !first.startsWith("@")) return other("no_at_sign");
    const bare = at === undefined ? first : first.replace(/^@/, "");
    if (bare === "") return other("empty");
    if (!name.test(bare)) return other("grammar");
    return isTab(rest, tabs) ? bare.toLowerCase() : post;
  };
}

/** Like `named`, for accounts written `PREFIX/NAME`. */
export function under(prefix: string, rules: NameRules): (path: readonly string[]) => Reading {
  const read = named(rules);
  return (path) => prefixed(prefix, read(path));
}

/** `PREFIX/ACCOUNT` where an account was read. */
export function prefixed(prefix: string, reading: Reading): Reading {
  return typeof reading === "string" ? `${prefix}/${reading}` : reading;
}

/** Whether what follows a name is nothing or one of the account's own tabs. */
export function isTab(rest: readonly string[], tabs: ReadonlySet<string> | undefined): boolean {
  const [tab, ...more] = rest;
  return tab === undefined || (more.length === 0 && tabs?.has(tab.toLowerCase()) === true);
}

/** The account in a query parameter, in lower case, without a stray `@`. */
export function readQuery(url: URL, parameter: string, grammar: RegExp): Reading {
  const value = url.searchParams.get(parameter)?.trim().replace(/^@/, "") ?? "";
  if (value === "") return other("empty");
  return grammar.test(value) ? value.toLowerCase() : other("grammar");
}

/** Whether the words around a link name the platform: "LinkedIn" beside a link to a LinkedIn group, say. */
export function isNamedBy(hint: UrlHint, name: RegExp): boolean {
  return hint.label !== undefined && name.test(hint.label);
}
