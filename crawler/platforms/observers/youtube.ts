import { z } from "zod";
import type { Account, Observation } from "../../../datasets/schema.ts";
import type { Effects, WebResponse } from "../../effects.ts";
import type { Observer, Period } from "../platform.ts";
import {
  barePost,
  type Failure,
  failed,
  observed,
  type SeenPost,
  type Subject,
  subjectOf,
} from "./observation.ts";
import { type PagedPosts, readPages } from "./pages.ts";
import { type Reading, readsOf } from "./reads.ts";
import { type Answer, jsonOf } from "./responses.ts";
import { askWithToken } from "./token-api.ts";
import { instant, list, maybe, text } from "./tolerant.ts";

/** Channels that one request may name by their ids; a handle takes a request of its own. */
const most = 50;

/**
 * The YouTube Data API v3 with the user's own key: a channel's counters, then the instants of its uploads, newest first. One unit
 * of quota a request. What may be made of the figures the platform's policy says (`policy.json`).
 */
export const youtubeDataApi: Observer = {
  name: "youtube_data_api",
  access: "token",
  async observe(account, period, effects) {
    const [observation] = await observeChannels([account], period, effects);
    return observation ?? failed(subjectOf(account, youtubeDataApi, { period, effects }), noChannel);
  },
  together: { most, groupOf: ({ account }) => (idOf(account) ? "id" : account), observe: observeChannels },
  bill(accounts) {
    const byId = accounts.filter(({ account }) => idOf(account)).length;
    const lookups = Math.ceil(byId / most) + accounts.length - byId;
    const requests = [lookups, lookups + accounts.length * mostPages] as const;
    return { requests, units: requests, unit: "quota unit" };
  },
};

/** Pages read of a channel at most: 500 videos. */
const mostPages = 10;

const idOf = (account: string) => /^channel\/(UC[\w-]{22})$/.exec(account)?.[1];

const noChannel: Failure = { status: "gone", reason: "not_found" };

/** A number in quotes. */
const Counter = maybe(z.string().regex(/^\d+$/).transform(Number));

const Channel = z.object({
  id: z.string().min(1),
  snippet: maybe(z.object({ publishedAt: instant })),
  contentDetails: maybe(z.object({ relatedPlaylists: maybe(z.object({ uploads: text })) })),
  statistics: maybe(z.object({ videoCount: Counter, subscriberCount: Counter })),
});
type Channel = z.infer<typeof Channel>;

const channelMembers: Reading = {
  ...{ id: true, snippet: { publishedAt: true } },
  contentDetails: { relatedPlaylists: { uploads: true } },
  statistics: { videoCount: true, subscriberCount: true },
};

const Channels = z.object({ items: list(Channel) });

const Uploads = z.object({
  items: z
    .array(z.unknown())
    .catch([])
    .transform((items) => items.map((item) => Upload.safeParse(item).data ?? null)),
  nextPageToken: text,
});
const uploadMembers: Reading = { contentDetails: { videoId: true, videoPublishedAt: true } };
const Upload = z.object({
  contentDetails: z.object({ videoId: z.string().min(1), videoPublishedAt: instant }),
});

async function observeChannels(
  accounts: readonly Account[],
  period: Period,
  effects: Effects,
): Promise<Observation[]> {
  const ids = accounts.flatMap(({ account }) => idOf(account) ?? []);
  const shared = ids.length > 0 ? await askForChannels({ id: ids.join(",") }, effects) : null;
  return Promise.all(
    accounts.map(async (account) => {
      const subject = subjectOf(account, youtubeDataApi, { period, effects });
      const id = idOf(account.account);
      const page = id && shared ? shared : await askForChannels(parameterOf(account.account), effects);
      if (page.failure) return failed(subject, page.failure);
      const channel = page.data.items.find((each) => !id || each.id === id);
      return channel ? observeUploads(subject, channel, effects) : failed(subject, lossOf(account.account));
    }),
  );
}

/** Names of the two old kinds may be handles too; where they are not, nothing tells the channel. */
function parameterOf(account: string): Record<string, string> {
  const user = /^user\/(.+)$/.exec(account)?.[1];
  return user ? { forUsername: user } : { forHandle: account.replace(/^(c\/)?@?/, "@") };
}

const lossOf = (account: string): Failure =>
  account.startsWith("c/") ? { status: "presence_only", reason: "custom_name_without_lookup" } : noChannel;

