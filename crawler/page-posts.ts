import { byCodeUnit } from "../datasets/order.ts";
import { instantOfPostId } from "../datasets/post-ids.ts";
import { relativeAge } from "../datasets/relative-dates.ts";
import type { Account, Declaration, Observation, PageCapture, SiteVisit } from "../datasets/schema.ts";
import type { Snapshot } from "../datasets/snapshot.ts";
import { tables } from "../datasets/tables.ts";
import { readDate } from "./platforms/observers/dates.ts";
import { blank, isFuture, type SeenPost } from "./platforms/observers/observation.ts";
import { readPostLink } from "./platforms/post-links.ts";

/** What a finished crawl knows. */
export interface Seen extends Pick<Snapshot, "read" | "config"> {
  visits: { read(): Iterable<SiteVisit> };
}

/**
 * Posts of its own accounts that a company links or embeds on its pages, as observations of those accounts. The instant is in the
 * post's id or in the link's text; a post that is there proves activity, one that is not proves nothing. Nothing is fetched.
 */
export async function observationsOnPages(snapshot: Seen): Promise<Observation[]> {
  const accountsOf = await ownAccountsByCompany(snapshot);
  const found = new Map<string, Sighting[]>();
  for (const visit of snapshot.visits.read()) {
    const accounts = accountsOf.get(visit.companyId);
    for (const sighting of accounts ? sightingsIn(visit, accounts) : []) {
      const { accountId } = sighting.account;
      found.set(accountId, [...(found.get(accountId) ?? []), sighting]);
    }
  }
  return [...found.values()].flatMap((sightings) => observationOf(sightings, snapshot.config.now) ?? []);
}

/** A post of an account that a page shows. */
interface Sighting {
  account: Account;
  post: SeenPost;
  /** When the page was captured. */
  seenAt: string;
}

/** The accounts of each company by the name that a post's URL would give them. */
type Names = ReadonlyMap<string, Account>;

async function ownAccountsByCompany({ read }: Pick<Snapshot, "read">): Promise<Map<string, Names>> {
  const accounts = new Map<string, Account>();
  for await (const account of read(tables.accounts)) accounts.set(account.accountId, account);
  const names = new Map<string, Map<string, Account>>();
  for await (const { companyId, accountId, own, kind } of read(tables.ownerships)) {
    const account = accounts.get(accountId);
    if (account === undefined || own !== "true" || kind === "person") continue;
    const known = names.get(companyId) ?? new Map<string, Account>();
    names.set(companyId, known.set(accountId, account));
    if (account.platformId) known.set(`${account.platform}:${account.platformId}`, account);
  }
  return names;
}

function sightingsIn({ captures }: SiteVisit, accounts: Names): Sighting[] {
  return captures.flatMap((capture) =>
    capture.declares.flatMap((declared) => sightingIn(declared, capture, accounts) ?? []),
  );
}

function sightingIn(
  { href, text }: Declaration,
  { capturedAt }: PageCapture,
  accounts: Names,
): Sighting | null {
  const link = readPostLink(href);
  const account = link?.accounts
    .map((name) => accounts.get(`${link.platform}:${name}`))
    .find((each) => each !== undefined);
  const date = link && (dateOfId(link.platform, link.postId) ?? dateOfText(text, capturedAt));
  if (!link || !account || !date || isFuture(date.postedAt, capturedAt)) return null;
  return { account, seenAt: capturedAt, post: { postId: link.postId, ...date, ...unseen } };
}

const unseen = {
  kind: "unknown",
  ...{ linkCount: null, ownLink: null, hashtagCount: null, mediaCount: null, pinned: false },
  ...{ likes: null, comments: null, shares: null },
} as const;

type PostDate = Pick<SeenPost, "postedAt" | "precision">;

/** LinkedIn gives ids when a post is drafted, which can be hours before it appears. */
function dateOfId(platform: string, postId: string): PostDate | null {
  const postedAt = instantOfPostId(platform, postId);
  if (postedAt === null) return null;
  return { postedAt, precision: platform === "linkedin" ? "day" : "instant" };
}

/** Embeds write the date as the text of the link: "September 26, 2026", "3w". Of the ages that may stand for, the oldest. */
function dateOfText(text: string | null, capturedAt: string): PostDate | null {
  const [, oldest] = relativeAge(text ?? "") ?? [];
  const date = oldest === undefined ? readDate(text ?? "") : null;
  if (date) return { postedAt: date.instant, precision: date.precision };
  if (oldest === undefined) return null;
  const day = new Date(Date.parse(capturedAt.slice(0, 10)) - oldest * 86_400_000).toISOString();
  return { postedAt: `${day.slice(0, 10)}T00:00:00.000Z`, precision: "day" };
}

function observationOf(sightings: readonly Sighting[], now: string | null): Observation | null {
  const account = sightings[0]?.account;
  if (account === undefined) return null;
  const seenAt = sightings.map((each) => each.seenAt).sort(byCodeUnit);
  const subject = {
    account,
    observer: { name: "page_links", access: "public" } as const,
    period: { from: "", to: "" },
    observedAt: now ?? seenAt.at(-1) ?? "",
  };
  const base = blank(subject, null);
  const once = new Map(sightings.map(({ post }) => [post.postId, post]));
  const posts = [...once.values()].sort((a, b) => byCodeUnit(b.postedAt, a.postedAt));
  return {
    ...base,
    status: "partial",
    reason: "posts_on_pages",
    sided: "active_only",
    window: { ...base.window, askedFrom: null, to: subject.observedAt, order: "other" },
    lastPostAt: posts[0]?.postedAt ?? null,
    posts: posts.map((post) => ({ observationId: base.observationId, ...post })),
  };
}
