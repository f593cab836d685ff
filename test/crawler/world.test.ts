import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { parseConnectTo } from "../../crawler/connect-to.ts";
import { openWorld } from "../../crawler/world.ts";
import { makeAuthority } from "./certificates.ts";
import { serve, serveRaw, serveTls, withWorld } from "./loopback.ts";

test("a page comes with its status, headers and decoded body, from wherever connect-to leads", async () => {
  const page = serve((request, response) => {
    response.setHeader("content-encoding", "gzip");
    response.setHeader("set-cookie", ["a=1", "b=2"]);
    response.end(gzipSync(`${request.headers.host} ${request.url} ${request.headers["user-agent"]}`));
  });
  await withWorld(page, async (world) => {
    const url = "http://www.site.test/a?b";
    const answer = await world.fetch({ url: `${url}#fragment`, kind: "page" });
    expect(answer).toMatchObject({ url, outcome: "ok", status: 200, sent: true, reason: null });
    expect(answer.headers["set-cookie"]).toBe("a=1, b=2");
    expect(Buffer.from(answer.body).toString()).toBe("www.site.test /a?b presence-audit/0 (+test)");
    expect(answer.startedAt <= answer.finishedAt).toBe(true);
  });
});

test("redirects are not followed, links' passwords not sent, and a token goes along as a header", async () => {
  const seen: unknown[] = [];
  const server = serve((request, response) => {
    seen.push(request.headers.authorization);
    response.writeHead(302, { location: "/next" }).end();
  });
  await withWorld(server, async (world) => {
    const answer = await world.fetch({ url: "http://user:secret@site.test/", kind: "page" });
    expect(answer).toMatchObject({ status: 302, outcome: "ok", url: "http://site.test/" });
    await world.fetch({ url: "http://site.test/", kind: "api", headers: { authorization: "Bearer t" } });
  });
  expect(seen).toEqual([undefined, "Bearer t"]);
});

test("one connection serves several requests to a host", async () => {
  const ports = new Set<unknown>();
  const server = serve((request, response) => {
    ports.add(request.socket.remotePort);
    response.end("x".repeat(100_000));
  });
  await withWorld(server, async (world) => {
    for (const path of ["/1", "/2", "/3"])
      await world.fetch({ url: `http://site.test${path}`, kind: "page" });
  });
  expect(ports.size).toBe(1);
});

const limits = {
  firstByteMs: 60,
  idleMs: 60,
  wholeMs: 400,
  connectMs: 300,
  wireBytes: 50_000,
  bodyBytes: 100_000,
};

/** What raw servers say, and the outcome and reason that must come of it. */
const raw: readonly (readonly [says: string, outcome: string, reason: string | null])[] = [
  ["", "timeout", "first_byte"],
  ["HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc", "timeout", "idle"],
  ["nonsense\r\n\r\n", "protocol_error", "http"],
  [
    "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n",
    "protocol_error",
    "upgrade",
  ],
  ["HTTP/1.1 200 OK\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd", "protocol_error", "http"],
  ["HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", "protocol_error", "http"],
  [`HTTP/1.1 200 OK\r\nX: ${"y".repeat(70_000)}\r\n\r\n`, "too_large", "headers"],
  ["HTTP/1.1 200 OK\r\nContent-Length: 50001\r\n\r\nx", "too_large", "wire"],
  ["HTTP/1.1 000 ?\r\nContent-Length: 0\r\n\r\n", "protocol_error", null],
  ["HTTP/1.1 999 Denied\r\nContent-Length: 0\r\n\r\n", "blocked", null],
];

for (const [says, outcome, reason] of raw) {
  test(`a server that says ${JSON.stringify(says.slice(0, 60))} ends as ${outcome} ${reason}`, async () => {
    const answer = await withWorld(
      serveRaw((socket) => socket.once("data", () => socket.write(says))),
      (world) => world.fetch({ url: "http://site.test/", kind: "page" }),
      { limits },
    );
    expect([answer.outcome, answer.reason]).toEqual([outcome, reason]);
  });
}

test("an answer that never ends is cut at the whole limit, however busily it drips", async () => {
  const drip = serve((_request, response) => {
    const timer = setInterval(() => response.write("x"), 20);
    response.on("close", () => clearInterval(timer));
  });
  const answer = await withWorld(drip, (world) => world.fetch({ url: "http://site.test/", kind: "page" }), {
    limits,
  });
  expect([answer.outcome, answer.reason]).toEqual(["timeout", "whole"]);
});

test("a page over the limit is too large, a robots.txt over it is read as far as it goes", async () => {
  const big = serve((_request, response) => void response.end("x".repeat(600_000)));
  await withWorld(big, async (world) => {
    const url = "http://site.test/robots.txt";
    expect((await world.fetch({ url, kind: "robots" })).body.length).toBe(500 * 1024);
  });
  const page = await withWorld(
    serve(
      (_request, response) =>
        void response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync(Buffer.alloc(5_000_000))),
    ),
    (world) => world.fetch({ url: "http://site.test/", kind: "page" }),
    { limits },
  );
  expect(page).toMatchObject({ outcome: "too_large", reason: "body", body: new Uint8Array(0) });
});

