import { createServer as createHttp, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer as createHttps } from "node:https";
import type { AddressInfo, Server as NetServer } from "node:net";
import type { Answer, Asked } from "./answer.ts";
import { type Directory, directoryOf } from "./directory.ts";
import { type Behind, behind } from "./hosts.ts";
import type { Industry } from "./industry.ts";
import { createOracle, type Oracle, type Violation } from "./oracle.ts";
import { createAuthority } from "./tls.ts";

/** A served industry. */
export interface Server {
  httpPort: number;
  httpsPort: number;
  /** Certificate of the authority that signs every host's, PEM: the `--ca` of the audit. */
  ca: string;
  /** The audit's `--connect-to`, in this order: no name, known or not, leads away from this machine. */
  connectTo: string[];
  /** Requests answered so far. */
  requests(): number;
  /** Every rule of politeness that was broken so far, by host and kind. */
  violations(): Violation[];
  close(): Promise<void>;
}

/** How to serve. */
export interface ServeOptions {
  /** Least time between two requests to a host that the crawler promises; 0, the default, judges no gaps. */
  delayMs?: number;
}

/**
 * Serves an industry on loopback: every site, every platform's open interface, over http and https under their own names. Pages
 * are written when asked for; memory grows with hosts, not with requests.
 */
export async function serveIndustry(industry: Industry, { delayMs = 0 }: ServeOptions = {}): Promise<Server> {
  const directory = directoryOf(industry);
  const oracle = createOracle(delayMs);
  const authority = await createAuthority((host) => certifiedName(host, directory));
  const world = { directory, oracle, instances: industry.scenario.instances };
  const http = createHttp((request, response) => handle(request, response, { ...world, scheme: "http" }));
  const https = createHttps(
    {
      SNICallback: (host, done) => {
        authority.contextFor(host).then(
          (context) => done(null, context),
          (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
        );
      },
    },
    (request, response) => handle(request, response, { ...world, scheme: "https" }),
  );
  const [httpPort, httpsPort] = [await listen(http), await listen(https)];
  return {
    httpPort,
    httpsPort,
    ca: authority.ca,
    connectTo: [...detours(industry), `:80:127.0.0.1:${httpPort}`, `:443:127.0.0.1:${httpsPort}`],
    requests: oracle.requests,
    violations: oracle.violations,
    close: async () => {
      await Promise.all([http, https].map(stop));
    },
  };
}

/** A label of 64 octets, which no resolver may look up (RFC 1035, 2.3.4): the look-up fails without leaving the machine. */
const unresolvable = `${"x".repeat(64)}.invalid`;

/** Port on which nobody listens (tcpmux). */
const closedPort = 1;

/** Connections that fail before any server of ours is asked. */
function detours({ companies }: Industry): string[] {
  return companies.flatMap(({ mishap, domain }) => {
    const hosts = [domain, `www.${domain}`];
    if (mishap === "dns_failure")
      return hosts.flatMap((host) => [80, 443].map((port) => `${host}:${port}:${unresolvable}:${port}`));
    if (mishap === "refused")
      return hosts.flatMap((host) => [80, 443].map((port) => `${host}:${port}:127.0.0.1:${closedPort}`));
    return mishap === "plain_http" ? hosts.map((host) => `${host}:443:127.0.0.1:${closedPort}`) : [];
  });
}

function certifiedName(host: string, directory: Directory): string {
  return directory.companyByHost(host)?.mishap === "wrong_certificate" ? "somebody-else.test" : host;
}

interface World {
  directory: Directory;
  oracle: Oracle;
  instances: Industry["scenario"]["instances"];
  scheme: Asked["scheme"];
}

function handle(request: IncomingMessage, response: ServerResponse, world: World): void {
  const url = new URL(request.url ?? "/", "http://any.test");
  const host = (request.headers.host ?? "").replace(/:\d+$/, "").toLowerCase();
  const asked: Asked = { scheme: world.scheme, host, path: url.pathname, query: url.searchParams };
  const found: Behind = behind(asked, world.directory, world.instances);
  const finish = world.oracle.arrived({
    host,
    path: url.pathname + url.search,
    agent: request.headers["user-agent"] ?? "",
    at: performance.now(),
    owner: found.owner,
    isDisallowed: found.isDisallowed,
  });
  response.once("close", finish);
  request.resume();
  send(response, found.answer(), request.method === "HEAD");
}

function send(response: ServerResponse, { status, headers, body, reset }: Answer, isHead: boolean): void {
  if (reset) {
    response.socket?.resetAndDestroy();
    return;
  }
  response.writeHead(status, { ...headers, "content-length": Buffer.byteLength(body) });
  response.end(isHead ? "" : body);
}

async function listen(server: NetServer): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const address: AddressInfo | string | null = server.address();
  return typeof address === "object" && address ? address.port : 0;
}

async function stop(server: ReturnType<typeof createHttp> | ReturnType<typeof createHttps>): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  server.closeAllConnections();
  await closed;
}
