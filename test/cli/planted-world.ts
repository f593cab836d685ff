import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer as createSecureServer } from "node:https";
import type { Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SecureContext } from "node:tls";
import { gunzipSync } from "node:zlib";
import { main } from "../../cli/index.ts";
import { createAuthority } from "../../datasets/synthetic/tls.ts";
import { recordingTerminal } from "./recording-terminal.ts";

/** What may stand nowhere in an audit. */
export const planted = {
  token: "planted-token-5f1c",
  text: "planted words of a post",
  name: "Planted Person",
  avatar: "https://cdn.test/planted-avatar.jpg",
};

const did = "did:plc:acmeacmeacmeacmeacmeacme";
const person = {
  did: "did:plc:other",
  handle: "person.test",
  displayName: planted.name,
  avatar: planted.avatar,
};
const day = (n: number) => new Date(Date.UTC(2026, 8, 30 - n)).toISOString();

function blueskyPost(n: number, author: object) {
  const record = { createdAt: day(n), text: `${planted.text} https://link.test/${n}` };
  const embed = { images: [{ alt: planted.text, thumb: planted.avatar }] };
  return {
    uri: `at://${did}/app.bsky.feed.post/${n}`,
    author,
    indexedAt: day(n),
    likeCount: 1,
    record: { ...record, embed },
  };
}

const status = (n: number) => ({
  id: String(n),
  created_at: day(n),
  content: `<p>${planted.text} <a href="https://link.test/">x</a></p>`,
  account: { id: "7", display_name: planted.name, avatar: planted.avatar },
  reblog:
    n % 2 === 0
      ? { account: { display_name: planted.name, avatar: planted.avatar }, content: planted.text }
      : null,
  mentions: [{ username: planted.name }],
  media_attachments: [{ description: planted.text, url: planted.avatar }],
});

const profile = {
  did,
  displayName: planted.name,
  avatar: planted.avatar,
  description: planted.text,
  postsCount: 3,
};
const feed = [1, 2].map((n) => ({ post: blueskyPost(n, { did, displayName: planted.name }) }));
const reposted = {
  post: blueskyPost(3, person),
  reason: { $type: "app.bsky.feed.defs#reasonRepost", by: person, indexedAt: day(3) },
};
const channel = {
  id: `UC${"a".repeat(22)}`,
  snippet: { title: planted.name, description: planted.text, publishedAt: "2014-05-06T07:08:09Z" },
  contentDetails: { relatedPlaylists: { uploads: `UU${"a".repeat(22)}` } },
  statistics: { videoCount: "2", subscriberCount: "1200" },
};
const video = (n: number) => ({
  snippet: { title: planted.text, thumbnails: { default: { url: planted.avatar } } },
  contentDetails: { videoId: `v${n}`, videoPublishedAt: day(n) },
});
const page = (members: object) => ({
  data: [members],
  paging: { next: `https://cdn.test/?access_token=${planted.token}` },
});
const words = { message: planted.text, caption: planted.text, text: planted.text, name: planted.name };
const timeline = [1, 2].map((n) => ({
  ...{ id: String(n), author_id: "9", created_at: day(n), text: planted.text },
  entities: {
    urls: [{ display_url: `pic.x.com/${planted.text}`, unwound_url: planted.avatar }],
    hashtags: [{ tag: planted.text }],
    mentions: [{ username: planted.name }],
  },
}));
const users = [
  {
    id: "9",
    username: "acme",
    name: planted.name,
    description: planted.text,
    profile_image_url: planted.avatar,
  },
  { id: "10", username: "betaworks", public_metrics: { tweet_count: 0 } },
];

