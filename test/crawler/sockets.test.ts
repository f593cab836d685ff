import { get, type IncomingMessage } from "node:http";
import { expect, test } from "vitest";
import { parseConnectTo } from "../../crawler/connect-to.ts";
import { defaultLimits } from "../../crawler/limits.ts";
import { openNames } from "../../crawler/names.ts";
import { openAgents } from "../../crawler/sockets.ts";
import { serve, serveRaw } from "./loopback.ts";

const none = () => Promise.reject(Object.assign(new Error("none"), { code: "ENOTFOUND" }));

function agentsFor(rules: readonly string[], lookup: (host: string) => Promise<readonly string[]> = none) {
  const limits = { ...defaultLimits, connectMs: 100 };
  const names = openNames(1_000, lookup);
  return openAgents({ rules: parseConnectTo(rules), limits, ca: null, insecureTls: false, names });
}

/** Asks through node itself, as got would. */
function ask(url: string, { http, https }: ReturnType<typeof agentsFor>): Promise<string> {
  return new Promise((resolve) => {
    const agent = url.startsWith("https") ? https : http;
    const request = get(url.replace("https", "http"), {
      agent,
      protocol: agent === https ? "https:" : "http:",
    });
    request.on("response", (response: IncomingMessage) =>
      response.resume().on("end", () => resolve("answered")),
    );
    request.on("error", (error) => resolve(error.message));
  });
}

test("an unresponsive TLS server is given up as a handshake that took too long", async () => {
  const silent = await serveRaw(() => undefined);
  const agents = agentsFor([`::127.0.0.1:${silent.port}`]);
  expect(await ask("https://a.test/", agents)).toBe("timeout: tls");
  await silent.close();
});

test("of several addresses the first that answers is taken", async () => {
  const server = await serve((_request, response) => response.end());
  const agents = agentsFor([`a.test::localhost:${server.port}`]);
  expect(await ask("http://a.test/", agents)).toBe("answered");
  agents.close();
  await server.close();
});

test("a name without addresses, and one with a private one, are not connected to", async () => {
  expect(await ask("http://a.test/", agentsFor([]))).toBe("dns_error: not_found");
  const rebound = agentsFor([], async () => ["10.0.0.1"]);
  expect(await ask("http://a.test/", rebound)).toBe("guarded: private_address");
  expect(await ask("http://127.0.0.1/", rebound)).toBe("guarded: private_address");
});

test("close drops connections in use and idle ones alike", async () => {
  const server = await serve((request, response) => (request.url === "/" ? response.end() : undefined));
  const agents = agentsFor([`::127.0.0.1:${server.port}`]);
  await ask("http://a.test/", agents);
  const hanging = ask("http://a.test/hang", agents);
  await new Promise((resolve) => setTimeout(resolve, 20));
  agents.close();
  expect(await hanging).toBe("socket hang up");
  expect(Object.keys(agents.http.freeSockets)).toEqual([]);
  await server.close();
});

// On a machine so busy that this takes seconds, the server closes idle connections of its own accord.
test("idle connections are bounded over all hosts", { retry: 3 }, async () => {
  const server = await serve((_request, response) => response.end());
  const agents = agentsFor([`::127.0.0.1:${server.port}`]);
  const hosts = Array.from({ length: 270 }, (_, host) => `http://site${host}.test/`);
  await Promise.all(hosts.map((url) => ask(url, agents)));
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(server.connections()).toBeLessThanOrEqual(256);
  agents.close();
  await server.close();
});

test("a port nobody listens on refuses", async () => {
  const server = await serveRaw(() => undefined);
  const { port } = server;
  await server.close();
  expect(await ask("http://a.test/", agentsFor([`::127.0.0.1:${port}`]))).toBe("connect_error: refused");
});
