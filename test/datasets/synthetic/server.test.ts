import { once } from "node:events";
import { request as httpRequest, type IncomingMessage } from "node:http";
import { request as httpsRequest } from "node:https";
import { connect } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Server, serveIndustry } from "../../../datasets/synthetic/server.ts";
import { industry, scenario, someAccount, someCompany } from "./small.ts";

let server: Server;
beforeAll(async () => {
  server = await serveIndustry(industry, { latencyMs: 0 });
});
afterAll(() => server.close());

const sound = someCompany(({ mishap, website }) => mishap === "none" && website !== null);
const headersOf = (host: string) => ({ host, "user-agent": "presence-audit/0.1.0 (+test)" });

/** Asks over http or https as if the host's name led to this machine; gives status and body, or the error's code. */
function ask(
  scheme: "http" | "https",
  host: string,
  path: string,
  method = "GET",
): Promise<{ status: number | string; body: string; headers: IncomingMessage["headers"] }> {
  const common = { host: "127.0.0.1", path, method, headers: headersOf(host), agent: false as const };
  const asked =
    scheme === "http"
      ? httpRequest({ ...common, port: server.httpPort })
      : httpsRequest({ ...common, port: server.httpsPort, servername: host, ca: server.ca });
  asked.end();
  return new Promise((resolve) => {
    asked.once("error", (error) =>
      resolve({ status: "code" in error ? String(error.code) : error.message, body: "", headers: {} }),
    );
    asked.once("response", async (response) => {
      let body = "";
      for await (const chunk of response.setEncoding("utf8")) body += chunk;
      resolve({ status: response.statusCode ?? 0, body, headers: response.headers });
    });
  });
}

test("a company's site is served over https under its own name", async () => {
  const page = await ask("https", sound.host, "/");
  expect(page.status).toBe(200);
  expect(page.body).toContain(sound.name);
});

test("http leads to https, the host without www to the one with, or the other way round", async () => {
  const other = sound.host === sound.domain ? `www.${sound.domain}` : sound.domain;
  for (const [scheme, host] of [
    ["http", sound.host],
    ["https", other],
    ["http", other],
  ] as const) {
    const moved = await ask(scheme, host, "/news/?page=1");
    expect(moved.status).toBe(301);
    expect(moved.headers.location).toMatch(`https://${sound.host}/news/`);
  }
});

test("HEAD gives the length and no body", async () => {
  const page = await ask("https", sound.host, "/", "HEAD");
  expect(page.body).toBe("");
  expect(Number(page.headers["content-length"])).toBeGreaterThan(500);
});

test("platforms are served under their own names", async () => {
  const bluesky = someAccount(({ platform, access }) => platform === "bluesky" && access === "open");
  const profile = await ask(
    "https",
    "public.api.bsky.app",
    `/xrpc/app.bsky.actor.getProfile?actor=${bluesky.account}`,
  );
  expect(JSON.parse(profile.body)).toMatchObject({ handle: bluesky.account });
  for (const { host } of scenario.instances)
    expect((await ask("https", host, "/robots.txt")).status).toBe(200);
  expect((await ask("https", "www.linkedin.com", "/company/acme")).status).toBe(403);
});

test("sites with a mishap of the connection fail as they should", async () => {
  const hostOf = (mishap: string) => someCompany((company) => company.mishap === mishap).host;
  expect((await ask("https", hostOf("reset"), "/")).status).toBe("ECONNRESET");
  expect((await ask("https", hostOf("garbage"), "/")).status).toMatch(/^HPE_/);
  expect((await ask("https", hostOf("wrong_certificate"), "/")).status).toBe("ERR_TLS_CERT_ALTNAME_INVALID");
});

