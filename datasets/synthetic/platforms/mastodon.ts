import { type Answer, type Asked, json, notFound, text } from "../answer.ts";
import { type Directory, successorOf } from "../directory.ts";
import { mastodonId } from "../handles.ts";
import type { SyntheticAccount } from "../industry.ts";
import { postsOf, type SyntheticPost } from "../posts.ts";
import { profileAddress } from "../profile-links.ts";
import { hash32 } from "../random.ts";

/** An instance of the scenario. */
export interface Instance {
  host: string;
  needsLogin: boolean;
}

/** A replica of the open part of a Mastodon server's interface: account look-up and an account's statuses. */
export function answerMastodon(asked: Asked, { host, needsLogin }: Instance, directory: Directory): Answer {
  if (asked.path === "/robots.txt")
    return text("User-agent: *\nDisallow: /media_proxy/\nDisallow: /interact/\n");
  if (!asked.path.startsWith("/api/v1/accounts/")) return notFound;
  if (needsLogin) return json({ error: "This API requires an authenticated user" }, 401);
  const answer = accountAnswer(asked, host, directory);
  const reset = new Date(directory.now + 300_000).toISOString();
  const limits = { "x-ratelimit-limit": "300", "x-ratelimit-remaining": "299", "x-ratelimit-reset": reset };
  return { ...answer, headers: { ...answer.headers, ...limits } };
}

const missing = json({ error: "Record not found" }, 404);

function accountAnswer({ path, query }: Asked, host: string, directory: Directory): Answer {
  const isLookUp = path === "/api/v1/accounts/lookup";
  const account = isLookUp
    ? directory.account(`mastodon:${nameOf(query.get("acct") ?? "")}@${host}`)
    : directory.accountByMastodonId(/^\/api\/v1\/accounts\/(\d+)\/statuses$/.exec(path)?.[1] ?? "");
  if (!account?.account.endsWith(`@${host}`) || account.access === "missing") return missing;
  return isLookUp ? json(profile(account, directory)) : statuses(account, query, directory);
}

/** The part of `@user@host` that names the user. */
function nameOf(acct: string): string {
  return acct.toLowerCase().replace(/^@/, "").split("@")[0] ?? "";
}

/** An account's public face. Counts and dates are as coarse as the real ones. */
function profile(account: SyntheticAccount, directory: Directory): Record<string, unknown> {
  const { seed, now } = directory;
  const [user = "", host = ""] = account.account.split("@");
  const id = mastodonId(account.account, account.createdAt);
  const posts = visiblePosts(account, seed);
  const day = (at: number) => new Date(at).toISOString().slice(0, 10);
  return {
    ...{ id, username: user, acct: user, display_name: user, note: "", emojis: [] },
    fields: [websiteField(profileAddress(account, directory), now)],
    ...{ locked: false, bot: false, discoverable: true, group: false },
    noindex: account.access === "opted_out",
    created_at: `${day(account.createdAt)}T00:00:00.000Z`,
    url: `https://${host}/@${user}`,
    uri: `https://${host}/users/${user}`,
    followers_count: hash32(id) % 3_000,
    following_count: hash32(`follows ${id}`) % 300,
    statuses_count: posts.length,
    last_status_at: posts[0] ? day(posts[0].at) : null,
    ...(account.access === "suspended" ? { suspended: true } : {}),
    ...(account.access === "moved" ? { moved: profile(successorOf(account), directory) } : {}),
  };
}

/** A field as the server shows it: the address in pieces, and when the page was seen to link back. */
function websiteField(address: string, now: number) {
  const host = new URL(address).host;
  const value = `<a href="${address}" rel="nofollow noopener me"><span class="invisible">https://</span><span>${host}</span></a>`;
  return { name: "Website", value, verified_at: new Date(now - 86_400_000).toISOString() };
}

/** Accounts that moved or were suspended show no posts under their old name. */
function visiblePosts(account: SyntheticAccount, seed: number): SyntheticPost[] {
  const isSilenced = account.access === "moved" || account.access === "suspended";
  return isSilenced ? [] : postsOf(account, seed);
}

/** Pages of at most 40, 20 unless asked; a full page names the next one in its `Link` header. */
function statuses(account: SyntheticAccount, query: URLSearchParams, { seed }: Directory): Answer {
  const limit = Math.min(40, Math.max(1, Number(query.get("limit") ?? 20) || 20));
  const olderThan = query.get("max_id");
  const posts = visiblePosts(account, seed)
    .filter(({ kind }) => kind !== "repost" || query.get("exclude_reblogs") !== "true")
    .filter(({ kind }) => kind !== "reply" || query.get("exclude_replies") !== "true")
    .filter(
      ({ at }) => olderThan === null || BigInt(statusId(at)) < BigInt(`0${olderThan.replace(/\D/g, "")}`),
    )
    .slice(0, limit);
  const oldest = posts.at(-1);
  const host = account.account.split("@")[1];
  const id = mastodonId(account.account, account.createdAt);
  const next = `https://${host}/api/v1/accounts/${id}/statuses?limit=${limit}&max_id=${oldest ? statusId(oldest.at) : ""}`;
  const link = posts.length === limit ? { link: `<${next}>; rel="next"` } : {};
  return json(
    posts.map((post) => status(account, post)),
    200,
    link,
  );
}

/** Milliseconds shifted by 16 bits, as the server's snowflakes are. */
function statusId(at: number): string {
  return String(BigInt(at) << 16n);
}

function status(account: SyntheticAccount, post: SyntheticPost): Record<string, unknown> {
  const [user, host] = account.account.split("@");
  const id = statusId(post.at);
  const self = mastodonId(account.account, account.createdAt);
  const parents = { reply: "1", self_reply: self, original: null, quote: null, repost: null };
  return {
    id,
    created_at: new Date(post.at).toISOString(),
    in_reply_to_id: parents[post.kind] === null ? null : statusId(post.at - 60_000),
    in_reply_to_account_id: parents[post.kind],
    sensitive: false,
    spoiler_text: "",
    visibility: "public",
    language: "en",
    uri: `https://${host}/users/${user}/statuses/${id}`,
    url: `https://${host}/@${user}/${id}`,
    replies_count: post.likes % 3,
    reblogs_count: post.likes % 5,
    favourites_count: post.likes,
    content: `<p>Post ${'<a href="https://journal.test/" rel="nofollow">journal</a>'.repeat(post.links)}</p>`,
    media_attachments: Array.from({ length: post.media }, () => ({ type: "image" })),
    mentions: [],
    tags: Array.from({ length: post.hashtags }, (_, place) => ({ name: `topic${place}` })),
    account: { id: self, username: user, acct: user },
    reblog:
      post.kind === "repost" ? { id: "1", created_at: new Date(post.at - 86_400_000).toISOString() } : null,
    quote: post.kind === "quote" ? { state: "accepted" } : null,
  };
}
