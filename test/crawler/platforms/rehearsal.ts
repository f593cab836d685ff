/** Finds out to which observer an answer of a real server belongs, and makes up the answers around it from what it tells. */
import { z } from "zod";
import { activityPubOutbox } from "../../../crawler/platforms/observers/activitypub.ts";
import { blueskyAppView } from "../../../crawler/platforms/observers/bluesky.ts";
import { blueskyPds } from "../../../crawler/platforms/observers/bluesky-pds.ts";
import { facebookPages } from "../../../crawler/platforms/observers/facebook.ts";
import { feedWindow } from "../../../crawler/platforms/observers/feed.ts";
import { businessDiscovery } from "../../../crawler/platforms/observers/instagram.ts";
import { mastodonApi } from "../../../crawler/platforms/observers/mastodon.ts";
import { telegramPreview } from "../../../crawler/platforms/observers/telegram.ts";
import { threadsDiscovery } from "../../../crawler/platforms/observers/threads.ts";
import { xCounts } from "../../../crawler/platforms/observers/x-counts.ts";
import { xLookup } from "../../../crawler/platforms/observers/x-lookup.ts";
import { xTimeline } from "../../../crawler/platforms/observers/x-timeline.ts";
import { youtubeDataApi } from "../../../crawler/platforms/observers/youtube.ts";
import type { Observer } from "../../../crawler/platforms/platform.ts";
import type { Told } from "./observers/fixture.ts";

/** Who reads a recording, and what it answers to each request of that observer. */
export interface Rehearsal {
  observer: Observer;
  platform: string;
  /** Whose recording it is, where the observer looks for the name in it. */
  account?: string;
  /** Name of the token that the observer needs. */
  token?: string;
  answer(url: URL): Told | undefined;
}

/** What is told about a recording. */
export interface Recording {
  platform: string;
  endpoint: string;
  bytes: Uint8Array;
  /** HTTP status, where the recording tells it; else by its shape. */
  status: number | null;
}

/** The rehearsal of a recording; null for one that no observer reads, such as a page for people. */
export function rehearsalOf({ platform, endpoint, bytes, status }: Recording): Rehearsal | null {
  const text = Buffer.from(bytes).toString("latin1").replace(/\0/g, "");
  if (/tg(?:me)?_|t\.me\/|telegram/i.test(`${endpoint} ${platform}`)) return telegramOf(bytes, text);
  if (/<(?:\w+:)?(?:rss|feed|rdf|urlset)\b/i.test(text)) return feedOf(bytes);
  const json = jsonIn(bytes);
  if (JsonFeed.safeParse(json).success || feeds.test(platform)) return feedOf(bytes);
  if (typeof json !== "object" || json === null) return null;
  const made = makers.find(([on, pattern]) => on === platform && pattern.test(endpoint));
  const rehearsal = made?.[2](json) ?? null;
  const refused = status ?? statusOf(json);
  return rehearsal && refused >= 400 ? refusing(rehearsal, json, refused) : rehearsal;
}

const feeds = /^(?:feed|podcast|rss|atom)$/;

function jsonIn(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(
      Buffer.from(bytes)
        .toString("utf8")
        .replace(/^\uFEFF/, ""),
    );
  } catch {
    return undefined;
  }
}

const JsonFeed = z.object({ version: z.string().startsWith("https://jsonfeed.org") });

/** Whether an answer says that it is none. */
export function isRefusal(json: unknown): boolean {
  return statusOf(json) >= 400;
}

const Refusal = z.object({
  error: z.union([z.string(), z.object({ code: z.number().nullish() })]).optional(),
  status: z.number().optional(),
  title: z.string().optional(),
  detail: z.string().optional(),
  data: z.unknown().optional(),
});

/** The status under which servers send such a document: those of problems and of Google say it themselves. */
function statusOf(json: unknown): number {
  const refusal = Refusal.safeParse(json).data;
  if (refusal === undefined || refusal.data !== undefined) return 200;
  const { error, status, title, detail } = refusal;
  if (typeof error === "object") return (error.code ?? 0) >= 400 ? (error.code ?? 400) : 400;
  if (typeof error === "string") return /not found/i.test(error) ? 404 : /require/i.test(error) ? 422 : 400;
  if (status !== undefined && status >= 400) return status;
  return title !== undefined && detail !== undefined ? 403 : 200;
}

