import { z } from "zod";
import type { Effects } from "../../effects.ts";
import type { Observer, Period } from "../platform.ts";
import { didOf, type Repository, repositoryOf } from "./bluesky-identity.ts";
import { postsOfRecords, RecordPage, reachOf } from "./bluesky-posts.ts";
import { laneOf } from "./lane.ts";
import { type Failure, failed, observed, type Reading, subjectOf } from "./observation.ts";
import { type PagedPosts, readPages } from "./pages.ts";
import { type Answer, jsonAnswer, jsonOf } from "./responses.ts";
import { instant, list, maybe, text } from "./tolerant.ts";

/**
 * The account's own personal data server, which keeps every record: for accounts that the AppView cannot show, or not to the end.
 * Nothing there counts followers, and deleted posts are gone.
 */
export const blueskyPds: Observer = {
  name: "bluesky_pds",
  access: "public",
  async observe(account, period, effects) {
    const subject = subjectOf(account, blueskyPds, { period, effects });
    const did = await didOf(account.platformId ?? account.account, blueskyPds, effects);
    if (did.failure) return failed(subject, did.failure);
    const repository = await repositoryOf(did.data, blueskyPds, effects);
    if (repository.failure) return failed(subject, repository.failure, did.data);
    const { handles } = repository.data;
    const isNamed = account.account === did.data || handles.includes(account.account);
    if (!isNamed) return failed(subject, { status: "moved", reason: "handle_changed" }, did.data);
    const ask = server(repository.data, effects);
    const refusal = (await statusOf(ask)) ?? (await wishOf(ask));
    if (refusal) return failed(subject, refusal, did.data);
    return observed(subject, await readingOf(repository.data, period, ask));
  },
};

type Ask = <T>(
  method: string,
  query: Readonly<Record<string, string>>,
  schema: z.ZodType<T>,
) => Promise<Answer<T>>;

function server({ server: origin, did }: Repository, effects: Effects): Ask {
  return async (method, query, schema) => {
    const name = method.includes(".sync.") ? "did" : "repo";
    const url = `${origin}/xrpc/${method}?${new URLSearchParams({ [name]: did, ...query })}`;
    const response = await effects.fetch({ url, kind: "api", ...laneOf(blueskyPds) });
    const error = response.status === 400 ? Fault.safeParse(jsonOf(response)).data?.error : undefined;
    return error
      ? { data: null, failure: { status: "error", reason: `api_${error}` } }
      : jsonAnswer(response, schema);
  };
}

const Fault = z.object({ error: z.string() });
const RepoStatus = z.object({ active: z.boolean(), status: text });

/** What `com.atproto.sync.getRepoStatus` calls a repository that is not shown. */
const reasons: Readonly<Record<string, string>> = {
  takendown: "takedown",
  suspended: "suspended",
  deactivated: "deactivated",
  deleted: "deleted",
};

/** Why a repository is not shown; null for one that is, and for servers that do not tell. */
async function statusOf(ask: Ask): Promise<Failure | null> {
  const { data, failure } = await ask("com.atproto.sync.getRepoStatus", {}, RepoStatus);
  if (failure?.reason === "api_RepoNotFound") return { status: "gone", reason: "not_found" };
  if (data === null || data.active) return null;
  const reason = reasons[data.status ?? ""];
  return reason ? { status: "gone", reason } : { status: "error", reason: data.status ?? "inactive" };
}

const ProfileRecord = z.object({
  value: z.object({
    createdAt: instant,
    labels: maybe(z.object({ values: list(z.object({ val: text })) })),
  }),
});

/** The account's own wish not to be shown to logged-out readers; null where it has none, or no profile. */
async function wishOf(ask: Ask): Promise<Failure | null> {
  const query = { collection: "app.bsky.actor.profile", rkey: "self" };
  const { data, failure } = await ask("com.atproto.repo.getRecord", query, ProfileRecord);
  if (failure) return failure.reason === "api_RecordNotFound" ? null : failure;
  const isOptedOut = data.value.labels?.values.some(({ val }) => val === "!no-unauthenticated");
  return isOptedOut ? { status: "opted_out", reason: "no_unauthenticated" } : null;
}

/** Where the reposts cannot be read to the end they are left out, and the reading says so. */
async function readingOf({ did }: Repository, period: Period, ask: Ask): Promise<Reading> {
  const { posts, end, failure } = await readCollection("post", { did, period, ask });
  const reposts = await readCollection("repost", { did, period, ask });
  const hasReposts = reposts.end !== "broken";
  // Only a history that was read to its begin can be counted.
  const counters = { posts: end === "last_page" ? posts.length : null, followers: null, createdAt: null };
  return {
    platformId: did,
    counters,
    posts: hasReposts ? [...posts, ...reposts.posts] : posts,
    isComplete: end !== "broken",
    cap: null,
    filters: hasReposts ? [] : ["reposts"],
    failure: failure ?? reposts.failure,
  };
}

function readCollection(
  kind: "post" | "repost",
  { did, period, ask }: { did: string; period: Period; ask: Ask },
): Promise<PagedPosts> {
  const collection = { collection: `app.bsky.feed.${kind}`, limit: "100" };
  return readPages(period, async (cursor) => {
    const query = cursor ? { ...collection, cursor } : collection;
    const page = await ask("com.atproto.repo.listRecords", query, RecordPage);
    if (page.failure) return page;
    const posts = postsOfRecords(page.data, { did, isRepost: kind === "repost" });
    return { data: { posts, next: page.data.cursor, reachedAt: reachOf(page.data) }, failure: null };
  });
}