/** Answers by host and beginning of the path; objects are JSON. */
const answers: readonly (readonly [address: string, answer: string | object])[] = [
  ["acme.test/about", "<title>About</title><p>About Acme, who test things.</p>"],
  ["acme.test/robots.txt", "User-agent: *\nAllow: /\n"],
  [
    "acme.test/",
    `<title>Acme</title><p>Acme tests things for others.</p><a href="/about">About</a><footer><a href="https://bsky.app/profile/acme.test">Bluesky</a>
     <a rel="me" href="https://fedi.test/@acme">Mastodon</a> <a href="https://x.com/acme">X</a>
     <a href="https://www.youtube.com/@acme">YouTube</a> <a href="https://www.facebook.com/acme">Facebook</a>
     <a href="https://www.instagram.com/acme">Instagram</a> <a href="https://www.threads.com/@acme">Threads</a></footer>`,
  ],
  ["beta.test/robots.txt", "User-agent: *\nAllow: /\n"],
  [
    "beta.test/",
    `<title>Beta</title><p>Beta is another.</p><footer><a href="https://x.com/betaworks">X</a></footer>`,
  ],
  ["public.api.bsky.app/xrpc/app.bsky.actor.getProfile", profile],
  ["public.api.bsky.app/xrpc/app.bsky.feed.getAuthorFeed", { feed: [...feed, reposted] }],
  [
    "fedi.test/api/v1/accounts/lookup",
    { id: "7", display_name: planted.name, note: planted.text, avatar: planted.avatar, statuses_count: 3 },
  ],
  ["fedi.test/api/v1/accounts/7/statuses", [1, 2, 3].map(status)],
  ["www.googleapis.com/youtube/v3/channels", { items: [channel] }],
  ["www.googleapis.com/youtube/v3/playlistItems", { items: [1, 2].map(video) }],
  ["graph.facebook.com/v25.0/acme", { id: "5", followers_count: 3, ...words }],
  ["graph.facebook.com/v25.0/5/published_posts", page({ id: "5_1", created_time: day(1), ...words })],
  ["graph.facebook.com/v25.0/me/accounts", page({ instagram_business_account: { id: "6" }, ...words })],
  [
    "graph.facebook.com/v25.0/6",
    {
      business_discovery: {
        ...{ id: "8", media_count: 1, profile_picture_url: planted.avatar, biography: planted.text },
        media: page({ id: "81", timestamp: day(1), ...words, media_url: planted.avatar }),
      },
    },
  ],
  [
    "graph.threads.com/v1.0/profile_lookup",
    { username: "acme", ...words, profile_picture_url: planted.avatar },
  ],
  ["graph.threads.com/v1.0/profile_posts", page({ id: "91", timestamp: day(1), ...words })],
  ["api.x.com/2/users/10/tweets", { data: [] }],
  ["api.x.com/2/users/9/tweets", { data: timeline, includes: { users: [{ name: planted.name }] } }],
  ["api.x.com/2/users", { data: users, includes: { tweets: [{ text: planted.text }] } }],
];

function answer(request: IncomingMessage, response: ServerResponse): void {
  const address = `${request.headers.host?.replace(/:\d+$/, "")}${request.url}`;
  const found = answers.find(([beginning]) => address.startsWith(beginning))?.[1];
  const echo = { "x-echo": request.headers.authorization ?? "none", "set-cookie": `s=${planted.token}` };
  const type = typeof found === "string" ? "text/html" : "application/json";
  response.writeHead(found === undefined ? 404 : 200, { "content-type": type, ...echo });
  response.end(typeof found === "string" ? found : JSON.stringify(found ?? { error: "not here" }));
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}

/** A folder with a frame and the options that lead every name to a world that plants what may stand nowhere. */
export async function inPlantedWorld(act: (world: PlantedWorld) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "planted-"));
  const authority = await createAuthority((host) => host);
  const SNICallback = (host: string, done: (error: Error | null, context?: SecureContext) => void) =>
    void authority.contextFor(host).then((context) => done(null, context), done);
  const servers = [createServer(answer), createSecureServer({ SNICallback }, answer)] as const;
  const [http, https] = [await listen(servers[0]), await listen(servers[1])];
  writeFileSync(
    join(folder, "frame.csv"),
    "name,website\nAcme,https://acme.test\nBeta,https://beta.test\nDead,https://dead.test\n",
  );
  writeFileSync(join(folder, "ca.pem"), authority.ca);
  const rules = [`:80:127.0.0.1:${http}`, `:443:127.0.0.1:${https}`].flatMap((rule) => [
    "--connect-to",
    rule,
  ]);
  const terminal = recordingTerminal({
    environment: Object.fromEntries(
      ["X_TOKEN", "YOUTUBE_KEY", "META_TOKEN"].map((name) => [`PRESENCE_AUDIT_${name}`, planted.token]),
    ),
  });
  const run = (...given: string[]) => main(given, terminal);
  try {
    await act({
      folder,
      run,
      network: [...rules, "--ca", join(folder, "ca.pem"), "--delay-ms", "0", "--render", "never"],
      said: () => terminal.printed() + terminal.told(),
    });
  } finally {
    for (const server of servers) {
      server.close();
      server.closeAllConnections();
    }
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Where an audit is tried. */
export interface PlantedWorld {
  folder: string;
  /** A command line; gives the exit code. */
  run(...given: string[]): Promise<number>;
  network: readonly string[];
  /** All that was printed so far. */
  said(): string;
}

/** Everything in a folder as text, gzipped files unpacked, by path. */
export function contentsOf(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return new Map(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const bytes = readFileSync(path);
      const isZipped = entry.name.endsWith(".gz") && bytes.length > 0;
      return [path.slice(folder.length + 1), (isZipped ? gunzipSync(bytes) : bytes).toString("latin1")];
    }),
  );
}
