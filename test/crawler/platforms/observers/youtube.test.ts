import { expect, test } from "vitest";
import { youtubeDataApi } from "../../../../crawler/platforms/observers/youtube.ts";
import { accountOn, daysAgo, period, type Told, withToken } from "./fixture.ts";

const id = `UC${"a".repeat(22)}`;
const on = (account: string) => accountOn("youtube", account, `https://www.youtube.com/${account}`);
const channel = (more: object = {}) => ({
  id,
  snippet: { title: "Acme tells", description: "A long text", publishedAt: "2014-05-06T07:08:09Z" },
  contentDetails: { relatedPlaylists: { uploads: id.replace("UC", "UU") } },
  statistics: { videoCount: "3", subscriberCount: "1200", viewCount: "9" },
  ...more,
});
const video = (days: number) => ({
  contentDetails: { videoId: `v${days}`, videoPublishedAt: daysAgo(days) },
});

/** Answers with a channel, and with videos so many days ago. */
const youtube = (days: readonly number[], channels: unknown = { items: [channel()] }) =>
  withToken("youtube", (url) =>
    url.pathname.endsWith("/channels") ? { body: channels } : { body: { items: days.map(video) } },
  );

const error = (reason: string, status: number, message = "") =>
  withToken("youtube", () => ({ status, body: { error: { message, errors: [{ reason }] } } }));

test("a channel's counters and the instants of its uploads are read, its key stays out of addresses", async () => {
  const { effects, asked, sent, events } = youtube([2, 30, 300]);
  const seen = await youtubeDataApi.observe(on("@acme"), period, effects);
  expect(seen).toMatchObject({
    status: "observed",
    sided: "two",
    platformId: id,
    counters: { posts: 3, followers: 1_200, createdAt: "2014-05-06T07:08:09.000Z" },
    lastPostAt: daysAgo(2),
    window: { from: period.from, complete: true, filters: ["private", "unlisted"] },
  });
  expect(seen.posts.map(({ kind }) => kind)).toEqual(["original", "original", "original"]);
  expect(JSON.stringify(seen)).not.toMatch(/Acme tells|long text/);
  expect(asked[0]).toContain("https://www.googleapis.com/youtube/v3/channels?part=id%2Csnippet");
  expect(asked[0]).toContain("forHandle=%40acme");
  expect(asked[1]).toContain(`playlistId=UU${"a".repeat(22)}&maxResults=50`);
  expect(asked.join()).not.toContain("planted");
  expect(sent.every(({ headers }) => headers?.["x-goog-api-key"] === "planted-token")).toBe(true);
  expect(events).toHaveLength(2);
});

test.each([
  ["@acme", "forHandle=%40acme"],
  ["user/acme", "forUsername=acme"],
  ["c/acme", "forHandle=%40acme"],
  [`channel/${id}`, `id=${id}`],
])("%s is asked for by %s", async (account, parameter) => {
  const { effects, asked } = youtube([]);
  await youtubeDataApi.observe(on(account), period, effects);
  expect(asked[0]).toContain(parameter);
});

test("channels known by their ids share a request of fifty, handles have one each", async () => {
  const { effects, asked } = youtube([1]);
  const other = on(`channel/UC${"b".repeat(22)}`);
  const seen = await youtubeDataApi.together?.observe([on(`channel/${id}`), other], period, effects);
  expect(seen?.map(({ status, reason }) => [status, reason])).toEqual([
    ["observed", null],
    ["gone", "not_found"],
  ]);
  expect(asked.filter((url) => url.includes("/channels"))).toHaveLength(1);
  const group = youtubeDataApi.together?.groupOf;
  expect(group?.(other)).toBe(group?.(on(`channel/${id}`)));
  expect(group?.(on("@a"))).not.toBe(group?.(on("@b")));
});

