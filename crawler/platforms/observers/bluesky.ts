import { z } from "zod";
import type { Effects, WebRequest, WebResponse } from "../../effects.ts";
import type { Observer, Period } from "../platform.ts";
import { AuthorFeed, feedMembers, postsOfFeed } from "./bluesky-posts.ts";
import { laneOf } from "./lane.ts";
import { domainsAlone, linkedDomains } from "./linked-domains.ts";
import { type Failure, failed, observed, type Reading, subjectOf } from "./observation.ts";
import { type PagedPosts, readPages } from "./pages.ts";
import { readsOf } from "./reads.ts";
import { type Answer, jsonAnswer, jsonOf } from "./responses.ts";
import { count, flag, instant, list, text } from "./tolerant.ts";

/** Bluesky's public AppView: an account's profile and posts, without login. */
export const blueskyAppView: Observer = {
  name: "bluesky_appview",
  access: "public",
  async observe(account, period, effects) {
    const subject = subjectOf(account, blueskyAppView, { period, effects });
    const ask = appView(effects);
    const profile = await ask("app.bsky.actor.getProfile", { actor: account.account }, profileAnswer);
    if (profile.failure) {
      const { failure, did } = await unlessElsewhere(account.account, profile.failure, ask);
      return failed(subject, failure, did);
    }
    const { did } = profile.data;
    const refusal = refusalOf(profile.data, account.platformId);
    if (refusal) return failed(subject, refusal, did);
    const paged = await readAuthorFeed(did, period, ask);
    return observed(subject, readingOf(profile.data, paged));
  },
};

const Profile = z.object({
  did: z.string().min(1),
  handle: text,
  description: text,
  website: text,
  postsCount: count,
  followersCount: count,
  createdAt: instant,
  labels: list(z.object({ val: text, neg: flag })),
});
type Profile = z.infer<typeof Profile>;

const failureMembers = { error: true, message: true } as const;

const profileAnswer = {
  schema: Profile,
  reads: readsOf({
    ...failureMembers,
    ...{
      did: true,
      handle: true,
      description: domainsAlone,
      website: domainsAlone,
      postsCount: true,
      followersCount: true,
      createdAt: true,
      labels: { val: true, neg: true },
    },
  }),
};

/** Why an account that exists is not read: it asks not to be shown to logged-out readers, or the handle changed hands. */
function refusalOf({ did, labels }: Profile, expected: string | null): Failure | null {
  if (expected && expected !== did) return { status: "moved", reason: "handle_changed" };
  const isOptedOut = labels.some(({ val, neg }) => val === "!no-unauthenticated" && !neg);
  return isOptedOut ? { status: "opted_out", reason: "no_unauthenticated" } : null;
}

const Resolved = z.object({ did: z.string().min(1) });
const resolvedAnswer = { schema: Resolved, reads: readsOf({ ...failureMembers, did: true }) };

/** An account without a profile here may live on: its handle leads to it still, and its own server may show it. */
async function unlessElsewhere(
  handle: string,
  failure: Failure,
  ask: AppView,
): Promise<{ failure: Failure; did: string | null }> {
  if (failure.reason !== "not_found" || handle.startsWith("did:")) return { failure, did: null };
  const { data } = await ask("com.atproto.identity.resolveHandle", { handle }, resolvedAnswer);
  return data
    ? { failure: { status: "error", reason: "not_on_appview" }, did: data.did }
    : { failure, did: null };
}

function readAuthorFeed(did: string, period: Period, ask: AppView): Promise<PagedPosts> {
  const feedAnswer = { schema: AuthorFeed, reads: readsOf({ ...failureMembers, ...feedMembers(did) }) };
  return readPages(period, async (cursor) => {
    const query = { actor: did, limit: "100", filter: "posts_with_replies", includePins: "false" };
    const page = await ask("app.bsky.feed.getAuthorFeed", cursor ? { ...query, cursor } : query, feedAnswer);
    if (page.failure) return page;
    return { data: { posts: postsOfFeed(page.data, did), next: page.data.cursor }, failure: null };
  });
}

/**
 * The last page ends the history only when it holds as many posts as the profile counts: feeds of some accounts end early
 * (bluesky-social/atproto#2616).
 */
function readingOf(profile: Profile, paged: PagedPosts): Reading {
  const { did, postsCount, followersCount, createdAt } = profile;
  const { posts, end, failure } = paged;
  const own = posts.filter(({ kind }) => kind !== "repost").length;
  const isWhole = end === "last_page" && postsCount !== null && own >= postsCount;
  const isComplete = end === "period" || isWhole;
  return {
    platformId: did,
    counters: { posts: postsCount, followers: followersCount, createdAt },
    posts,
    isComplete,
    cap: null,
    filters: [],
    linksTo: domainsOf(profile),
    failure: failure ?? (isComplete ? null : { status: "partial", reason: "history_ends_early" }),
  };
}

/** A handle is a domain, and only who holds the domain can take it. */
function domainsOf({ handle, website, description }: Profile): string[] {
  const ownHandle = handle?.endsWith(".bsky.social") ? null : handle;
  return linkedDomains([ownHandle && `https://${ownHandle}`, website, description]);
}

/** What an answer looks like, and what of it is read. */
interface Expected<T> {
  schema: z.ZodType<T>;
  reads: NonNullable<WebRequest["reads"]>;
}

type AppView = <T>(
  method: string,
  query: Readonly<Record<string, string>>,
  expected: Expected<T>,
) => Promise<Answer<T>>;

const hosts = ["https://public.api.bsky.app", "https://api.bsky.app"] as const;

/** Asks the AppView; where its public host answers with a firewall's page, asks the other host from then on, and no third. */
function appView(effects: Effects): AppView {
  let host: (typeof hosts)[number] = hosts[0];
  return async (method, query, { schema, reads }) => {
    const path = `/xrpc/${method}?${new URLSearchParams(query)}`;
    const fetch = () => effects.fetch({ url: host + path, kind: "api", reads, ...laneOf(blueskyAppView) });
    let response = await fetch();
    if (response.status === 403 && host === hosts[0] && jsonOf(response) === undefined) {
      host = hosts[1];
      response = await fetch();
    }
    const refusal = refusedBy(response);
    return refusal ? { data: null, failure: refusal } : jsonAnswer(response, schema);
  };
}

const ErrorBody = z.object({ error: z.string(), message: z.string().default("") });

const errors: readonly (readonly [pattern: RegExp, failure: Failure])[] = [
  [/^AccountTakedown/, { status: "gone", reason: "takedown" }],
  [/^AccountDeactivated/, { status: "gone", reason: "deactivated" }],
  [/^(AccountSuspended|RepoSuspended)/, { status: "gone", reason: "suspended" }],
  [/^BlockedActor|^BlockedByActor/, { status: "blocked", reason: "blocked_actor" }],
  [/not found|could not find/i, { status: "gone", reason: "not_found" }],
  [/resolve handle/i, { status: "gone", reason: "handle_unresolved" }],
];

/** What the AppView says in an error of status 400; null when it is none of the errors an account can cause. */
function refusedBy(response: WebResponse): Failure | null {
  if (response.status !== 400) return null;
  const { success, data } = ErrorBody.safeParse(jsonOf(response));
  if (!success) return null;
  const known = errors.find(([pattern]) => pattern.test(`${data.error}: ${data.message}`));
  return known?.[1] ?? { status: "error", reason: `api_${data.error}` };
}
