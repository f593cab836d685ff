/**
 * Every record of an audit, in the order data flows: a company is visited, its pages declare accounts, the accounts are
 * observed, observations become cadences, statuses and benchmarks. CSV headers, data dictionary and data package are made
 * from these schemas. Null means "not known" or "does not apply" and is an empty cell; it is never 0.
 */
import { z } from "zod";
import { EvidencePlace } from "./evidence-record.ts";
import { count, instant, number, oneOf, text, texts, yesNo } from "./fields.ts";

export { Audit, AuditFile, Cost, RequestRecord, Tombstone } from "./audit-record.ts";
export { ActivityCurve, Benchmark, Comparison, type Likeness } from "./benchmark-record.ts";
export { type Activity, activities, Cadence, CompanyStatus } from "./cadence-record.ts";
export { EvidencePlace, SeenAnswer, Transcript } from "./evidence-record.ts";
export type { FieldMeta } from "./fields.ts";

// ---- The frame -------------------------------------------------------------------------------------------------------

export const Company = z.object({
  companyId: text("The frame's id, else the site's host without www."),
  name: text("Name as the frame gives it"),
  website: text("Website as the frame gives it; without a scheme https is tried first, then http").nullable(),
  aliases: texts("Other names of the company"),
  segment: text(
    "Part of the industry: cro, pharma, biotech, site, association, news, ..., or the user's own",
  ),
  type: text("Finer kind within the segment, as the frame gives it").nullable(),
  country: text("ISO 3166-1 alpha-2 code of the headquarters").nullable(),
  sizeBand: text("Size class, as the frame gives it").nullable(),
  parentId: text("companyId of the parent").nullable(),
  successorId: text("companyId of the company that took this one over").nullable(),
  successorFrom: text("Day from which the successor counts, YYYY-MM-DD").nullable(),
  timeZone: text("IANA time zone of the headquarters").nullable(),
  status: text("active, or why the company is not eligible: acquired, renamed, closed, ..."),
  stratum: text("Stratum the row was drawn from, where the frame is a sample").nullable(),
  stratumSize: count("Eligible companies of that stratum in the frame that was sampled").nullable(),
  identifiers: z.object({
    ror: text("Research Organization Registry id").nullable(),
    wikidata: text("Wikidata item").nullable(),
  }),
  source: text("Where the row comes from").nullable(),
});
export type Company = z.infer<typeof Company>;

// ---- The visit of a site ---------------------------------------------------------------------------------------------

/** Every way a visit can end; a site ends in exactly one. */
export const siteOutcomes = [
  "visited",
  "partial",
  "not_eligible",
  "no_website",
  "robots_disallowed",
  "not_found",
  "gone",
  "blocked",
  "rate_limited",
  "challenge",
  "login_wall",
  "dns_error",
  "tls_error",
  "connect_error",
  "timeout",
  "too_large",
  "too_many_redirects",
  "not_html",
  "empty",
  "parked",
  "protocol_error",
  "guarded",
  "http_error",
] as const;
export type SiteOutcome = (typeof siteOutcomes)[number];

/** Something in a page that may name an account, a feed or a policy. Only candidates are kept, at most 500 a page. */
export const Declaration = z.object({
  kind: oneOf(
    ["link", "jsonld", "microdata", "meta", "relme", "widget", "iframe", "script", "state", "feed"],
    "How the page says it: a link, JSON-LD sameAs, microdata, a meta tag, rel=me, a follow widget, an iframe, an inline script, page state, a feed link",
  ),
  region: oneOf(
    ["header", "nav", "main", "aside", "footer", "unknown"],
    "Part of the page it stands in; unknown for what is not displayed",
  ),
  locator: text("Where in the page: a short CSS-like path"),
  href: text("The URL meant, absolute where it can be resolved"),
  leadsTo: text(
    "Where a shortened URL leads, as the shortener's Location says; null for others and where it did not say",
  ).nullable(),
  text: text(
    "Link text or the icon's label, at most 200 characters; for an icon without one its class or file name after a dot",
  ).nullable(),
  context: texts(
    "What surrounds it and bears on whose account it is: icon_list, share, author, comment, embed, article, team, partner, credit, ...; in a script the keys that lead to it",
  ),
  list: count("Ordinal on the page of the list of account links it stands in").nullable(),
});
export type Declaration = z.infer<typeof Declaration>;

