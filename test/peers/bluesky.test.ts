import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { request as ask } from "node:http";
import { createServer, type Server } from "node:https";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { parseConnectTo } from "../../crawler/connect-to.ts";
import type { AuditEvent } from "../../crawler/effects.ts";
import { observeAccounts } from "../../crawler/observe.ts";
import { polite } from "../../crawler/polite.ts";
import { openWorld } from "../../crawler/world.ts";
import { Observation } from "../../datasets/schema.ts";
import { createAuthority } from "../../datasets/synthetic/tls.ts";
import { accountOn } from "../crawler/platforms/observers/fixture.ts";

const folder = new URL("./bluesky/", import.meta.url);
const isInstalled = existsSync(new URL("node_modules/@atproto/pds", folder));

const Ready = z.object({
  port: z.int(),
  directoryPort: z.int(),
  dids: z.record(z.string(), z.string()),
  archived: z.int(),
  deleted: z.string(),
});

interface Peer extends z.infer<typeof Ready> {
  child: ChildProcess;
  /** Speaks TLS for both servers, as a proxy in front of them does. */
  front: Server;
  frontPort: number;
  ca: string;
}

let peer: Peer | null = null;

beforeAll(async () => {
  if (isInstalled) peer = await start();
}, 180_000);

afterAll(async () => {
  peer?.front.close();
  peer?.child.stdin?.end();
  if (peer && peer.child.exitCode === null) await once(peer.child, "exit");
}, 30_000);

async function start(): Promise<Peer> {
  const child = spawn(process.execPath, ["server.mjs"], {
    cwd: folder,
    stdio: ["pipe", "pipe", "inherit"],
  });
  const ready = await firstLine(child);
  const authority = await createAuthority((host) => host);
  const ports = (host: string) => (host === "plc.directory" ? ready.directoryPort : ready.port);
  const front = createServer(
    {
      SNICallback: (host, done) => {
        authority.contextFor(host).then((context) => done(null, context), done);
      },
    },
    ({ url, headers }, response) => {
      const port = ports(headers.host ?? "");
      ask({ host: "127.0.0.1", port, path: url, headers }, (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      }).end();
    },
  );
  front.listen(0, "127.0.0.1");
  await once(front, "listening");
  const address = front.address();
  const frontPort = typeof address === "object" && address ? address.port : 0;
  return { ...ready, child, front, frontPort, ca: authority.ca };
}

/** The servers log in JSON, too: the first line that says where they are counts. */
async function firstLine({ stdout }: ChildProcess): Promise<z.infer<typeof Ready>> {
  if (stdout === null) throw new Error("the server has no standard output");
  for await (const line of createInterface({ input: stdout })) {
    const told = Ready.safeParse(JSON.parse(line));
    if (told.success) return told.data;
  }
  throw new Error("the server ended before it was ready");
}

/** The AppView is not there: its port is one on which nobody listens. */
async function observe(handle: string, lookback = 365) {
  if (peer === null) throw new Error("the server was not started");
  const events: AuditEvent[] = [];
  const world = openWorld({
    userAgent: "presence-audit/0 (+test)",
    connectTo: parseConnectTo(["public.api.bsky.app:443:127.0.0.1:1", `:443:127.0.0.1:${peer.frontPort}`]),
    ca: peer.ca,
    emit: (event) => void events.push(event),
  });
  const effects = polite(world, { agent: "presence-audit", delayMs: 0, concurrency: 4 });
  const account = accountOn("bluesky", handle, `https://bsky.app/profile/${handle}`);
  try {
    const observations = await observeAccounts({ lookback }).run({ account, seen: [] }, effects);
    expect(JSON.stringify(observations)).not.toContain("SECRET");
    const asked = events.flatMap((event) => (event.type === "request" ? [event.request] : []));
    return { observation: Observation.parse(observations.at(-1)), observations, asked };
  } finally {
    world.close();
  }
}

const real = test.skipIf(!isInstalled);
if (!isInstalled) test.skip("a real Bluesky server (left out: run npm run test:peers)", () => undefined);

real("what was posted is read back page by page, replies and all, without what was deleted", async () => {
  const { observation, observations, asked } = await observe("lab-trials.pds.test");
  expect(observations.map(({ observer, status }) => [observer, status])).toEqual([
    ["bluesky_appview", "error"],
    ["bluesky_pds", "observed"],
  ]);
  expect(observation).toMatchObject({ platformId: peer?.dids["lab"], sided: "two", reason: null });
  const count = (kind: string) => observation.posts.filter((post) => post.kind === kind).length;
  const kinds = ["original", "reply", "self_reply", "quote", "repost"].map(count);
  expect(kinds).toEqual([(peer?.archived ?? 0) + 2, 1, 1, 1, 1]);
  expect(observation.counters.posts).toBe((peer?.archived ?? 0) + 5);
  expect(observation.posts.some(({ postId }) => postId === peer?.deleted)).toBe(false);
  expect(observation.window).toMatchObject({ complete: true, filters: [] });
  const pages = asked.filter(({ path }) => path.includes("listRecords") && path.includes("feed.post"));
  expect(pages.length).toBeGreaterThanOrEqual(3);
  const sent = asked.filter(({ startedAt, host }) => startedAt !== null && !host.startsWith("public.api."));
  expect(sent.every(({ robots }) => robots !== "disallowed")).toBe(true);
});

real("posts brought along from an archive count on the days they were written", async () => {
  const { observation } = await observe("lab-trials.pds.test", 30);
  expect(observation.posts.filter(({ kind }) => kind === "original")).toHaveLength(30 + 2);
  const now = Date.parse(observation.observedAt);
  expect(observation.posts.every(({ postedAt }) => Date.parse(postedAt) <= now)).toBe(true);
});

real("an account is found by its DID as well", async () => {
  const { observation } = await observe(peer?.dids["lab"] ?? "");
  expect(observation).toMatchObject({ status: "observed", observer: "bluesky_pds" });
});

real.each([
  ["shy", "opted_out", "no_unauthenticated"],
  ["resting", "gone", "deactivated"],
  ["banned", "gone", "takedown"],
])("an account that is %s is %s", async (name, status, reason) => {
  const { observation } = await observe(peer?.dids[name] ?? "");
  expect(observation).toMatchObject({ status, reason, posts: [] });
});

real("an account that never posted is empty, not unknown", async () => {
  const { observation } = await observe("empty-trials.pds.test");
  expect(observation).toMatchObject({ status: "observed", counters: { posts: 0 }, lastPostAt: null });
});
