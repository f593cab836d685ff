import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";
import { parseConnectTo } from "../../crawler/connect-to.ts";
import { polite } from "../../crawler/polite.ts";
import { crawlDelay, isAllowed, parseRobots, robotsByteLimit, robotsFor } from "../../crawler/robots.ts";
import { growth, linear } from "../cost.ts";
import { serve, withWorld } from "./loopback.ts";

const Behaviour = z.object({
  status: z.number().default(200),
  body: z.string().default(""),
  type: z.string().default("text/plain"),
  encoding: z.string().optional(),
  hops: z.number().default(0),
  kinds: z.array(z.number()).default([302]),
  loop: z.boolean().default(false),
  nolocation: z.boolean().default(false),
  error: z.string().optional(),
});
type Behaviour = z.infer<typeof Behaviour>;

const Vector = z.object({
  id: z.string(),
  robots: z.string().optional(),
  robots_b64: z.string().optional(),
  robots_parts: z.array(z.tuple([z.string(), z.number()])).optional(),
  fetch: Behaviour.optional(),
  agent: z.string(),
  url: z.string(),
  allowed: z.boolean().nullable(),
  crawl_delay: z.number().nullable().optional(),
  sitemaps: z.array(z.string()).optional(),
  max_ms: z.number().default(2_000),
  optional: z.boolean().default(false),
});
type Vector = z.infer<typeof Vector>;

const path = process.env["ROBOTS_VECTORS"] ?? "test/fixtures/robots_vectors.json";
const vectors = z
  .array(Vector)
  .parse(JSON.parse(readFileSync(path, "utf8")))
  .filter((vector) => !vector.optional);

function fileOf(vector: Vector): Uint8Array | string {
  if (vector.robots_b64 !== undefined) return Buffer.from(vector.robots_b64, "base64");
  return vector.robots ?? (vector.robots_parts ?? []).map(([text, times]) => text.repeat(times)).join("");
}

/** Everything a vector speaks of, in the shape of its expectation. */
function readVector(vector: Vector) {
  const started = process.cpuUsage();
  const robots = parseRobots(fileOf(vector));
  const allowed = isAllowed(robots, vector.agent, vector.url);
  const isQuick = process.cpuUsage(started).user < vector.max_ms * 1_000;
  const delay = vector.crawl_delay === undefined ? undefined : crawlDelay(robots, vector.agent);
  const sitemaps = vector.sitemaps === undefined ? undefined : robots.sitemaps;
  const short = parseRobots(Buffer.from(robotsFor(robots, vector.agent), "latin1"));
  const sameInShort = isAllowed(short, vector.agent, vector.url) === allowed;
  return { allowed, delay, sitemaps, isQuick, sameInShort };
}

for (const vector of vectors.filter((each) => each.fetch === undefined)) {
  test(`vector ${vector.id} is read as it should be, and the same in its short form`, () => {
    const { allowed, crawl_delay: delay, sitemaps } = vector;
    expect(readVector(vector)).toEqual({ allowed, delay, sitemaps, isQuick: true, sameInShort: true });
  });
}

function answerAs(behaviour: Behaviour) {
  let redirects = 0;
  return (request: IncomingMessage, response: ServerResponse) => {
    if (request.url === "/x") return void response.end("page");
    const kind = behaviour.kinds[redirects % behaviour.kinds.length] ?? 302;
    if (behaviour.error === "reset") return void request.socket.destroy();
    if (behaviour.error !== undefined) return undefined;
    if (behaviour.loop) return void response.writeHead(302, { location: "/robots.txt" }).end();
    if (redirects < behaviour.hops) {
      redirects += 1;
      return void response.writeHead(kind, { location: `/hop-${redirects}` }).end();
    }
    const { status, body, type, encoding } = behaviour;
    const headers = {
      "content-type": type,
      ...(encoding === undefined ? {} : { "content-encoding": encoding }),
    };
    return void response.writeHead(status, headers).end(encoding === "gzip" ? gzipSync(body) : body);
  };
}

