import fc from "fast-check";
import { expect, test } from "vitest";
import type { AuditEvent, WebRequest } from "../../crawler/effects.ts";
import { type PoliteOptions, polite } from "../../crawler/polite.ts";
import { memoryRobotsCache } from "../../crawler/robots-cache.ts";
import { laneOf } from "../../crawler/sending.ts";
import { type Answer, pages, virtualWorld } from "./virtual-world.ts";

/** A polite crawler among made-up servers. */
function crawler(serve: (request: WebRequest, at: number) => Answer, options: Partial<PoliteOptions> = {}) {
  const world = virtualWorld(serve);
  const { clock } = world;
  const settings = {
    agent: "presence-audit",
    delayMs: 1_000,
    concurrency: 8,
    clock,
    random: () => 0.5,
    ...options,
  };
  const effects = polite(world.effects, settings);
  const get = (url: string, more: Partial<WebRequest> = {}) => effects.fetch({ url, kind: "page", ...more });
  const asked = () => world.visits.map(({ url, at }) => `${at} ${url}`);
  return { ...world, effects, get, asked };
}

test("robots.txt comes first, once for callers that come together, and the delay lies between all requests", async () => {
  const { get, pass, asked } = crawler(pages({ "http://a.test/": {}, "http://a.test/about": {} }));
  await pass(Promise.all([get("http://a.test/"), get("http://a.test/about")]));
  expect(asked()).toEqual(["0 http://a.test/robots.txt", "1010 http://a.test/", "2020 http://a.test/about"]);
});

test("hosts of one registrable domain share a lane, other sites do not wait for them", async () => {
  const { get, pass, asked } = crawler(pages({}), { delayMs: 1_000 });
  await pass(Promise.all([get("http://a.test/"), get("http://b.test/"), get("http://www.a.test/")]));
  expect(asked()).toEqual([
    "0 http://a.test/robots.txt",
    "0 http://b.test/robots.txt",
    "1010 http://www.a.test/robots.txt",
    "1010 http://b.test/",
    "2020 http://a.test/",
    "3030 http://www.a.test/",
  ]);
});

test("a waiting lane holds no slot: one slot serves two sites as fast as two would", async () => {
  const { get, pass, visits } = crawler(pages({}), { concurrency: 1 });
  const site = (host: string) => Promise.all([get(`http://${host}/1`), get(`http://${host}/2`)]);
  await pass(Promise.all([site("a.test"), site("b.test")]));
  expect(Math.max(...visits.map(({ at }) => at))).toBeLessThan(2_100);
});

test("at most four requests are at one address at a time, and those behind it take no slots from others", async () => {
  const { effects, clock, pass, visits } = virtualWorld(() => ({ tookMs: 500 }));
  const address = async (url: string) => (url.includes("shared") ? "93.184.215.14" : "93.184.215.15");
  const shared = polite({ ...effects, address }, { agent: "x", delayMs: 0, concurrency: 5, clock });
  const get = (host: string) => shared.fetch({ url: `http://${host}/robots.txt`, kind: "robots" });
  await pass(
    Promise.all([..."abcdefgh"].map((name) => get(`shared-${name}.test`)).concat(get("other.test"))),
  );
  const atOnce = (at: number) => visits.filter((visit) => visit.at <= at && visit.until > at).length;
  expect([atOnce(0), atOnce(500)]).toEqual([5, 4]);
  expect(visits.find(({ url }) => url.includes("other"))?.at).toBe(0);
});

/** robots.txt answers, and the outcome and reason of a page behind them. */
const robots: readonly (readonly [answer: Answer, outcome: string, reason: string | null])[] = [
  [{ status: 404 }, "ok", null],
  [{ status: 403 }, "ok", null],
  [{ body: "User-agent: *\nDisallow: /" }, "robots_disallowed", null],
  [{ body: "User-agent: presence-audit\nDisallow:\n\nUser-agent: *\nDisallow: /" }, "ok", null],
  [{ status: 500 }, "robots_disallowed", "robots_unreachable"],
  [{ status: null, outcome: "dns_error", reason: "not_found" }, "dns_error", "not_found"],
  [{ status: null, outcome: "timeout", reason: "connect" }, "timeout", "connect"],
  [{ status: null, outcome: "guarded", reason: "private_address" }, "guarded", "private_address"],
  [{ status: 301, headers: { location: "/robots.txt" } }, "ok", null],
];

