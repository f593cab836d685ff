import { type Answer, type Asked, json } from "../answer.ts";
import type { Directory } from "../directory.ts";
import { channelId } from "../handles.ts";
import type { SyntheticAccount } from "../industry.ts";
import { postsOf } from "../posts.ts";
import { hash32 } from "../random.ts";
import { fateOf, openRobots, type TokenFate } from "./tokens.ts";

/** Host of the YouTube Data API v3. */
export const youtubeApiHost = "www.googleapis.com";

/** A replica of what the YouTube Data API v3 tells about channels and their uploads. */
export function answerYoutube(asked: Asked, directory: Directory): Answer {
  const { path, query } = asked;
  if (path === "/robots.txt") return openRobots;
  const refusal = refusals[fateOf("youtube", asked)];
  if (refusal) return refusal;
  if (path === "/youtube/v3/channels") return channels(query, directory);
  if (path === "/youtube/v3/playlistItems") return uploads(query, directory);
  return fault("notFound", 404);
}

const fault = (reason: string, code: number) =>
  json({ error: { code, message: reason, errors: [{ domain: "youtube", reason, message: reason }] } }, code);

const refusals: Partial<Record<TokenFate, Answer>> = {
  rejected: fault("keyInvalid", 400),
  forbidden: fault("accessNotConfigured", 403),
  capped: fault("quotaExceeded", 403),
  limited: fault("rateLimitExceeded", 403),
};

/** Channels that are shown: terminated ones are left out of an answer of status 200. */
const isShown = ({ access }: SyntheticAccount) => access !== "suspended" && access !== "missing";

function channels(query: URLSearchParams, directory: Directory): Answer {
  const handle = query.get("forHandle")?.replace(/^@?/, "@").toLowerCase();
  const found = handle
    ? [directory.account(`youtube:${handle}`)]
    : (query.get("id") ?? "").split(",").map((id) => directory.accountByChannel(id));
  const items = found.flatMap((account) =>
    account && isShown(account) ? [channel(account, directory)] : [],
  );
  return json({
    kind: "youtube#channelListResponse",
    pageInfo: { totalResults: items.length, resultsPerPage: 5 },
    // As the real one does: no list at all where nothing was found.
    ...(items.length > 0 ? { items } : {}),
  });
}

function channel(account: SyntheticAccount, { seed }: Directory) {
  const id = channelId(account);
  return {
    kind: "youtube#channel",
    id,
    snippet: {
      title: account.account,
      description: "",
      publishedAt: new Date(account.createdAt).toISOString(),
    },
    contentDetails: { relatedPlaylists: { likes: "", uploads: id.replace(/^UC/, "UU") } },
    statistics: {
      viewCount: "1000",
      subscriberCount: String((hash32(id) % 900) * 100),
      hiddenSubscriberCount: false,
      videoCount: String(postsOf(account, seed).length),
    },
    status: { privacyStatus: "public" },
  };
}

/** Uploads, newest first, at most 50 a page; a channel without uploads has no such list. */
function uploads(query: URLSearchParams, directory: Directory): Answer {
  const account = directory.accountByChannel((query.get("playlistId") ?? "").replace(/^UU/, "UC"));
  const videos = account && isShown(account) ? postsOf(account, directory.seed) : [];
  if (videos.length === 0) return fault("playlistNotFound", 404);
  const size = Math.min(50, Number(query.get("maxResults") ?? 5) || 5);
  const begin = Number(/^p(\d+)$/.exec(query.get("pageToken") ?? "p0")?.[1] ?? 0);
  const page = videos.slice(begin, begin + size);
  return json({
    kind: "youtube#playlistItemListResponse",
    ...(begin + size < videos.length ? { nextPageToken: `p${begin + size}` } : {}),
    pageInfo: { totalResults: videos.length, resultsPerPage: size },
    items: page.map(({ at }) => ({
      kind: "youtube#playlistItem",
      contentDetails: {
        videoId: `v${at}`,
        videoPublishedAt: new Date(at).toISOString().replace(".000Z", "Z"),
      },
    })),
  });
}