const refusing = (rehearsal: Rehearsal, body: unknown, status: number): Rehearsal => ({
  ...rehearsal,
  answer: () => ({ status, body }),
});

/** What reads a platform's endpoint, however the endpoint is written. */
const makers: readonly (readonly [platform: string, endpoint: RegExp, (json: unknown) => Rehearsal])[] = [
  ["bluesky", /getAuthorFeed/, (json) => blueskyOf({ did: ownerOf(json) }, json)],
  [
    "bluesky",
    /getProfiles/,
    (json) => blueskyOf(Profiles.safeParse(json).data?.profiles[0] ?? {}, { feed: [] }),
  ],
  ["bluesky", /getProfile/, (json) => blueskyOf(json, { feed: [] })],
  ["bluesky", /resolveHandle/, (json) => repositoryOf({ resolved: json })],
  ["bluesky", /listRecords/, (json) => repositoryOf({ records: json })],
  ["bluesky", /plc\.directory|did\.json|did:/, (json) => repositoryOf({ document: json })],
  ["mastodon", /outbox/, (json) => outboxOf(json)],
  ["mastodon", /webfinger/, (json) => outboxOf({ orderedItems: [] }, json)],
  ["mastodon", /accounts\/[^/]+\/statuses|timelines\//, (json) => mastodonOf(authorOf(json), json)],
  ["mastodon", /accounts\/(?:[^/]+)$/, (json) => mastodonOf(json, [])],
  ["x", /counts/, (json) => ({ ...asX(json), observer: xCounts })],
  ["x", /\/2\/.*(?:\/tweets|\/mentions|\/search|\/posts)|\/2\/tweets/, (json) => xTimelineOf(json)],
  ["x", /\/2\/users(?!\/[^/]+\/\w)|\/2\/users\/by/, (json) => xLookupOf(json)],
  ["youtube", /channels/, (json) => youtubeOf(json, { items: [] })],
  ["youtube", /playlistItems/, (json) => youtubeOf(channelOfItems, json)],
  ["instagram", /business_discovery|media/, (json) => instagramOf(json)],
  ["facebook", /posts|feed/, (json) => facebookOf({ id: "1" }, json)],
  ["facebook", /./, (json) => facebookOf(json, { data: [] })],
  ["threads", /posts|threads$/, (json) => threadsOf({ username: "recorded" }, json)],
  ["threads", /./, (json) => threadsOf(json, { data: [] })],
];

const feedOf = (body: Uint8Array): Rehearsal => ({
  observer: feedWindow,
  platform: "feed",
  answer: () => ({ body }),
});

function telegramOf(body: Uint8Array, text: string): Rehearsal {
  const account = /data-post=["'](\w+)\//.exec(text)?.[1] ?? "recorded";
  return { observer: telegramPreview, platform: "telegram", account, answer: () => ({ body }) };
}

const Items = z.object({
  feed: z.array(
    z.object({ reason: z.unknown().optional(), post: z.object({ author: z.object({ did: z.string() }) }) }),
  ),
});
const Profiles = z.object({ profiles: z.array(z.unknown()) });

/** Whose feed it is: what is no repost is its owner's. */
const ownerOf = (json: unknown): string =>
  Items.safeParse(json).data?.feed.find(({ reason }) => !reason)?.post.author.did ?? "did:plc:nobody";

function blueskyOf(profile: unknown, page: unknown): Rehearsal {
  const pageOf = (url: URL) => (url.searchParams.has("cursor") ? { feed: [] } : page);
  const answer = (url: URL) => ({ body: url.pathname.endsWith("getProfile") ? profile : pageOf(url) });
  return { observer: blueskyAppView, platform: "bluesky", answer };
}

const Resolved = z.object({ did: z.string() });
const Document = z.object({ id: z.string() });
const didIn = (json: unknown) =>
  /did:plc:[a-z2-7]{24}/.exec(JSON.stringify(json) ?? "")?.[0] ?? "did:plc:nobody";

/** A repository of which one answer was recorded; the account's document names whatever account is asked for. */
function repositoryOf({ resolved, records, document }: Record<string, unknown>): Rehearsal {
  const did =
    Resolved.safeParse(resolved).data?.did ?? Document.safeParse(document).data?.id ?? didIn(records);
  const service = [{ id: "#atproto_pds", serviceEndpoint: "https://pds.example" }];
  const answers: readonly (readonly [RegExp, unknown])[] = [
    [/resolveHandle$/, resolved ?? { did }],
    [/^\/did:/, document ?? { id: did, alsoKnownAs: [], service }],
    [/getRepoStatus$/, { did, active: true }],
    [/getRecord$/, { value: {} }],
    [/listRecords$/, records ?? { records: [] }],
  ];
  const answer = ({ pathname, searchParams }: URL): Told | undefined => {
    if (searchParams.has("cursor")) return { body: { records: [] } };
    const body = answers.find(([pattern]) => pattern.test(pathname))?.[1];
    return body === undefined ? undefined : { body };
  };
  return { observer: blueskyPds, platform: "bluesky", account: did, answer };
}

/** An outbox, or a page of it, of the actor that its first activity names. */
function outboxOf(json: unknown, finger?: unknown): Rehearsal {
  const id = /"actor":\s*"(https:[^"]+)"/.exec(JSON.stringify(json))?.[1] ?? "https://recorded.example/actor";
  const outbox = "https://recorded.example/outbox";
  const links = [{ rel: "self", type: "application/activity+json", href: "https://recorded.example/actor" }];
  const answer = ({ pathname }: URL): Told => {
    if (pathname.startsWith("/.well-known/")) return { body: finger ?? { links } };
    return { body: pathname === "/outbox" ? json : { id, outbox } };
  };
  return { observer: activityPubOutbox, platform: "mastodon", answer };
}