test("the rules name every connection that must fail, then lead everything else to this machine", () => {
  const failing = ["dns_failure", "refused", "plain_http"].map(
    (mishap) => someCompany((company) => company.mishap === mishap).domain,
  );
  const rules = server.connectTo;
  for (const domain of failing) {
    expect(
      rules.some((rule) => rule.startsWith(`${domain}:443:`)),
      domain,
    ).toBe(true);
    expect(
      rules.some((rule) => rule.startsWith(`www.${domain}:443:`)),
      domain,
    ).toBe(true);
  }
  expect(rules.slice(-2)).toEqual([`:80:127.0.0.1:${server.httpPort}`, `:443:127.0.0.1:${server.httpsPort}`]);
  expect(rules.filter((rule) => rule.includes(".invalid:")).length).toBe(
    4 * (scenario.mishaps.dns_failure ?? 0),
  );
  expect(rules.some((rule) => rule.startsWith(`${sound.domain}:`))).toBe(false);
});

test("a refused connection is refused: nobody listens where the rule leads", async () => {
  const { domain } = someCompany(({ mishap }) => mishap === "refused");
  const rule = server.connectTo.find((each) => each.startsWith(`${domain}:443:`)) ?? "";
  const [, , host = "", port = ""] = rule.split(":");
  const [error] = await once(connect(Number(port), host), "error").catch((refusal: unknown) => [refusal]);
  expect(error).toMatchObject({ code: "ECONNREFUSED" });
});

test("the server listens on loopback alone", async () => {
  const [error] = await once(connect(server.httpPort, "127.0.0.2"), "error").catch((refusal: unknown) => [
    refusal,
  ]);
  expect(error).toMatchObject({ code: "ECONNREFUSED" });
});

test("requests are counted, and whoever asks a closed platform is remembered", async () => {
  const before = server.requests();
  await ask("https", "x.com", "/acme");
  expect(server.requests()).toBe(before + 1);
  const found = server.violations().find(({ host, kind }) => host === "x.com" && kind === "closed_platform");
  expect(found).toMatchObject({ count: 1 });
  expect(found?.example).toMatch(/^\/acme/);
});

test("a well-behaved visit breaks no rule, a hasty one does", async () => {
  const strict = await serveIndustry(industry, { delayMs: 60_000 });
  const { host } = someCompany(({ mishap, host }) => mishap === "none" && host !== sound.host);
  const visit = (path: string) =>
    new Promise((resolve) => {
      httpRequest(
        { host: "127.0.0.1", port: strict.httpPort, path, headers: headersOf(host), agent: false },
        (response) => {
          response.resume();
          response.once("end", resolve);
        },
      ).end();
    });
  await visit("/robots.txt");
  expect(strict.violations()).toEqual([]);
  await visit("/");
  expect(strict.violations().map(({ kind }) => kind)).toEqual(["too_fast"]);
  await strict.close();
});

test("closing drops what is still open and frees the ports", async () => {
  const short = await serveIndustry(industry);
  const socket = connect(short.httpPort, "127.0.0.1");
  await once(socket, "connect");
  await Promise.all([short.close(), once(socket, "close")]);
  const [error] = await once(connect(short.httpPort, "127.0.0.1"), "error").catch((refusal: unknown) => [
    refusal,
  ]);
  expect(error).toMatchObject({ code: "ECONNREFUSED" });
});

test("the authority of one run is not that of another", async () => {
  const other = await serveIndustry(industry);
  expect(other.ca).not.toBe(server.ca);
  await other.close();
});

test("the http port is a proxy for crawlers that know no other way, for https too; the unreachable stay so", async () => {
  const tunnelled = (host: string) =>
    new Promise<number>((resolve, reject) => {
      const asked = httpRequest({
        host: "127.0.0.1",
        port: server.httpPort,
        method: "CONNECT",
        path: `${host}:443`,
      });
      asked.once("error", reject);
      asked.once("connect", (response, socket) => {
        socket.destroy();
        resolve(response.statusCode ?? 0);
      });
      asked.end();
    });
  expect(await tunnelled(sound.host)).toBe(200);
  expect(await tunnelled(someCompany(({ mishap }) => mishap === "dns_failure").host)).toBe(502);
});

test("each host that was asked is told with whose it is", async () => {
  await ask("https", sound.host, "/robots.txt");
  const treated = server.treatments().find(({ host }) => host === sound.host);
  expect(treated).toMatchObject({ companyId: sound.companyId });
  expect(treated?.requests).toBeGreaterThan(0);
});