async function observeUploads(subject: Subject, channel: Channel, effects: Effects): Promise<Observation> {
  const { platformId } = subject.account;
  if (platformId && platformId !== channel.id) {
    return failed(subject, { status: "moved", reason: "handle_changed" }, channel.id);
  }
  const counters = {
    posts: channel.statistics?.videoCount ?? null,
    followers: channel.statistics?.subscriberCount ?? null,
    createdAt: channel.snippet?.publishedAt ?? null,
  };
  const playlist = channel.contentDetails?.relatedPlaylists?.uploads ?? null;
  const none: PagedPosts = { posts: [], end: "last_page", failure: null };
  const uploads =
    counters.posts === 0 || !playlist ? none : await readUploads(playlist, subject.period, effects);
  // A channel without uploads has no list of them.
  const isMissing = uploads.failure?.reason === "not_found";
  // A list that ends before it began, of a channel that counts videos, hides them.
  const hidesAll = uploads.posts.length === 0 && counters.posts !== 0;
  const isComplete = uploads.end === "period" || (uploads.end === "last_page" && !hidesAll);
  return observed(subject, {
    ...{ platformId: channel.id, counters, posts: uploads.posts, isComplete, cap: null },
    filters: ["private", "unlisted"],
    failure: isMissing ? { status: "partial", reason: "no_list_of_uploads" } : uploads.failure,
  });
}

function readUploads(playlistId: string, period: Period, effects: Effects): Promise<PagedPosts> {
  return readPages(
    period,
    async (next) => {
      const query = {
        ...{ part: "contentDetails", playlistId, maxResults: "50" },
        ...(next ? { pageToken: next } : {}),
      };
      const { data, failure } = await askYoutube(
        "playlistItems",
        { query, schema: Uploads, members: uploadMembers },
        effects,
      );
      if (failure) return { data, failure };
      // A private or deleted video stands in the list without a time; the public cannot see it.
      const posts = data.items.flatMap((item) => (item ? (videoOf(item) ?? []) : [null]));
      return { data: { posts, next: data.nextPageToken }, failure };
    },
    mostPages,
  );
}

function videoOf({ contentDetails }: z.infer<typeof Upload>): SeenPost | null {
  const { videoId, videoPublishedAt } = contentDetails;
  return videoPublishedAt === null
    ? null
    : { ...barePost(videoId, videoPublishedAt, "original"), mediaCount: 1 };
}

/** Asks for channels by their ids, a handle or a user name. */
export function askForChannels(query: Record<string, string>, effects: Effects) {
  const part = "id,snippet,contentDetails,statistics,status";
  return askYoutube(
    "channels",
    { query: { part, ...query, maxResults: String(most) }, schema: Channels, members: channelMembers },
    effects,
  );
}

function askYoutube<T>(
  method: string,
  { query, schema, members }: { query: Record<string, string>; schema: z.ZodType<T>; members: Reading },
  effects: Effects,
): Promise<Answer<T>> {
  return askWithToken(
    {
      observer: youtubeDataApi,
      url: `https://www.googleapis.com/youtube/v3/${method}?${new URLSearchParams(query)}`,
      token: { name: "youtube", header: "x-goog-api-key", scheme: "" },
      schema,
      reads: readsOf({
        ...{ items: members, nextPageToken: true },
        error: { message: whetherOfKey, errors: { reason: true } },
      }),
      refusalOf: youtubeRefusal,
      spent: () => ({ unit: "quota unit", units: 1 }),
    },
    effects,
  );
}

/** A refused key and any other mistake have the same reason: the message alone tells them apart. */
function whetherOfKey(message: unknown): unknown {
  return /api key/i.test(String(message)) ? "API key" : null;
}

const ErrorBody = z.object({
  error: z.object({ message: text, errors: list(z.object({ reason: z.string() })) }),
});

function youtubeRefusal(response: WebResponse): Failure | null {
  if (response.status === null || response.status < 400) return null;
  const error = ErrorBody.safeParse(jsonOf(response)).data?.error;
  const reason = error?.errors[0]?.reason;
  if (reason === "badRequest" && whetherOfKey(error?.message)) return refusals["keyInvalid"] ?? null;
  return reason === undefined ? null : (refusals[reason] ?? { status: "error", reason: `api_${reason}` });
}

const refusals: Readonly<Record<string, Failure>> = {
  keyInvalid: { status: "token_required", reason: "token_rejected" },
  keyExpired: { status: "token_required", reason: "token_rejected" },
  accessNotConfigured: { status: "token_required", reason: "api_not_enabled" },
  ipRefererBlocked: { status: "token_required", reason: "token_restricted" },
  quotaExceeded: { status: "rate_limited", reason: "quota_exceeded" },
  dailyLimitExceeded: { status: "rate_limited", reason: "quota_exceeded" },
  rateLimitExceeded: { status: "rate_limited", reason: "rate_limit" },
  playlistNotFound: { status: "gone", reason: "not_found" },
  channelNotFound: { status: "gone", reason: "not_found" },
  channelClosed: { status: "gone", reason: "closed" },
  channelSuspended: { status: "gone", reason: "suspended" },
  playlistItemsNotAccessible: { status: "protected", reason: "private_list" },
};
