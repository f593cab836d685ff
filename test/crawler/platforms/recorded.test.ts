/**
 * Answers of real servers, recorded by others: each is put before the observer it belongs to. The recordings are not part of this
 * project; `RECORDED=FOLDER` names a folder of them with a SOURCES.csv (file, platform, endpoint).
 */
import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { load } from "cheerio/slim";
import { expect, test } from "vitest";
import { z } from "zod";
import { activityPubOutbox } from "../../../crawler/platforms/observers/activitypub.ts";
import { blueskyAppView } from "../../../crawler/platforms/observers/bluesky.ts";
import { blueskyPds } from "../../../crawler/platforms/observers/bluesky-pds.ts";
import { feedWindow } from "../../../crawler/platforms/observers/feed.ts";
import { mastodonApi } from "../../../crawler/platforms/observers/mastodon.ts";
import { telegramPreview } from "../../../crawler/platforms/observers/telegram.ts";
import { xLookup } from "../../../crawler/platforms/observers/x-lookup.ts";
import { xTimeline } from "../../../crawler/platforms/observers/x-timeline.ts";
import { youtubeDataApi } from "../../../crawler/platforms/observers/youtube.ts";
import type { Observer } from "../../../crawler/platforms/platform.ts";
import { readDelimited } from "../../../datasets/delimited.ts";
import { Observation } from "../../../datasets/schema.ts";
import { accountOn, type Told, withToken } from "./observers/fixture.ts";

const folder = process.env["RECORDED"] ?? "../shared/platforms/recorded";
const sources = join(folder, "SOURCES.csv");

/** Who reads a recording, and what it answers to each request of that observer. */
interface Rehearsal {
  observer: Observer;
  platform: string;
  /** Whose recording it is, where the observer looks for the name in it. */
  account?: string;
  answer(url: URL): Told | undefined;
}

const skipped = "not read by these observers";

/** A recording is one answer; the ones around it are made up of what it tells. */
function rehearsalOf(endpoint: string, text: string): Rehearsal | string {
  if (/<(?:\w+:)?(?:rss|feed|rdf|urlset)\b/i.test(text.slice(0, 2_000))) return feedOf(text);
  if (/t\.me\//.test(endpoint)) return telegramOf(text);
  if (!/^\s*[[{]/.test(text)) return skipped;
  const json: unknown = JSON.parse(text);
  const made = makers.find(([pattern]) => pattern.test(endpoint));
  return made?.[1](json) ?? (JsonFeed.safeParse(json).success ? feedOf(text) : skipped);
}

const JsonFeed = z.object({ version: z.string().startsWith("https://jsonfeed.org") });
const Item = z.object({
  reason: z.unknown().optional(),
  post: z.object({ author: z.object({ did: z.string() }) }),
});
const AuthorFeed = z.object({ feed: z.array(Item) });
const Profiles = z.object({ profiles: z.array(z.unknown()) });
const Statuses = z.array(z.object({ account: z.unknown() }));

const makers: readonly (readonly [RegExp, (json: unknown) => Rehearsal])[] = [
  [/getAuthorFeed/, (json) => blueskyOf({ did: ownerOf(AuthorFeed.parse(json)) }, json)],
  [/getProfiles/, (json) => blueskyOf(Profiles.parse(json).profiles[0], { feed: [] })],
  [/getProfile$/, (json) => blueskyOf(json, { feed: [] })],
  [/resolveHandle/, (json) => repositoryOf({ resolved: json })],
  [/listRecords/, (json) => repositoryOf({ records: json })],
  [/plc\.directory|did\.json/, (json) => repositoryOf({ document: json })],
  [/outbox/, (json) => outboxOf(json)],
  [
    /(?:accounts\/[^/]+\/statuses|timelines\/\w+)/,
    (json) => mastodonOf(Statuses.parse(json)[0]?.account ?? { id: "0" }, json),
  ],
  [/accounts\/(:id|lookup)$/, (json) => mastodonOf(json, [])],
  [/^\/2\/users\/(by|:id$)|\/2\/users\?/, (json) => xLookupOf(json)],
  [/^\/2\/.*(\/tweets|\/search)/, (json) => xTimelineOf(Array.isArray(json) ? { data: json } : json)],
  [/youtube.*channels|\/v3\/channels/, (json) => youtubeOf(json, { items: [] })],
  [/playlistItems/, (json) => youtubeOf(channelOfItems, json)],
];

/** Whose feed it is: what is no repost is its owner's. */
function ownerOf({ feed }: z.infer<typeof AuthorFeed>): string {
  return feed.find(({ reason }) => !reason)?.post.author.did ?? "did:plc:nobody";
}

function feedOf(text: string): Rehearsal {
  return { observer: feedWindow, platform: "feed", answer: () => ({ body: text }) };
}

function blueskyOf(profile: unknown, page: unknown): Rehearsal {
  const pageOf = (url: URL) => (url.searchParams.has("cursor") ? { feed: [] } : page);
  const answer = (url: URL) => ({ body: url.pathname.endsWith("getProfile") ? profile : pageOf(url) });
  return { observer: blueskyAppView, platform: "bluesky", answer };
}

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
  return {
    observer: blueskyPds,
    platform: "bluesky",
    account: did,
    answer({ pathname, searchParams }) {
      if (searchParams.has("cursor")) return { body: { records: [] } };
      const body = answers.find(([pattern]) => pattern.test(pathname))?.[1];
      return body === undefined ? undefined : { body };
    },
  };
}

const Resolved = z.object({ did: z.string() });
const Document = z.object({ id: z.string() });
const didIn = (json: unknown) =>
  /did:plc:[a-z2-7]{24}/.exec(JSON.stringify(json) ?? "")?.[0] ?? "did:plc:nobody";

/** An outbox, or a page of it, of the actor that its first activity names. */
function outboxOf(json: unknown): Rehearsal {
  const id = /"actor":\s*"(https:[^"]+)"/.exec(JSON.stringify(json))?.[1] ?? "https://recorded.example/actor";
  const outbox = "https://recorded.example/outbox";
  const links = [{ rel: "self", type: "application/activity+json", href: "https://recorded.example/actor" }];
  const answers: Readonly<Record<string, unknown>> = { "/outbox": json, "/actor": { id, outbox } };
  return {
    observer: activityPubOutbox,
    platform: "mastodon",
    answer: ({ pathname }) => ({ body: answers[pathname] ?? { links } }),
  };
}

