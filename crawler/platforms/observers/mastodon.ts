import { z } from "zod";
import type { Account } from "../../../datasets/schema.ts";
import { parseUrl } from "../../../datasets/url.ts";
import type { Effects, WebResponse } from "../../effects.ts";
import type { Observer, Period } from "../platform.ts";
import { laneOf } from "./lane.ts";
import { domainsAlone, linkedDomains } from "./linked-domains.ts";
import { postsOfStatuses, Statuses, statusMembers } from "./mastodon-posts.ts";
import { type Failure, failed, observed, type Reading, type SeenPost, subjectOf } from "./observation.ts";
import { type PagedPosts, readPages } from "./pages.ts";
import { readsOf } from "./reads.ts";
import { type Answer, failureOf, jsonAnswer, jsonOf } from "./responses.ts";
import { count, flag, instant, list, text } from "./tolerant.ts";
import { actorOf } from "./webfinger.ts";

/**
 * The public API of Mastodon and of servers that speak it, without login. Followers-only and direct posts are not shown: every
 * count is one of public and unlisted posts.
 */
export const mastodonApi: Observer = {
  name: "mastodon_api",
  access: "public",
  async observe(account, period, effects) {
    const subject = subjectOf(account, mastodonApi, { period, effects });
    const found = await findProfile(account, effects);
    if (found.failure) return failed(subject, found.failure);
    const { profile, origin } = found.data;
    const { id } = profile;
    const refusal = refusalOf(profile, account.platformId);
    if (refusal) return failed(subject, refusal, id);
    const paged = await readStatuses(`${origin}/api/v1/accounts/${encodeURIComponent(id)}`, {
      id,
      period,
      effects,
    });
    return observed(subject, { ...readingOf(profile, paged), linksTo: domainsOf(origin, profile) });
  },
};

const Profile = z.object({
  id: z.string().min(1),
  statuses_count: count,
  followers_count: count,
  created_at: instant,
  note: text,
  fields: list(z.object({ value: text })),
  noindex: flag,
  suspended: flag,
  moved: z.object({ acct: text, url: text }).nullish().catch(null),
});
type Profile = z.infer<typeof Profile>;

const readsProfile = readsOf({
  ...{ id: true, statuses_count: true, followers_count: true, created_at: true, noindex: true },
  ...{ suspended: true, moved: { acct: true, url: true } },
  ...{ note: domainsAlone, fields: { value: domainsAlone } },
});

/**
 * Looks an account up on its server; where there is none, or not this account, WebFinger tells whether it is served elsewhere. What
 * WebFinger knows exists: then the server only lacks this API.
 */
async function findProfile(
  { account, url }: Account,
  effects: Effects,
): Promise<Answer<{ profile: Profile; origin: string }>> {
  const { origin } = new URL(url);
  const here = await lookUp(origin, account.split("@")[0] ?? account, effects);
  if (here.data || !isDoubtful(here.failure)) return here;
  const actor = await actorOf(account, mastodonApi, effects);
  if (actor.failure) return here;
  const elsewhere = new URL(actor.data).origin;
  if (elsewhere !== origin) return lookUp(elsewhere, account, effects);
  return here.failure.reason === "not_found"
    ? { data: null, failure: { status: "error", reason: "no_api" } }
    : here;
}

const isDoubtful = ({ status, reason }: Failure) => status === "error" || reason === "not_found";

async function lookUp(
  origin: string,
  acct: string,
  effects: Effects,
): Promise<Answer<{ profile: Profile; origin: string }>> {
  const url = `${origin}/api/v1/accounts/lookup?acct=${encodeURIComponent(acct)}`;
  const answer = await ask(url, { schema: Profile, effects });
  return answer.failure ? answer : { data: { profile: answer.data, origin }, failure: null };
}

/** Why an account that exists is not read. `discoverable` and `indexable` are about directories and search, and off by default. */
function refusalOf({ id, suspended, moved, noindex }: Profile, expected: string | null): Failure | null {
  if (suspended) return { status: "gone", reason: "suspended" };
  if (moved) return { status: "moved", reason: `moved_to ${moved.url ?? moved.acct ?? "unknown"}` };
  if (noindex) return { status: "presence_only", reason: "noindex" };
  return expected && expected !== id ? { status: "moved", reason: "handle_changed" } : null;
}

/** Most posts a page holds; the server's default is 20. */
const pageSize = 40;

function readStatuses(
  accountUrl: string,
  { id, period, effects }: { id: string; period: Period; effects: Effects },
): Promise<PagedPosts> {
  const reads = readsOf(statusMembers(id));
  return readPages(period, async (next) => {
    const url = next ?? `${accountUrl}/statuses?limit=${pageSize}`;
    const response = await effects.fetch({ url, kind: "api", reads, ...laneOf(mastodonApi) });
    const page = answerOf(response, Statuses);
    if (page.failure) return page;
    const posts = postsOfStatuses(page.data, id);
    return {
      data: { posts, next: nextPage(response) ?? olderThan(posts, { response, url }) },
      failure: null,
    };
  });
}

/**
 * The last page ends the visible history. Where nothing at all is visible of an account with posts, that is the server's
 * or the account's choice and no silence.
 */
function readingOf(profile: Profile, { posts, end, failure }: PagedPosts): Reading {
  const hidesAll = posts.length === 0 && profile.statuses_count !== 0;
  return {
    platformId: profile.id,
    counters: {
      posts: profile.statuses_count,
      followers: profile.followers_count,
      createdAt: profile.created_at,
    },
    posts,
    isComplete: end === "period" || (end === "last_page" && !hidesAll),
    cap: null,
    filters: ["followers_only", "direct"],
    failure,
  };
}

/** What a profile's fields and note link to; an account on the company's own server needs no link. */
function domainsOf(origin: string, { note, fields }: Profile): string[] {
  return linkedDomains([origin, note, ...fields.map(({ value }) => value)]);
}

/** The page a `Link` header calls next, on the same server only. */
function nextPage({ headers, url }: WebResponse): string | null {
  const { link = "" } = headers;
  const target = /<([^>]*)>\s*;[^<]*\brel="?next\b/i.exec(link)?.[1];
  const next = target ? parseUrl(target, url) : null;
  return next?.host === new URL(url).host ? next.href : null;
}

/** Where a server sends no `Link` header at all, the page before the oldest post; null where it does, or the page is empty. */
function olderThan(
  posts: readonly (SeenPost | null)[],
  { response, url }: { response: WebResponse; url: string },
): string | null {
  const oldest = posts.findLast((post) => post !== null);
  if (oldest === undefined || response.headers["link"] !== undefined) return null;
  const next = new URL(url);
  next.searchParams.set("max_id", oldest.postId);
  return next.href;
}

async function ask<T>(
  url: string,
  { schema, effects }: { schema: z.ZodType<T>; effects: Effects },
): Promise<Answer<T>> {
  const reads = readsProfile;
  return answerOf(await effects.fetch({ url, kind: "api", reads, ...laneOf(mastodonApi) }), schema);
}

/** A page instead of JSON comes from a server without this API: it says nothing about the account. */
function answerOf<T>(response: WebResponse, schema: z.ZodType<T>): Answer<T> {
  if (response.status === 410) return { data: null, failure: { status: "gone", reason: "suspended" } };
  const isPage = response.status === 404 || failureOf(response) === null;
  return isPage && jsonOf(response) === undefined
    ? { data: null, failure: { status: "error", reason: "no_api" } }
    : jsonAnswer(response, schema);
}