test("a channel that is not there is gone; an old custom name that is no handle is unknown", async () => {
  const { effects } = youtube([], {});
  expect(await youtubeDataApi.observe(on("@acme"), period, effects)).toMatchObject({ status: "gone" });
  expect(await youtubeDataApi.observe(on("c/acme"), period, effects)).toMatchObject({
    status: "presence_only",
    reason: "custom_name_without_lookup",
  });
});

test("a handle that belongs to another channel now is moved", async () => {
  const known = { ...on("@acme"), platformId: "UCother" };
  expect(await youtubeDataApi.observe(known, period, youtube([1]).effects)).toMatchObject({
    status: "moved",
    reason: "handle_changed",
    counters: { posts: null },
  });
});

test("a channel with no video is empty, without a second request", async () => {
  const { effects, asked } = youtube([], { items: [channel({ statistics: { videoCount: "0" } })] });
  expect(await youtubeDataApi.observe(on("@acme"), period, effects)).toMatchObject({
    status: "observed",
    counters: { posts: 0 },
    lastPostAt: null,
    sided: "two",
  });
  expect(asked).toHaveLength(1);
});

test("a list that holds nothing, of a channel that counts videos, proves no silence", async () => {
  const { effects } = youtube([]);
  expect(await youtubeDataApi.observe(on("@acme"), period, effects)).toMatchObject({
    status: "partial",
    reason: "no_visible_post",
    sided: "none",
  });
});

test("a counter of videos without a list of them proves no silence", async () => {
  const { effects } = withToken(
    "youtube",
    (url): Told =>
      url.pathname.endsWith("/channels")
        ? { body: { items: [channel()] } }
        : { status: 404, body: { error: { errors: [{ reason: "playlistNotFound" }] } } },
  );
  expect(await youtubeDataApi.observe(on("@acme"), period, effects)).toMatchObject({
    status: "partial",
    reason: "no_list_of_uploads",
    sided: "none",
    lastPostAt: null,
  });
});

test("private videos stand in the list without a time and are passed over", async () => {
  const { effects } = withToken("youtube", (url) =>
    url.pathname.endsWith("/channels")
      ? { body: { items: [channel()] } }
      : { body: { items: [{ contentDetails: { videoId: "private" } }, video(9)] } },
  );
  expect(await youtubeDataApi.observe(on("@acme"), period, effects)).toMatchObject({
    status: "observed",
    posts: [{ postId: "v9" }],
  });
});

test.each([
  ["keyInvalid", 400, "token_required", "token_rejected"],
  ["accessNotConfigured", 403, "token_required", "api_not_enabled"],
  ["quotaExceeded", 403, "rate_limited", "quota_exceeded"],
  ["rateLimitExceeded", 403, "rate_limited", "rate_limit"],
  ["channelSuspended", 403, "gone", "suspended"],
  ["somethingNew", 400, "error", "api_somethingNew"],
])("the error %s is no silence", async (reason, code, status, told) => {
  const { effects, events } = error(reason, code);
  expect(await youtubeDataApi.observe(on("@acme"), period, effects)).toMatchObject({
    status,
    reason: told,
    sided: "none",
  });
  expect(events).toEqual([]);
});

test("a bad request is the key's fault where it says so", async () => {
  const wrongKey = error("badRequest", 400, "API key not valid. Please pass a valid API key.");
  expect(await youtubeDataApi.observe(on("@a"), period, wrongKey.effects)).toMatchObject({
    reason: "token_rejected",
  });
  expect(await youtubeDataApi.observe(on("@a"), period, error("badRequest", 400).effects)).toMatchObject({
    status: "error",
  });
});

test("the bill is in units of quota: one a handle, one for fifty ids, and the pages of uploads", () => {
  const bill = youtubeDataApi.bill?.([on("@a"), on(`channel/${id}`), on(`channel/UC${"b".repeat(22)}`)], 365);
  expect(bill).toEqual({ requests: [2, 32], units: [2, 32], unit: "quota unit" });
});