for (const [answer, outcome, reason] of robots) {
  test(`robots.txt ${JSON.stringify(answer)} makes a page ${outcome}`, async () => {
    const { get, pass } = crawler(pages({ "http://a.test/robots.txt": answer, "http://a.test/": {} }));
    const page = await pass(get("http://a.test/"));
    expect([page.outcome, page.reason]).toEqual([outcome, reason]);
  });
}

test("the robots.txt at the end of a redirect is not asked for again by its own host", async () => {
  const to = (location: string) => ({ status: 301, headers: { location } });
  const { get, pass, asked } = crawler(
    pages({
      "http://a.test/robots.txt": to("https://www.a.test/robots.txt"),
      "http://a.test/": to("https://www.a.test/"),
      "https://www.a.test/robots.txt": { body: "User-agent: *\nDisallow: /private" },
      "https://www.a.test/": {},
    }),
  );
  expect(await pass(get("http://a.test/"))).toMatchObject({ outcome: "ok", url: "https://www.a.test/" });
  expect(asked().length).toBe(4);
});

test("a robots.txt is kept: another run with the same cache asks only for the page", async () => {
  const cache = memoryRobotsCache(() => Date.parse("2026-01-01T01:00:00Z"));
  const site = pages({
    "http://a.test/robots.txt": { body: "User-agent: *\nDisallow: /no\nSitemap: http://a.test/s.xml" },
  });
  const first = crawler(site, { cache });
  await first.pass(first.get("http://a.test/"));
  const second = crawler(site, { cache });
  expect((await second.pass(second.get("http://a.test/no/x"))).outcome).toBe("robots_disallowed");
  expect(await second.effects.sitemaps?.("http://a.test/")).toEqual(["http://a.test/s.xml"]);
  expect(second.asked()).toEqual([]);
});

/** Crawl-delay lines, the request's own delay, and the gap in ms that must come of them. */
const delays: readonly (readonly [line: string, laneDelayMs: number | undefined, gapMs: number])[] = [
  ["", undefined, 1_000],
  ["Crawl-delay: 5", undefined, 5_000],
  ["Crawl-delay: 0.1", undefined, 1_000],
  ["Crawl-delay: 3600", undefined, 20_000],
  ["", 100, 100],
  ["Crawl-delay: 2", 100, 2_000],
];

for (const [line, laneDelayMs, gapMs] of delays) {
  test(`"${line}" and a request's own delay of ${laneDelayMs} make a gap of ${gapMs} ms`, async () => {
    const { get, pass, visits } = crawler(
      pages({ "http://a.test/robots.txt": { body: `User-agent: *\n${line}` } }),
    );
    const more = laneDelayMs === undefined ? {} : { laneDelayMs };
    await pass(Promise.all([get("http://a.test/1", more), get("http://a.test/2", more)]));
    const [, one, two] = visits.map(({ at }) => at);
    // The answer takes 10 ms: only then is it sure that the request has arrived.
    expect((two ?? 0) - (one ?? 0)).toBe(gapMs + 10);
  });
}

test("the delay counts from when the request left, not from when it was called", async () => {
  const world = virtualWorld(pages({}));
  const leftLate: typeof world.effects.fetch = async (request) => {
    await world.effects.sleep(300);
    return world.effects.fetch(request);
  };
  const effects = polite(
    { ...world.effects, fetch: leftLate },
    { agent: "x", delayMs: 1_000, concurrency: 1, clock: world.clock },
  );
  const get = (path: string) => effects.fetch({ url: `http://a.test${path}`, kind: "robots" });
  await world.pass(Promise.all([get("/1"), get("/2")]));
  expect(world.visits.map(({ at }) => at)).toEqual([300, 1_610]);
});

test("a server that answers late may have seen the request late, which is allowed for up to a tenth of the delay", async () => {
  for (const [tookMs, gapMs] of [
    [0, 1_000],
    [60, 1_060],
    [700, 1_100],
    [1_500, 1_500],
  ] as const) {
    const { get, pass, visits } = crawler(() => ({ tookMs }));
    await pass(Promise.all([get("http://a.test/1"), get("http://a.test/2")]));
    const [, one, two] = visits.map(({ at }) => at);
    expect((two ?? 0) - (one ?? 0)).toBe(gapMs);
  }
});

