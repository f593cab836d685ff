import { type Answer, type Asked, json, notFound, text } from "../answer.ts";
import type { Directory } from "../directory.ts";
import { did } from "../handles.ts";
import type { SyntheticAccount } from "../industry.ts";
import { postsOf, type SyntheticPost } from "../posts.ts";
import { profileAddress } from "../profile-links.ts";
import { hash32 } from "../random.ts";
import type { AccessId } from "../scenario.ts";
import { authorFeedEntry } from "./bluesky-posts.ts";

/** Hosts of the public AppView. */
export const blueskyHosts: readonly string[] = ["public.api.bsky.app", "api.bsky.app"];

/** A replica of the AppView's open methods: profiles and author feeds. */
export function answerBluesky({ path, query }: Asked, directory: Directory): Answer {
  if (path === "/robots.txt") return text("# Crawling the public API is allowed\nUser-agent: *\nAllow: /\n");
  if (path === "/xrpc/com.atproto.identity.resolveHandle") return resolved(query, directory);
  const method = methods[path.replace(/^\/xrpc\//, "")];
  if (!method) return path.startsWith("/xrpc/") ? fault("MethodNotImplemented", path, 501) : notFound;
  const actor = query.get("actor");
  if (!actor) return fault("InvalidRequest", "Error: Params must have the property actor");
  const account = directory.account(`bluesky:${actor.toLowerCase()}`) ?? directory.accountByDid(actor);
  if (!account) return fault("InvalidRequest", "Profile not found");
  const refusal = refusals[account.access];
  return refusal ? fault(...refusal) : method(account, query, directory);
}

/** A handle that leads to an account which is there. */
function resolved(query: URLSearchParams, directory: Directory): Answer {
  const account = directory.account(`bluesky:${query.get("handle")?.toLowerCase()}`);
  return account && account.access !== "missing"
    ? json({ did: did(account.bornAs) })
    : fault("InvalidRequest", "Unable to resolve handle");
}

type Method = (account: SyntheticAccount, query: URLSearchParams, directory: Directory) => Answer;

const methods: Readonly<Record<string, Method>> = {
  "app.bsky.actor.getProfile": profile,
  "app.bsky.feed.getAuthorFeed": authorFeed,
};

const refusals: Partial<Record<AccessId, readonly [error: string, message: string]>> = {
  suspended: ["AccountTakedown", "Account has been suspended"],
  missing: ["InvalidRequest", "Profile not found"],
  moved: ["AccountDeactivated", "Account is deactivated"],
};

function fault(error: string, message: string, status = 400): Answer {
  return json({ error, message }, status);
}

function profile(account: SyntheticAccount, _query: URLSearchParams, directory: Directory): Answer {
  const { seed } = directory;
  const address = profileAddress(account, directory);
  const id = did(account.bornAs);
  const createdAt = new Date(account.createdAt).toISOString();
  const label = {
    src: id,
    uri: `at://${id}/app.bsky.actor.profile/self`,
    val: "!no-unauthenticated",
    cts: createdAt,
  };
  return json({
    did: id,
    handle: account.account,
    displayName: account.account.split(".")[0],
    ...(hash32(`website ${id}`) % 2 === 0
      ? { description: "", website: address }
      : { description: `Clinical research.\n${address}` }),
    followersCount: hash32(id) % 5_000,
    followsCount: hash32(`follows ${id}`) % 500,
    postsCount: postsOf(account, seed).filter(({ kind }) => kind !== "repost").length,
    createdAt,
    indexedAt: createdAt,
    labels: account.access === "opted_out" ? [label] : [],
  });
}

const filters: Readonly<Record<string, (post: SyntheticPost) => boolean>> = {
  posts_with_replies: () => true,
  posts_no_replies: ({ kind }) => kind !== "reply" && kind !== "self_reply",
  posts_and_author_threads: ({ kind }) => kind !== "reply",
  posts_with_media: ({ media, kind }) => media > 0 && kind !== "repost",
};

/** As the AppView does: the page is cut first and filtered then, so a page may be short and still have a cursor. */
function authorFeed(account: SyntheticAccount, query: URLSearchParams, { seed }: Directory): Answer {
  const limit = Number(query.get("limit") ?? 50);
  if (!(limit >= 1 && limit <= 100))
    return fault("InvalidRequest", "Error: limit can not be greater than 100");
  const filter = filters[query.get("filter") ?? "posts_with_replies"];
  if (!filter) return fault("InvalidRequest", "Error: filter must be a known value");
  const posts = postsOf(account, seed);
  const cursor = query.get("cursor");
  const before = cursor === null ? Number.POSITIVE_INFINITY : Date.parse(cursor);
  const page = posts.filter(({ at }) => at < before).slice(0, limit);
  const oldest = page.length === limit ? page.at(-1) : undefined;
  const pin = query.get("includePins") === "true" && cursor === null ? pinned(account, posts) : [];
  const reasonPin = { $type: "app.bsky.feed.defs#reasonPin" };
  return json({
    feed: [
      ...pin.map((post) => ({ ...authorFeedEntry(account, post), reason: reasonPin })),
      ...page.filter(filter).map((post) => authorFeedEntry(account, post)),
    ],
    ...(oldest ? { cursor: new Date(oldest.at).toISOString() } : {}),
  });
}

/** Every third account pins its first original post. */
function pinned({ accountId }: SyntheticAccount, posts: readonly SyntheticPost[]): SyntheticPost[] {
  const first = posts.findLast(({ kind }) => kind === "original");
  return first && hash32(accountId) % 3 === 0 ? [first] : [];
}