test("a broken connection is told apart before, within and after other answers", async () => {
  let requests = 0;
  const server = serve((request, response) => {
    requests += 1;
    if (request.url === "/before" || (request.url === "/stale" && requests > 1)) request.socket.destroy();
    else if (request.url === "/within") {
      response.writeHead(200, { "content-length": 10 }).write("abc");
      setTimeout(() => request.socket.destroy(), 5);
    } else response.end("fine");
  });
  await withWorld(server, async (world) => {
    const reasonOf = async (path: string) =>
      (await world.fetch({ url: `http://site.test${path}`, kind: "page" })).reason;
    expect(await reasonOf("/stale")).toBe(null);
    expect(await reasonOf("/stale")).toBe("stale");
    expect(await reasonOf("/before")).toBe("reset");
    expect(await reasonOf("/within")).toBe("truncated");
  });
});

test("nothing leaves for a private address, however it is spelled or looked up", async () => {
  let requests = 0;
  const canary = serve((_request, response) => {
    requests += 1;
    response.end();
  });
  await withWorld(
    canary,
    async (world, { port }) => {
      const hosts = [
        "127.0.0.1",
        "0x7f.1",
        "2130706433",
        "0177.0.0.1",
        "[::1]",
        "[::ffff:127.0.0.1]",
        "localhost",
        "a.localhost.",
      ];
      const urls = [
        ...hosts.map((host) => `http://${host}/`),
        "http://rebound.test/",
        "https://rebound.test/",
        `http://rebound.test:${port}/`,
      ];
      for (const url of [...urls, "file:///etc/passwd", "ftp://rebound.test/", "not a url"]) {
        const answer = await world.fetch({ url, kind: "page" });
        expect([url, answer.outcome, answer.sent]).toEqual([url, "guarded", false]);
      }
    },
    { connectTo: [], lookup: async () => ["93.184.215.14", "127.0.0.1"] },
  );
  expect(requests).toBe(0);
});

test("a name that is not found and a port nobody listens on say so", async () => {
  const lookup = () => Promise.reject(Object.assign(new Error("no"), { code: "ENOTFOUND" }));
  const world = openWorld({
    userAgent: "x",
    lookup,
    connectTo: parseConnectTo(["closed.test::127.0.0.1:1"]),
  });
  const missing = await world.fetch({ url: "http://missing.test/", kind: "page" });
  const closed = await world.fetch({ url: "http://closed.test/", kind: "page" });
  world.close();
  expect([missing.outcome, missing.reason, missing.sent]).toEqual(["dns_error", "not_found", false]);
  expect([closed.outcome, closed.reason, closed.sent]).toEqual(["connect_error", "refused", false]);
});

test("a certificate is checked for the host asked for, against the CA given for it", async () => {
  const { ca, certify } = await makeAuthority();
  const good = await certify("site.test");
  const expired = await certify("site.test", -1);
  const page = (pair: typeof good) => serveTls(pair, (_request, response) => void response.end("secure"));
  const ask = (url: string) => (world: { fetch: ReturnType<typeof openWorld>["fetch"] }) =>
    world.fetch({ url, kind: "page" });
  const site = ask("https://site.test/");
  expect(await withWorld(page(good), site, { ca })).toMatchObject({ outcome: "ok", status: 200 });
  expect(await withWorld(page(good), site)).toMatchObject({ outcome: "tls_error", reason: "untrusted" });
  expect(await withWorld(page(good), ask("https://other.test/"), { ca })).toMatchObject({
    reason: "wrong_host",
  });
  expect(await withWorld(page(expired), site, { ca })).toMatchObject({
    outcome: "tls_error",
    reason: "expired",
  });
  expect(await withWorld(page(expired), site, { insecureTls: true })).toMatchObject({ outcome: "ok" });
  const plain = serve((_request, response) => void response.end("plain"));
  expect(await withWorld(plain, site, { ca })).toMatchObject({
    outcome: "tls_error",
    reason: "handshake",
    sent: false,
  });
});

test("the clock of records can be frozen, tokens are told by name only, and closing calls off all sleep", async () => {
  const now = "2026-01-02T03:04:05.000Z";
  const world = openWorld({ userAgent: "x", now, tokens: { x: "secret" } });
  expect([world.now(), world.token("x"), world.token("toString")]).toEqual([now, "secret", null]);
  let woken = false;
  void world.sleep(5).then(() => {
    woken = true;
  });
  world.close();
  await new Promise((resolve) => setTimeout(resolve, 15));
  expect(woken).toBe(false);
});

test("the address of limits is unknown for what the user named, and the first of the name otherwise", async () => {
  const connectTo = parseConnectTo(["named.test::127.0.0.1:1"]);
  const world = openWorld({ userAgent: "x", connectTo, lookup: async () => ["93.184.215.14"] });
  expect(await world.address?.("http://named.test/")).toBe(null);
  expect(await world.address?.("http://site.test/")).toBe("93.184.215.14");
  world.close();
});