const Statuses = z.array(z.object({ account: z.unknown() }));

const authorOf = (json: unknown) => Statuses.safeParse(json).data?.[0]?.account ?? { id: "0" };

function mastodonOf(account: unknown, statuses: unknown): Rehearsal {
  const answer = (url: URL) => ({ body: url.pathname.endsWith("/statuses") ? statuses : account });
  return { observer: mastodonApi, platform: "mastodon", answer };
}

const asX = (body: unknown) => ({ platform: "x", token: "x", account: "id/1", answer: () => ({ body }) });

const XNames = z.object({ username: z.string() });
const XUsers = z.object({
  data: z.union([z.array(XNames), XNames]).optional(),
  errors: z.array(z.object({ value: z.string() })).optional(),
});

function xLookupOf(json: unknown): Rehearsal {
  const { data, errors } = XUsers.safeParse(json).data ?? {};
  const name = (Array.isArray(data) ? data[0] : data)?.username ?? errors?.[0]?.value ?? "nobody";
  return { ...asX(json), observer: xLookup, account: name };
}

/** Whole archives come in one piece, and pages name a next one that was not recorded. */
function xTimelineOf(json: unknown): Rehearsal {
  const page = Array.isArray(json) ? { data: json } : json;
  const answer = (url: URL) => ({ body: url.searchParams.has("pagination_token") ? { data: [] } : page });
  return { ...asX(json), observer: xTimeline, answer };
}

const channelOfItems = {
  items: [
    {
      id: "UCrecorded",
      contentDetails: { relatedPlaylists: { uploads: "UUrecorded" } },
      statistics: { videoCount: "1" },
    },
  ],
};

function youtubeOf(channels: unknown, items: unknown): Rehearsal {
  const answer = (url: URL) => ({ body: url.pathname.endsWith("/channels") ? channels : items });
  return { observer: youtubeDataApi, platform: "youtube", token: "youtube", account: "@recorded", answer };
}

function instagramOf(json: unknown): Rehearsal {
  const own = { data: [{ instagram_business_account: { id: "1" } }] };
  const answer = (url: URL) => ({ body: url.pathname.endsWith("/me/accounts") ? own : json });
  return { observer: businessDiscovery, platform: "instagram", token: "meta", answer };
}

function facebookOf(page: unknown, posts: unknown): Rehearsal {
  const answer = (url: URL) => {
    if (url.searchParams.has("after")) return { body: { data: [] } };
    return { body: url.pathname.endsWith("_posts") ? posts : page };
  };
  return { observer: facebookPages, platform: "facebook", token: "meta", account: "recorded", answer };
}

function threadsOf(profile: unknown, posts: unknown): Rehearsal {
  const answer = (url: URL) => {
    if (url.searchParams.has("after")) return { body: { data: [] } };
    return { body: url.pathname.endsWith("_posts") ? posts : profile };
  };
  return { observer: threadsDiscovery, platform: "threads", token: "meta", account: "@recorded", answer };
}