export const PageCapture = z.object({
  captureId: text("companyId # ordinal"),
  requestedUrl: text("URL asked for"),
  url: text("URL that answered, after redirects"),
  capturedAt: instant("When the answer was complete", { volatile: true }),
  via: oneOf(["http", "browser", "file"], "How the page came: plain HTTP, a rendering browser, a saved file"),
  outcome: oneOf(siteOutcomes, "How the request of this page ended; visited when it was read"),
  reason: text("Finer reason of the outcome").nullable(),
  status: count("HTTP status").nullable(),
  bytes: count("Length of the decoded body", { unit: "bytes" }),
  sha256: text("SHA-256 of the decoded body, hex").nullable(),
  evidence: EvidencePlace.optional(),
  etag: text("ETag of the answer, by which a later audit can ask whether the page has changed", {
    volatile: true,
  }).nullable(),
  lastModified: text("Last-Modified of the answer", { volatile: true }).nullable(),
  unchangedSince: instant(
    "When the content was read, if the server has said since that it is still the same",
    {
      volatile: true,
    },
  ).nullable(),
  charset: text("Character encoding the page was read in").nullable(),
  title: text("The page's title, at most 300 characters").nullable(),
  names: texts(
    "Names the page gives its publisher: og:site_name, JSON-LD organisation, application-name; the copyright line's behind ©",
  ),
  declares: z.array(Declaration),
});
export type PageCapture = z.infer<typeof PageCapture>;

export const SiteVisit = z.object({
  companyId: text("The company"),
  startUrl: text("URL the visit began with").nullable(),
  finalUrl: text("URL of the start page after redirects").nullable(),
  outcome: oneOf(
    siteOutcomes,
    "How the visit ended; visited means the start page and every chosen page were read",
  ),
  reason: text("Finer reason: redirected_offsite, soft, budget, needs_browser, ...").nullable(),
  startedAt: instant("Begin of the visit", { volatile: true }).nullable(),
  finishedAt: instant("End of the visit", { volatile: true }).nullable(),
  declaredPlatforms: texts(
    "Platforms for which an imported file says all there is: no account in it means none",
  ),
  captures: z.array(PageCapture),
});
export type SiteVisit = z.infer<typeof SiteVisit>;

// ---- What the site declares ------------------------------------------------------------------------------------------

export const AccountClaim = z.object({
  claimId: text("captureId / ordinal"),
  companyId: text("The company whose page makes the claim"),
  platform: text("Platform id"),
  account: text("Account in the platform's canonical form"),
  url: text("Canonical URL of the account"),
  captureId: text("The page"),
  evidence: Declaration,
});
export type AccountClaim = z.infer<typeof AccountClaim>;

/** Only social platforms count in shares and rates of `any`; the others are published on rows of their own. */
export const platformGroups = ["social", "owned", "developer", "closed_down"] as const;

export const Account = z.object({
  accountId: text("platform:account"),
  platform: text("Platform id"),
  group: oneOf(platformGroups, "Group of the platform"),
  account: text("Account in the platform's canonical form"),
  url: text("Canonical URL"),
  platformId: text("The platform's own immutable id, where one was learnt").nullable(),
  aliases: texts("Other account ids that name the same account"),
});
export type Account = z.infer<typeof Account>;

export const accountKinds = [
  "primary",
  "secondary",
  "regional",
  "careers",
  "product",
  "person",
  "other",
] as const;

