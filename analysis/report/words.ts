import type { Declaration, ObservationStatus, SiteOutcome } from "../../datasets/schema.ts";

const daysPerWeek = 7;

/** A rate in posts a day, said as posts a week; tables hold it per day and in full. */
export function perWeek(postsPerDay: number): string {
  const rate = weekly(postsPerDay);
  return `${rate} ${rate === "1" ? "post" : "posts"} a week`;
}

/** The number of `perWeek` alone. */
export function weekly(postsPerDay: number): string {
  return rounded(postsPerDay * daysPerWeek);
}

/** A number for reading: one decimal below 10, none above. What is not 0 never reads as 0. */
export function rounded(value: number): string {
  const size = Math.abs(value);
  if (size > 0 && size < 0.1) return value < 0 ? "just below 0" : "less than 0.1";
  return size < 9.95 ? String(Number(value.toFixed(1))) : value.toFixed(0);
}

/** A share, 0 to 1, in per cent: whole between 1 % and 99 %. What is not 0 or all never reads as such. */
export function percent(share: number): string {
  const value = share * 100;
  if (value > 0 && value < 0.1) return "less than 0.1 %";
  if (value < 100 && value > 99.9) return "more than 99.9 %";
  return `${value >= 1 && value <= 99 ? value.toFixed(0) : Number(value.toFixed(1))} %`;
}

/** How long ago something was, in days, weeks, months or years gone by. */
export function ago(ageDays: number): string {
  if (ageDays < 1) return "less than a day ago";
  const [unit, days] = units.find(([, , least]) => ageDays >= least) ?? ["day", 1];
  const count = Math.floor(ageDays / days);
  return `${count} ${unit}${count === 1 ? "" : "s"} ago`;
}

// Name, length in days (mean Gregorian month and year) and the age from which it is used.
const units = [
  ["year", 365.2425, 730],
  ["month", 30.436875, 61],
  ["week", 7, 14],
] as const;

/** A platform's name as short as the head of a narrow column wants it. */
export const shortName = (name: string) =>
  name.replace(/ (?:\(|and ).*$/, "").replace("The company's own feeds", "Own feed");

/** The UTC day of an instant. */
export const day = (instant: string) => instant.slice(0, 10);

/** A code of ours as words, for codes that have no words of their own. */
export const codeWords = (code: string) => code.replaceAll("_", " ");

/** A benchmark's value in the words of its unit: shares in per cent, daily rates by the week. */
export function valueWords(value: number, unit: string): string {
  if (unit.startsWith("share")) return percent(value);
  return unit === "posts per day" ? weekly(value) : rounded(value);
}

/** The unit that `valueWords` counts in. */
export function unitWords(unit: string): string {
  return unit === "posts per day" ? "posts a week" : unit;
}

/** Why a figure is missing. */
export function missingWords(reason: string | null): string {
  return missing[reason ?? "nothing_observed"] ?? codeWords(reason ?? "");
}

const missing: Readonly<Record<string, string>> = {
  one_sided: "no single figure: part could not be read",
  nothing_observed: "nothing could be observed",
  no_accounts: "there are no accounts",
  small_cell: "fewer than 5, not published",
  no_observable_platform: "no platform could be read well enough",
};

/** How the visit of a company's site ended, to be read after "site:". */
export function siteWords({ outcome, reason }: { outcome: SiteOutcome; reason: string | null }): string {
  return reason === "import_only" ? "not visited, known from a file" : outcomeWords[outcome];
}

const outcomeWords: Readonly<Record<SiteOutcome, string>> = {
  visited: "read completely",
  partial: "read in part",
  not_eligible: "not visited, outside the audit",
  no_website: "no website known",
  robots_disallowed: "not read, its robots.txt asks crawlers to stay away",
  not_found: "page not found",
  gone: "page removed",
  blocked: "refused to answer",
  rate_limited: "asked us to come back later",
  challenge: "wanted proof of a human visitor",
  login_wall: "asked for a login",
  dns_error: "name not found on the internet",
  tls_error: "secure connection failed",
  connect_error: "no connection",
  timeout: "no answer in time",
  too_large: "page too large",
  too_many_redirects: "redirected without end",
  not_html: "not a web page",
  empty: "empty page",
  parked: "parked domain",
  protocol_error: "answer not understood",
  guarded: "address not on the public internet",
  http_error: "server error",
};

/** How an observation ended. */
export const observationWords: Readonly<Record<ObservationStatus, string>> = {
  observed: "read",
  partial: "read in part",
  token_required: "needs an access token",
  presence_only: "posts not visible without a login",
  opted_out: "its owner asks not to be read",
  protected: "protected account",
  gone: "account does not exist any more",
  moved: "account has moved",
  blocked: "platform refused to answer",
  rate_limited: "platform asked us to come back later",
  error: "could not be read",
};

/** Where a page names an account: how, and in which part of the page. */
export function placeWords(kind: Declaration["kind"], region: Declaration["region"]): string {
  return region === "unknown" ? kindWords[kind] : `${kindWords[kind]} in the ${regionWords[region]}`;
}

const kindWords: Readonly<Record<Declaration["kind"], string>> = {
  link: "link",
  jsonld: "structured data",
  microdata: "microdata",
  meta: "meta tag",
  relme: "rel=me link",
  widget: "follow widget",
  iframe: "embedded frame",
  script: "script",
  state: "page state",
  feed: "feed link",
};

const regionWords: Readonly<Record<Exclude<Declaration["region"], "unknown">, string>> = {
  header: "header",
  nav: "menu",
  main: "main part",
  aside: "side column",
  footer: "footer",
};
