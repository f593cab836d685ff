/**
 * Answers of real servers, recorded by others: each is put before the observer it belongs to. The recordings are not part of this
 * project; `RECORDED=FOLDER` names a folder of them with a SOURCES.csv (file, platform, endpoint).
 */
import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { load } from "cheerio/slim";
import { expect, test } from "vitest";
import { blueskyAppView } from "../../../crawler/platforms/observers/bluesky.ts";
import { feedWindow } from "../../../crawler/platforms/observers/feed.ts";
import { mastodonApi } from "../../../crawler/platforms/observers/mastodon.ts";
import type { Observer } from "../../../crawler/platforms/platform.ts";
import { readDelimited } from "../../../datasets/delimited.ts";
import { Observation } from "../../../datasets/schema.ts";
import { accountOn, fixture, type Told } from "./observers/fixture.ts";

const folder = process.env["RECORDED"] ?? "../shared/platforms/recorded";
const sources = join(folder, "SOURCES.csv");

/** Who reads a recording, and what it answers to each request of that observer. */
interface Rehearsal {
  observer: Observer;
  platform: string;
  answer(url: URL): Told | undefined;
}

type Json = ReturnType<typeof JSON.parse>;

/** A recording is one answer; the ones around it are made up of what it tells. */
function rehearsalOf(file: string, endpoint: string, text: string): Rehearsal | string {
  if (/\.(xml|rss|atom)$/.test(file) && /<(rss|feed|rdf:RDF)\b/.test(text)) return feedOf(text);
  if (!/\.json$/.test(file)) return "not read by these observers";
  const json: Json = JSON.parse(text);
  if (/^https?:\/\/jsonfeed\.org/.test(json.version)) return feedOf(text);
  if (/getAuthorFeed/.test(endpoint)) return authorFeed(json);
  if (/getProfiles?$/.test(endpoint)) return blueskyOf(json.profiles?.[0] ?? json, { feed: [] });
  if (/accounts\/[^/]+\/statuses/.test(endpoint)) return mastodonOf(json[0]?.account, json);
  return /accounts\/(:id|lookup)/.test(endpoint) ? mastodonOf(json, []) : "not read by these observers";
}

const feedOf = (text: string): Rehearsal => ({
  observer: feedWindow,
  platform: "feed",
  answer: () => ({ body: text }),
});

function authorFeed(json: Json): Rehearsal {
  const own = json.feed.find((item: Json) => !item.reason) ?? json.feed[0];
  return blueskyOf({ did: own.post.author.did }, json);
}

function blueskyOf(profile: Json, page: Json): Rehearsal {
  return {
    observer: blueskyAppView,
    platform: "bluesky",
    answer: (url) => {
      if (url.pathname.endsWith("getProfile")) return { body: profile };
      return { body: url.searchParams.has("cursor") ? { feed: [] } : page };
    },
  };
}

function mastodonOf(account: Json, statuses: Json): Rehearsal {
  return {
    observer: mastodonApi,
    platform: "mastodon",
    answer: (url) => ({ body: url.pathname.endsWith("/statuses") ? statuses : account }),
  };
}

/** Texts that somebody wrote: long enough not to stand in an id by chance. */
function textsIn(body: string): string[] {
  const written =
    /^(text|content|content_html|content_text|title|summary|description|displayName|display_name|note|alt)$/;
  const found: string[] = [];
  if (body.trimStart().startsWith("<")) {
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

test.skipIf(rows.length === 0)(
  `recorded answers are read without their texts (RECORDED=${folder})`,
  async () => {
    const found: unknown[] = [];
    for (const { file = "", endpoint = "", platform = "" } of rows.map(({ cells }) => cells)) {
      if (file.endsWith(".meta.json")) continue;
      const text = readFileSync(join(folder, basename(file)), "utf8");
      const rehearsal = rehearsalOf(file, endpoint, text);
      if (typeof rehearsal === "string") {
        found.push({ file, platform, skipped: rehearsal });
        continue;
      }
      const account = accountOn(rehearsal.platform, `recorded@${file}`, "https://recorded.example/@recorded");
      const { effects } = fixture(rehearsal.answer);
      // The whole of a recording is of interest, however old it is.
      const period = { from: "2000-01-01T00:00:00.000Z", to: effects.now() };
      const observation = Observation.parse(await rehearsal.observer.observe(account, period, effects));
      const said = JSON.stringify(observation);
      expect(observation.status, file).toMatch(/^(observed|partial)$/);
      for (const written of textsIn(text))
        expect(said.includes(JSON.stringify(written).slice(1, -1)), file).toBe(false);
      const { status, reason, sided, posts, counters, lastPostAt, window } = observation;
      const kinds: Record<string, number> = {};
      for (const { kind } of posts) kinds[kind] = (kinds[kind] ?? 0) + 1;
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