export const Ownership = z.object({
  companyId: text("The company"),
  accountId: text("The account"),
  own: oneOf(["true", "false", "unknown"], "Whether the account is the company's own"),
  kind: oneOf(accountKinds, "What the account is for"),
  confidence: number("Confidence in `own`", { unit: "share, 0 to 1" }),
  reasons: texts("Why, most telling first"),
  claimIds: texts("Claims it rests on"),
  reciprocal: yesNo(
    "Whether the account's profile links back to the company's registrable domain; empty where no profile was seen",
  ).nullable(),
  corrected: yesNo("Whether the user corrected it").nullable(),
});
export type Ownership = z.infer<typeof Ownership>;

// ---- What an account does --------------------------------------------------------------------------------------------

export const Post = z.object({
  observationId: text("The observation"),
  postId: text("The platform's id of the post"),
  postedAt: instant("When it was posted; for a repost, when it was reposted"),
  precision: oneOf(["instant", "day", "week", "month", "year"], "How exactly postedAt is known"),
  kind: oneOf(["original", "reply", "self_reply", "repost", "quote", "unknown"], "Kind of post"),
  linkCount: count("Links in the post").nullable(),
  ownLink: yesNo("Whether one of them leads to the company's own domain").nullable(),
  hashtagCount: count("Hashtags in the post").nullable(),
  mediaCount: count("Pictures and videos in the post").nullable(),
  pinned: yesNo("Shown out of order because pinned"),
  likes: count("Likes at the time of observation").nullable(),
  comments: count("Comments at the time of observation").nullable(),
  shares: count("Shares at the time of observation").nullable(),
});
export type Post = z.infer<typeof Post>;

export const observationStatuses = [
  "observed",
  "partial",
  "token_required",
  "presence_only",
  "opted_out",
  "protected",
  "gone",
  "moved",
  "blocked",
  "rate_limited",
  "error",
] as const;
export type ObservationStatus = (typeof observationStatuses)[number];

export const Observation = z.object({
  observationId: text("accountId / observer / ordinal"),
  accountId: text("The account"),
  platformId: text("The platform's own immutable id of the account, where the answer told it").nullable(),
  observedAt: instant("Instant of observation, t_obs: ages and windows end here", { volatile: true }),
  observer: text("Who observed: bluesky_appview, mastodon_api, feed, file, none, ..."),
  access: oneOf(["public", "token", "file", "manual", "none"], "How the observer got in"),
  status: oneOf(observationStatuses, "How the observation ended"),
  reason: text("Finer reason of the status").nullable(),
  sided: oneOf(
    ["two", "active_only", "none"],
    "What it can prove: both activity and silence, activity only, or nothing",
  ),
  window: z.object({
    askedFrom: instant("Begin of the time asked about", { volatile: true }).nullable().optional(),
    from: instant("Oldest instant from which on every post was seen").nullable(),
    to: instant("End of the observed window", { volatile: true }).nullable(),
    order: oneOf(["newest_first", "other"], "Order in which the source shows posts"),
    cap: count("Most posts the source shows; null when it shows all").nullable(),
    filters: texts("Kinds of posts the source leaves out"),
    complete: yesNo("Whether every post since `from` was seen"),
  }),
  counters: z.object({
    posts: count("Lifetime posts as the platform counts them").nullable(),
    followers: count("Followers").nullable(),
    createdAt: instant("Creation of the account").nullable(),
  }),
  countedPosts: count("Posts in the window, where the source counts them without showing them").nullable(),
  lastPostAt: instant("Newest post seen, pinned ones only if they are the newest").nullable(),
  linksTo: texts(
    "Registrable domains that the account's profile, or the feed, names as its own site; empty cell where no profile was seen",
  ).nullable(),
  posts: z.array(Post),
});
export type Observation = z.infer<typeof Observation>;

// ---- What the user's own files say ----------------------------------------------------------------------------------

export const ImportedCompany = z.object({
  company: Company,
  file: text("Name of the imported file"),
  sha256: text("SHA-256 of the file, hex"),
  /** Platforms on which the file is complete for this company. */
  declaredPlatforms: SiteVisit.shape.declaredPlatforms,
  accounts: z.array(Account),
  ownerships: z.array(Ownership),
});
export type ImportedCompany = z.infer<typeof ImportedCompany>;