for (const vector of vectors) {
  const behaviour = vector.fetch;
  if (behaviour === undefined) continue;
  test(`vector ${vector.id} decides over a page of a server that behaves so`, async () => {
    const refused = behaviour.error === "refused" ? { connectTo: parseConnectTo(["::127.0.0.1:1"]) } : {};
    const limits = { robotsMs: 500 };
    const answer = await withWorld(
      serve(answerAs(behaviour)),
      (world) => {
        let skippedMs = 0;
        const sleep = async (ms: number) => {
          skippedMs += ms;
        };
        const clock = () => performance.timeOrigin + performance.now() + skippedMs;
        const effects = polite(
          { ...world, sleep },
          { agent: vector.agent, delayMs: 0, concurrency: 4, clock },
        );
        return effects.fetch({ url: `http://site.example${vector.url}`, kind: "page" });
      },
      { ...refused, limits },
    );
    expect(answer.outcome === "ok").toBe(vector.allowed);
  });
}

test("a file of 500 KiB is read to its end, and a rule cut by that limit is left out", () => {
  const line = "Disallow: /padding-padding-padding\n";
  const filler = line.repeat(Math.floor(robotsByteLimit / line.length) - 3);
  const room = robotsByteLimit - filler.length - "User-agent: *\n".length;
  const last = `Disallow: /last${"-".repeat(room - "Disallow: /last\n".length)}\n`;
  const robots = parseRobots(`User-agent: *\n${filler}${last}Disallow: /late\n`);
  expect(isAllowed(robots, "a", `https://site.example${last.slice("Disallow: ".length).trim()}`)).toBe(false);
  expect(isAllowed(robots, "a", "https://site.example/late")).toBe(true);
  const cut = parseRobots(`User-agent: *\n${filler}${last.trim()}-and-more\nDisallow: /late\n`);
  expect(isAllowed(cut, "a", `https://site.example${last.slice("Disallow: ".length).trim()}`)).toBe(true);
});

test("patterns made to blow up cost next to nothing", () => {
  const robotsOf = (length: number) =>
    parseRobots(`User-agent: *\n${`Disallow: /${"*a".repeat(length)}*b$\n`.repeat(40)}`);
  const url = `https://site.example/${"a".repeat(8_000)}`;
  expect(isAllowed(robotsOf(5_000), "a", url)).toBe(true);
  expect(growth(robotsOf, (robots) => void isAllowed(robots, "a", url), 5_000)).toBeLessThan(linear);
});

test("the agent's own group decides for any spelling of its name and version", () => {
  const robots = parseRobots("User-agent: Presence-Audit/9\nDisallow: /p\nUser-agent: *\nDisallow: /\n");
  const allowed = (url: string) => isAllowed(robots, "presence-audit/1.0 (+x)", `https://site.example${url}`);
  expect([allowed("/p"), allowed("/q")]).toEqual([false, true]);
});

test("nothing a server sends makes reading throw, and the short form says the same", () => {
  const pieces = fc.constantFrom(
    "User-agent: *\n",
    "Disallow: ",
    "Allow: /",
    "/",
    "*",
    "$",
    "%2",
    "%2f",
    "a",
    "é",
    "\0",
    "\r",
    ":",
    "#",
    "Crawl-delay: 3",
  );
  const files = fc.array(fc.oneof(pieces, fc.string()), { maxLength: 40 }).map((list) => list.join(""));
  fc.assert(
    fc.property(files, fc.webPath(), (file, webPath) => {
      const robots = parseRobots(file);
      const short = parseRobots(Buffer.from(robotsFor(robots, "a"), "latin1"));
      const url = `https://site.example${webPath.startsWith("/") ? webPath : `/${webPath}`}`;
      expect(isAllowed(short, "a", url)).toBe(isAllowed(robots, "a", url));
    }),
    { seed: 1 },
  );
});