test("robots.txt is asked at every hop of a redirect, and a refusal names the page refused", async () => {
  const { get, pass, asked, ledger } = crawler(
    pages({
      "http://a.test/": { status: 302, headers: { location: "http://b.test/private" } },
      "http://b.test/robots.txt": { body: "User-agent: *\nDisallow: /private" },
    }),
  );
  const page = await pass(get("http://a.test/"));
  expect(page).toMatchObject({
    outcome: "robots_disallowed",
    requestedUrl: "http://a.test/",
    url: "http://b.test/private",
  });
  expect(asked()).not.toContain("http://b.test/private");
  expect(ledger.at(-1)).toMatchObject({
    host: "b.test",
    robots: "disallowed",
    startedAt: null,
    status: null,
  });
});

test("an official interface asked with a token is under its own terms, up to where it leads elsewhere", async () => {
  const closed = { body: "User-agent: *\nDisallow: /\n" };
  const { get, pass, asked, ledger } = crawler(
    pages({
      "https://api.test/robots.txt": closed,
      "https://api.test/me": {},
      "https://api.test/away": { status: 302, headers: { location: "https://other.test/me" } },
      "https://other.test/robots.txt": closed,
      "https://other.test/me": {},
    }),
  );
  const token = { kind: "api", isUnderTerms: true, headers: { authorization: "Bearer T" } } as const;
  const [own, away, open] = await pass(
    Promise.all([
      get("https://api.test/me", token),
      get("https://api.test/away", token),
      get("https://api.test/me", { kind: "api" }),
    ]),
  );
  expect([own, away, open].map(({ outcome }) => outcome)).toEqual([
    "ok",
    "robots_disallowed",
    "robots_disallowed",
  ]);
  expect(asked().map((line) => line.split(" ")[1])).toEqual([
    "https://api.test/robots.txt",
    "https://api.test/me",
    "https://api.test/away",
    "https://other.test/robots.txt",
  ]);
  expect(ledger.map(({ path, robots }) => `${path} ${robots}`)).toEqual(
    expect.arrayContaining(["/robots.txt exempt", "/me exempt", "/away exempt", "/me disallowed"]),
  );
});

test("an interface that is not promised to anybody is left alone from its first refusal on, its site is not", async () => {
  const { get, pass, visits, ledger } = crawler(
    pages({ "https://a.test/feed/1": {}, "https://a.test/feed/2": { status: 429 }, "https://a.test/": {} }),
  );
  const feed = (n: number) => get(`https://a.test/feed/${n}`, { kind: "feed", endsAtRefusal: true });
  const answers = await pass(Promise.all([feed(1), feed(2), feed(3), get("https://a.test/")]));
  expect(answers.map(({ outcome, sent = true }) => `${outcome} ${sent}`)).toEqual([
    "ok true",
    "rate_limited true",
    "rate_limited false",
    "ok true",
  ]);
  expect(visits.map(({ url }) => url)).toEqual(
    ["robots.txt", "feed/1", "feed/2", ""].map((path) => `https://a.test/${path}`),
  );
  expect(ledger.find(({ path }) => path === "/feed/3")?.startedAt).toBeNull();
});

test("redirects end: a loop, too many, one that leads nowhere, one to another scheme", async () => {
  const serve = ({ url }: WebRequest): Answer => {
    const to = (location: string) => ({ status: 302, headers: { location } });
    const path = new URL(url).pathname;
    if (path === "/loop") return to("/loop2");
    if (path === "/loop2") return to("/loop#again");
    if (path === "/file") return to("file:///etc/passwd");
    if (path === "/nowhere") return { status: 301 };
    return path.startsWith("/n") ? to(`${path}n`) : { status: 404 };
  };
  const { get, pass, visits } = crawler(serve);
  const endOf = async (path: string) => {
    const { outcome, reason } = await pass(get(`http://a.test${path}`));
    return [outcome, reason];
  };
  expect(await endOf("/loop")).toEqual(["too_many_redirects", "loop"]);
  expect(await endOf("/file")).toEqual(["guarded", "scheme"]);
  expect(await endOf("/nowhere")).toEqual(["http_error", "no_location"]);
  const before = visits.length;
  expect(await endOf("/n")).toEqual(["too_many_redirects", null]);
  expect(visits.length - before).toBe(11);
});

