import { dayMs } from "../../durations.ts";
import { type Answer, type Asked, json } from "../answer.ts";
import type { Directory } from "../directory.ts";
import { xUserId } from "../handles.ts";
import type { SyntheticAccount } from "../industry.ts";
import { postsOf, type SyntheticPost } from "../posts.ts";
import { hash32 } from "../random.ts";
import type { AccessId } from "../scenario.ts";
import { fateOf, openRobots, resetOf, type TokenFate } from "./tokens.ts";

/** Host of X's API v2. */
export const xApiHost = "api.x.com";

/** A replica of the rungs of X's API v2: lookups, weekly counts, timelines, in its older and its newer naming. */
export function answerX(asked: Asked, directory: Directory): Answer {
  if (asked.path === "/robots.txt") return openRobots;
  const fate = fateOf("x", asked);
  const refusal = refusals[fate];
  const answer = refusal ?? route(asked, { directory, word: fate === "new_names" ? "post" : "tweet" });
  const reset = resetOf(asked) ?? Math.ceil(Date.now() / 1_000) + 900;
  const limit = { "x-rate-limit-limit": "300", "x-rate-limit-remaining": refusal ? "0" : "299" };
  return { ...answer, headers: { ...answer.headers, ...limit, "x-rate-limit-reset": String(reset) } };
}

const problem = (type: string, title: string, status: number) =>
  json({ title, detail: title, type: `https://api.x.com/2/problems/${type}`, status }, status);

const refusals: Partial<Record<TokenFate, Answer>> = {
  rejected: problem("about:blank", "Unauthorized", 401),
  forbidden: problem("client-forbidden", "Client Forbidden", 403),
  capped: problem("usage-capped", "UsageCapExceeded", 429),
  limited: problem("rate-limit-exceeded", "Too Many Requests", 429),
};

/** What answers with, and which word the fields have that are being renamed. */
interface Api {
  directory: Directory;
  word: "tweet" | "post";
}

function route(asked: Asked, api: Api): Answer {
  const { path, query } = asked;
  const fields = `${query.get("user.fields") ?? ""},${query.get("tweet.fields") ?? query.get("post.fields") ?? ""}`;
  const other = api.word === "tweet" ? "post" : "tweet";
  if (fields.includes(`most_recent_${other}_id`) || query.has(`${other}.fields`)) {
    return problem("invalid-request", "Invalid Request", 400);
  }
  if (path === "/2/users/by") return users(query, "usernames", api);
  if (path === "/2/users") return users(query, "ids", api);
  if (path === "/2/tweets/counts/recent") return counts(query, api);
  const id = /^\/2\/users\/(\d+)\/tweets$/.exec(path)?.[1];
  return id ? timeline(id, query, api) : problem("resource-not-found", "Not Found", 404);
}

const fault = (value: string, parameter: string, words: readonly [title: string, detail: string]) => ({
  ...{ value, resource_id: value, parameter, resource_type: "user" },
  title: words[0],
  detail: `${words[1]}: [${value}].`,
  type: "https://api.x.com/2/problems/resource-not-found",
});

/** Up to 100 users; those that cannot be shown are listed beside the others, in an answer of status 200. */
function users(query: URLSearchParams, parameter: "usernames" | "ids", api: Api): Answer {
  const wanted = (query.get(parameter) ?? "").split(",").filter((value) => value !== "");
  if (wanted.length === 0 || wanted.length > 100) return problem("invalid-request", "Invalid Request", 400);
  const found = wanted.map((value) =>
    userOrFault(value, parameter, { ...api, fields: query.get("user.fields") ?? "" }),
  );
  const data = found.flatMap(({ user }) => user ?? []);
  const errors = found.flatMap(({ problem: each }) => each ?? []);
  return json({ ...(data.length > 0 ? { data } : {}), ...(errors.length > 0 ? { errors } : {}) });
}

function userOrFault(value: string, parameter: "usernames" | "ids", api: Api & { fields: string }) {
  const { directory } = api;
  const account =
    parameter === "ids" ? directory.accountByXId(value) : directory.account(`x:${value.toLowerCase()}`);
  if (account?.access === "suspended") {
    return { problem: fault(value, parameter, ["Forbidden", "User has been suspended"]) };
  }
  // A renamed account answers to its number, under its new name.
  const isLost = account?.access === "missing" || (account?.access === "moved" && parameter === "usernames");
  return account && !isLost
    ? { user: user(account, api) }
    : { problem: fault(value, parameter, ["Not Found Error", `Could not find user with ${parameter}`]) };
}

