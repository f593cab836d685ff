import { expect, test } from "vitest";
import type { WebResponse } from "../../crawler/effects.ts";
import { isAllowed } from "../../crawler/robots.ts";
import { memoryRobotsCache } from "../../crawler/robots-cache.ts";
import { openRobotsGate } from "../../crawler/robots-gate.ts";
import { unsent } from "../../crawler/sending.ts";

let now = Date.parse("2026-01-01T00:00:00.000Z");
const clock = () => now;

type Told = Partial<Omit<WebResponse, "body">> & { body?: string };

/** A gate before made-up servers, and what it asked them. */
function gateTo(serve: (url: string) => Told, cache = memoryRobotsCache(clock)) {
  const asked: string[] = [];
  const ask = async (url: string): Promise<WebResponse> => {
    asked.push(url);
    const { body = "", ...told } = { status: 200, ...serve(url) };
    return {
      ...unsent(url, { outcome: "ok", reason: null }, ""),
      ...told,
      body: Buffer.from(body, "latin1"),
    };
  };
  return { gate: openRobotsGate({ agent: "presence-audit", cache, clock, ask }), asked, cache };
}

const hop = (location: string): Told => ({ status: 302, headers: { location } });

test("callers that come together share one answer, later ones too", async () => {
  const { gate, asked } = gateTo(() => ({}));
  const [one, two] = await Promise.all([gate("http://a.test"), gate("http://a.test")]);
  expect(one).toBe(two);
  await gate("http://a.test");
  expect(asked).toEqual(["http://a.test/robots.txt"]);
});

test("five redirects are followed to the rules, after six there are none", async () => {
  const chain = (length: number) => (url: string) => {
    const at = Number(/\d+$/.exec(url)?.[0] ?? 0);
    return at < length ? hop(`/hop${at + 1}`) : { body: "User-agent: *\nDisallow: /" };
  };
  const verdicts = await Promise.all([5, 6].map((length) => gateTo(chain(length)).gate("http://a.test")));
  const allows = verdicts.map(
    (verdict) => "robots" in verdict && isAllowed(verdict.robots, "x", "http://a.test/p"),
  );
  expect(allows).toEqual([false, true]);
});

test("redirects in a circle are not walked twice: there are no rules at their end", async () => {
  const { gate, asked } = gateTo((url) => hop(url.endsWith("/robots.txt") ? "/other" : "/robots.txt"));
  const verdict = await gate("http://a.test");
  expect("robots" in verdict && isAllowed(verdict.robots, "x", "http://a.test/p")).toBe(true);
  expect(asked).toEqual(["http://a.test/robots.txt", "http://a.test/other"]);
});

test("the cache keeps only what binds us, also for origins on the way, and no failures", async () => {
  const { gate, cache } = gateTo((url) => {
    if (url.startsWith("http://dead.test"))
      return { status: null, outcome: "connect_error", reason: "refused" };
    if (url.startsWith("http://down.test")) return { status: 502, outcome: "http_error" };
    if (url.startsWith("http://a.test")) return hop("http://b.test/robots.txt");
    return { body: "User-agent: Presence-Audit\nDisallow: /\xe9\nUser-agent: *\nDisallow: /" };
  });
  for (const origin of ["http://a.test", "http://dead.test", "http://down.test"]) await gate(origin);
  const text = "User-agent: *\nDisallow: /\xe9";
  expect([cache.get("http://a.test")?.text, cache.get("http://b.test")?.text]).toEqual([text, text]);
  expect([cache.get("http://dead.test"), cache.get("http://down.test")]).toEqual([null, null]);
});

test("what the cache knows is not asked for", async () => {
  const cache = memoryRobotsCache(clock);
  const fetchedAt = "2025-12-31T12:00:00.000Z";
  cache.put({ origin: "http://a.test", fetchedAt, text: "User-agent: *\nDisallow: /p" });
  const { gate, asked } = gateTo(() => ({}), cache);
  const verdict = await gate("http://a.test");
  expect("robots" in verdict && isAllowed(verdict.robots, "x", "http://a.test/p")).toBe(false);
  expect(asked).toEqual([]);
});

test("a failure is forgotten after five minutes, rules after a day", async () => {
  let isDown = true;
  const { gate, asked } = gateTo(() => (isDown ? { status: 500 } : {}));
  expect(await gate("http://a.test")).toEqual({ outcome: "robots_disallowed", reason: "robots_unreachable" });
  isDown = false;
  now += 299_000;
  expect("robots" in (await gate("http://a.test"))).toBe(false);
  now += 1_000;
  expect("robots" in (await gate("http://a.test"))).toBe(true);
  now += 86_399_000;
  await gate("http://a.test");
  expect(asked.length).toBe(2);
  now += 1_000;
  await gate("http://a.test");
  expect(asked.length).toBe(3);
});

test("a robots.txt has a time of its own, and the visit that made it be asked pays", async () => {
  const seen: number[] = [];
  const ask = async (url: string, budget: { leftMs: number }): Promise<WebResponse> => {
    seen.push(budget.leftMs);
    budget.leftMs -= 4_000;
    return { ...unsent(url, { outcome: "ok", reason: null }, ""), status: 404 };
  };
  const gate = openRobotsGate({ agent: "presence-audit", cache: memoryRobotsCache(clock), clock, ask });
  const [first, second] = [{ leftMs: 1_000 }, { leftMs: 1_000 }];
  await Promise.all([gate("http://a.test", first), gate("http://a.test", second)]);
  expect(seen).toEqual([30_000]);
  expect([first.leftMs, second.leftMs]).toEqual([-3_000, 1_000]);
});