test("a token stays with the host it was meant for", async () => {
  const seen: unknown[] = [];
  const { get, pass } = crawler(({ url, headers }) => {
    if (url.endsWith("robots.txt")) return { status: 404 };
    seen.push([url, headers?.["authorization"]]);
    if (url === "http://a.test/1") return { status: 307, headers: { location: "/2" } };
    return { status: 307, headers: { location: "http://b.test/" } };
  });
  await pass(get("http://a.test/1", { kind: "api", headers: { authorization: "t" } }));
  expect(seen.slice(0, 3)).toEqual([
    ["http://a.test/1", "t"],
    ["http://a.test/2", "t"],
    ["http://b.test/", undefined],
  ]);
});

/** What a busy server says, when it is asked again (ms after the first time), and how it ends. */
const busy: readonly (readonly [answer: Answer, at: readonly number[], outcome: string])[] = [
  [{ status: 429 }, [0, 1_000, 3_000], "rate_limited"],
  [{ status: 503 }, [0, 1_000, 3_000], "http_error"],
  [{ status: 429, headers: { "retry-after": "7" } }, [0, 7_000, 14_000], "rate_limited"],
  [
    { status: 503, headers: { "retry-after": "Thu, 01 Jan 2026 00:00:09 GMT" } },
    [0, 9_000, 11_000],
    "http_error",
  ],
  [{ status: 429, headers: { "retry-after": "120" } }, [0], "rate_limited"],
  [{ status: 500 }, [0], "http_error"],
];

for (const [answer, at, outcome] of busy) {
  test(`after ${JSON.stringify(answer)} a page is asked at ${at.join(", ")} ms and ends ${outcome}`, async () => {
    const serve = ({ url }: WebRequest): Answer => (url.endsWith("robots.txt") ? { status: 404 } : answer);
    const { get, pass, visits } = crawler((request) => ({ tookMs: 0, ...serve(request) }), { delayMs: 0 });
    expect((await pass(get("http://a.test/"))).outcome).toBe(outcome);
    expect(visits.slice(1).map((visit) => visit.at)).toEqual(at);
  });
}

test("the silence a server asks for holds for its whole lane", async () => {
  const answers = pages({ "http://a.test/1": { status: 429, headers: { "retry-after": "120" } } });
  const { get, pass, visits } = crawler(answers);
  await pass(Promise.all([get("http://a.test/1"), get("http://a.test/2")]));
  expect((visits[2]?.at ?? 0) - (visits[1]?.at ?? 0)).toBeGreaterThanOrEqual(30_000);
});

test("a connection the server had closed is tried once more, after the delay", async () => {
  let tries = 0;
  const { get, pass, visits } = crawler(({ url }) => {
    if (url.endsWith("robots.txt")) return { status: 404 };
    tries += 1;
    return tries === 1 ? { status: null, outcome: "connect_error", reason: "stale" } : {};
  });
  expect((await pass(get("http://a.test/"))).outcome).toBe("ok");
  expect(visits.map(({ at }) => at)).toEqual([0, 1_010, 2_020]);
});

test("a host that fails three times in a row is left alone, with its last outcome", async () => {
  const dead = { status: null, outcome: "timeout", reason: "connect" } as const;
  const { get, pass, visits, ledger } = crawler(({ url }) =>
    url.endsWith("robots.txt") ? { status: 404 } : dead,
  );
  const outcomes: unknown[] = [];
  for (const path of "12345") outcomes.push((await pass(get(`http://a.test/${path}`))).outcome);
  expect(outcomes).toEqual(["timeout", "timeout", "timeout", "timeout", "timeout"]);
  expect(visits.length).toBe(4);
  expect(ledger.map(({ startedAt }) => startedAt === null)).toEqual([false, false, false, false, true, true]);
});

test("the ledger tells every exchange: host and port, path with query, kind, lane and delay", async () => {
  const { get, pass, ledger } = crawler(pages({ "http://www.a.test:8080/x?y=1": { body: "12345" } }));
  await pass(get("http://www.a.test:8080/x?y=1", { kind: "feed" }));
  const common = { host: "www.a.test:8080", lane: "a.test", delayMs: 1_000 };
  expect(ledger).toMatchObject([
    {
      ...common,
      path: "/robots.txt",
      kind: "robots",
      robots: "exempt",
      status: 404,
      outcome: "not_found",
      bytes: 0,
    },
    { ...common, path: "/x?y=1", kind: "feed", robots: "allowed", status: 200, outcome: "ok", bytes: 5 },
  ]);
  expect(ledger[1]?.startedAt).toBe("2026-01-01T00:00:01.010Z");
});