function user(account: SyntheticAccount, { directory, word, fields }: Api & { fields: string }) {
  const posts = postsOf(account, directory.seed);
  const [newest] = posts;
  const known: Readonly<Record<string, unknown>> = {
    created_at: new Date(account.createdAt).toISOString(),
    protected: account.access === "opted_out",
    verified: false,
    public_metrics: {
      followers_count: hash32(account.accountId) % 20_000,
      following_count: 10,
      [`${word}_count`]: posts.length,
      listed_count: 0,
    },
    ...(newest && account.access !== "opted_out" ? { [`most_recent_${word}_id`]: snowflake(newest.at) } : {}),
  };
  const asked = fields.split(",").flatMap((name) => (name in known ? [[name, known[name]] as const] : []));
  const name = account.access === "moved" ? `${account.account}_new` : account.account;
  return { id: xUserId(account), name: account.account, username: name, ...Object.fromEntries(asked) };
}

/** Milliseconds since X's epoch, shifted by 22 bits. */
export function snowflake(at: number): string {
  return String(BigInt(at - 1_288_834_974_657) << 22n);
}

/** Posts of the last seven days by day, of one account: its name or number stands behind `from:`. */
function counts(query: URLSearchParams, { directory, word }: Api): Answer {
  const name = /^from:(\w+)$/.exec(query.get("query") ?? "")?.[1] ?? "";
  const account = directory.account(`x:${name.toLowerCase()}`) ?? directory.accountByXId(name);
  const posts = account && isShown(account) ? postsOf(account, directory.seed) : [];
  const step = query.get("granularity") === "hour" ? 3_600_000 : dayMs;
  const begin = directory.now - 7 * dayMs;
  const data = Array.from({ length: (7 * dayMs) / step }, (_, at) => {
    const [start, end] = [begin + at * step, begin + (at + 1) * step];
    const count = posts.filter((post) => post.at >= start && post.at < end).length;
    return {
      start: new Date(start).toISOString(),
      end: new Date(end).toISOString(),
      [`${word}_count`]: count,
    };
  });
  const total = posts.filter(({ at }) => at >= begin && at < directory.now).length;
  return json({ data, meta: { [`total_${word}_count`]: total } });
}

const hidden: readonly AccessId[] = ["suspended", "missing", "opted_out"];
const isShown = ({ access }: SyntheticAccount) => !hidden.includes(access);

/** Pages of 5 to 100 posts, newest first; only the newest 3,200 can be reached. */
function timeline(id: string, query: URLSearchParams, { directory, word }: Api): Answer {
  const account = directory.accountByXId(id);
  if (!account) return problem("resource-not-found", "Not Found Error", 404);
  if (!isShown(account)) return problem("not-authorized-for-resource", "Authorization Error", 403);
  const size = Math.min(100, Math.max(5, Number(query.get("max_results") ?? 10) || 10));
  const since = Date.parse(query.get("start_time") ?? "2010-11-06T00:00:00Z");
  const posts = postsOf(account, directory.seed)
    .slice(0, 3_200)
    .filter(({ at }) => at >= since);
  const begin = Number(/^p(\d+)$/.exec(query.get("pagination_token") ?? "p0")?.[1] ?? 0);
  const page = posts.slice(begin, begin + size);
  const next = begin + size < posts.length ? { next_token: `p${begin + size}` } : {};
  return json({
    ...(page.length > 0 ? { data: page.map((post) => shown(account, post, word)) } : {}),
    meta: { result_count: page.length, ...next },
  });
}

const references = {
  original: null,
  reply: "replied_to",
  self_reply: "replied_to",
  repost: "retweeted",
  quote: "quoted",
};

function shown(
  account: SyntheticAccount,
  { at, kind, links, hashtags, likes }: SyntheticPost,
  word: Api["word"],
) {
  const [self, type] = [xUserId(account), references[kind]];
  const parents = { reply: "1", self_reply: self, original: null, repost: null, quote: null };
  const parent = parents[kind];
  return {
    id: snowflake(at),
    [`edit_history_${word}_ids`]: [snowflake(at)],
    text: "Post",
    author_id: self,
    created_at: new Date(at).toISOString(),
    ...(type ? { [`referenced_${word}s`]: [{ type, id: snowflake(at - dayMs) }] } : {}),
    ...(parent ? { in_reply_to_user_id: parent } : {}),
    entities: {
      urls: Array.from({ length: links }, () => ({ expanded_url: "https://journal.test/" })),
      hashtags: Array.from({ length: hashtags }, (_, place) => ({ tag: `topic${place}` })),
    },
    public_metrics: {
      [word === "tweet" ? "retweet_count" : "repost_count"]: likes % 5,
      reply_count: likes % 3,
      like_count: likes,
      quote_count: 0,
    },
  };
}