function telegramOf(text: string): Rehearsal {
  const account = /data-post="(\w+)\//.exec(text)?.[1] ?? "recorded";
  return { observer: telegramPreview, platform: "telegram", account, answer: () => ({ body: text }) };
}

function mastodonOf(account: unknown, statuses: unknown): Rehearsal {
  const answer = (url: URL) => ({ body: url.pathname.endsWith("/statuses") ? statuses : account });
  return { observer: mastodonApi, platform: "mastodon", answer };
}

const XUsers = z.object({
  data: z.union([z.array(z.object({ username: z.string() })), z.object({ username: z.string() })]),
});

function xLookupOf(json: unknown): Rehearsal {
  const { data } = XUsers.parse(json);
  const name = (Array.isArray(data) ? data[0] : data)?.username ?? "nobody";
  return { observer: xLookup, platform: "x", account: name, answer: () => ({ body: json }) };
}

/** Whole archives come in one piece, and pages name a next one that was not recorded. */
function xTimelineOf(json: unknown): Rehearsal {
  const answer = (url: URL) => ({ body: url.searchParams.has("pagination_token") ? { data: [] } : json });
  return { observer: xTimeline, platform: "x", account: "id/1", answer };
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
  return { observer: youtubeDataApi, platform: "youtube", account: "@recorded", answer };
}

/** Texts that somebody wrote: long enough not to stand in an id by chance. */
function textsIn(body: string): string[] {
  const written =
    /^(text|content|content_html|content_text|title|summary|description|displayName|display_name|note|alt)$/;
  const found: string[] = [];
  if (!/^\s*[[{]/.test(body)) {
    const $ = load(body, { xml: true });
    $("title, description, summary, content, content\\:encoded").each((_, element) => {
      found.push($(element).text().trim());
    });
  } else {
    JSON.parse(body, (key, value: unknown) => {
      if (typeof value === "string" && written.test(key)) found.push(value);
      return value;
    });
  }
  return found.filter((text) => text.length >= 12 && /\s/.test(text));
}

const rows = existsSync(sources) ? readDelimited(readFileSync(sources), "SOURCES.csv").rows : [];

/** What an observer makes of a recording. The whole of it is of interest, however old it is. */
async function rehearse(file: string, rehearsal: Rehearsal): Promise<Observation> {
  const { platform, observer, answer } = rehearsal;
  const name = rehearsal.account ?? `recorded@${file}`;
  const account = accountOn(platform, name, "https://recorded.example/@recorded");
  const { effects } = withToken(observer.name.startsWith("x_") ? "x" : "youtube", answer);
  const period = { from: "2000-01-01T00:00:00.000Z", to: effects.now() };
  return Observation.parse(await observer.observe(account, period, effects));
}

test.skipIf(rows.length === 0)(
  `recorded answers are read without their texts (RECORDED=${folder})`,
  async () => {
    const found: unknown[] = [];
    for (const { file = "", endpoint = "", platform = "" } of rows.map(({ cells }) => cells)) {
      const path = join(folder, basename(file));
      if (file.endsWith(".meta.json") || !existsSync(path)) continue;
      const recorded = readFileSync(path, "utf8");
      const rehearsal = rehearsalOf(endpoint, recorded);
      if (typeof rehearsal === "string") {
        found.push({ file, platform, skipped: rehearsal });
        continue;
      }
      const { posts, ...about } = await rehearse(file, rehearsal);
      const said = JSON.stringify({ posts, about });
      expect(about.status, file).not.toBe("error");
      for (const text of textsIn(recorded))
        expect(said.includes(JSON.stringify(text).slice(1, -1)), file).toBe(false);
      const { status, reason, sided, counters, lastPostAt, window } = about;
      const kinds = Object.fromEntries(
        posts.map(({ kind }) => [kind, posts.filter((post) => post.kind === kind).length]),
      );
      found.push({
        file,
        platform,
        status,
        reason,
        sided,
        posts: posts.length,
        kinds,
        counters,
        lastPostAt,
        from: window.from,
      });
    }
    process.stdout.write(`${found.map((line) => JSON.stringify(line)).join("\n")}\n`);
  },
);