test("a stop rejects what waits and what is under way at once, and nothing more is sent or told", async () => {
  const stop = new AbortController();
  const { get, pass, visits, ledger } = crawler(pages({}), { signal: stop.signal });
  const fetches = Promise.allSettled([get("http://a.test/1"), get("http://a.test/2"), get("http://b.test/")]);
  stop.abort();
  const reasons = (await pass(fetches)).map((settled) =>
    settled.status === "rejected" ? settled.reason.code : "fulfilled",
  );
  expect(reasons).toEqual(["stopped", "stopped", "stopped"]);
  await expect(get("http://c.test/")).rejects.toMatchObject({ code: "stopped" });
  await pass(new Promise((resolve) => setTimeout(resolve, 5)));
  expect([visits.length, ledger.length]).toEqual([0, 0]);
});

test("whatever is asked in whatever order, no lane is asked faster than promised or twice at once", async () => {
  const url = fc.record({
    site: fc.constantFrom("a.test", "www.a.test", "b.test", "c.test"),
    path: fc.nat(5),
  });
  const answer = fc.record({
    status: fc.constantFrom(200, 200, 404, 302, 429, 503),
    tookMs: fc.nat(3_000),
    headers: fc.constantFrom({ location: "http://b.test/5" }, { "retry-after": "2", location: "/1" }),
  });
  const scenarios = fc.record({
    urls: fc.array(url, { maxLength: 12 }),
    answers: fc.array(answer, { minLength: 1, maxLength: 5 }),
  });
  await fc.assert(
    fc.asyncProperty(scenarios, async ({ urls, answers }) => {
      let turn = 0;
      const { get, pass, visits } = crawler(() => answers[turn++ % answers.length] ?? {}, { concurrency: 2 });
      await pass(Promise.all(urls.map(({ site, path }) => get(`http://${site}/${path}`))));
      const lanes = new Map<string, typeof visits>();
      for (const visit of visits)
        lanes.set(laneOf(visit.url), [...(lanes.get(laneOf(visit.url)) ?? []), visit]);
      for (const lane of lanes.values()) {
        lane.reduce((before, visit) => {
          expect(visit.at - before.at).toBeGreaterThanOrEqual(1_000);
          expect(visit.at).toBeGreaterThanOrEqual(before.until);
          return visit;
        });
      }
    }),
    { seed: 1, numRuns: 60 },
  );
});

test("a Crawl-delay that is longer than we wait is told, once a host", async () => {
  const serve = pages({ "http://a.test/robots.txt": { body: "User-agent: *\nCrawl-delay: 86400" } });
  const world = virtualWorld(serve);
  const notes: string[] = [];
  const emit = (event: AuditEvent) => void (event.type === "note" && notes.push(event.text));
  const manners = { agent: "presence-audit", delayMs: 1_000, concurrency: 8, clock: world.clock };
  const { fetch } = polite({ ...world.effects, emit }, manners);
  const get = (url: string) => fetch({ url, kind: "page" });
  await world.pass(Promise.all([get("http://a.test/1"), get("http://a.test/2"), get("http://b.test/")]));
  expect(notes).toEqual(["a.test: its robots.txt asks for 86400 s between requests; we wait 20 s"]);
});

test("a host that asked to be left alone hears nothing, not even a question for robots.txt, whoever leads there", async () => {
  const { get, pass, asked } = crawler(
    pages({
      "http://a.test/": { status: 301, headers: { location: "http://left.test/" } },
      "http://left.test/": {},
    }),
    { isExcluded: (host) => host === "left.test" },
  );
  const [direct, led] = await pass(Promise.all([get("http://left.test/"), get("http://a.test/")]));
  for (const answer of [direct, led]) {
    expect([answer?.outcome, answer?.reason]).toEqual(["robots_disallowed", "excluded"]);
  }
  expect(asked().filter((line) => line.includes("left.test"))).toEqual([]);
});
