import { createServer as createHttp, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer as createHttps } from "node:https";
import { type AddressInfo, connect, type Server as NetServer } from "node:net";
import type { Duplex } from "node:stream";
import type { SecureContext } from "node:tls";
import type { Answer, Asked } from "./answer.ts";
import { type Directory, directoryOf } from "./directory.ts";
import { behind, type Web } from "./hosts.ts";
import type { Industry } from "./industry.ts";
import { createOracle, type Oracle, type Violation } from "./oracle.ts";
import { type Authority, createAuthority } from "./tls.ts";
import type { Treated } from "./truth/tables.ts";

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
  /** Every host that was asked so far, whose it is, and how it was treated. */
  treatments(): Treated[];
  close(): Promise<void>;
}

/** How to serve. */
export interface ServeOptions {
  /** Time that every answer takes, milliseconds; 5 by default, so that requests at the same time can be told. */
  latencyMs?: number;
  /** Least time between two requests to a host that the crawler promises; 0, the default, judges no gaps. */
  delayMs?: number;
}

/**
 * Serves an industry on loopback: every site, every platform's open interface, over http and https under their own names. Pages
 * are written when asked for; memory grows with hosts, not with requests.
 */
export async function serveIndustry(
  industry: Industry,
  { delayMs = 0, latencyMs = 5 }: ServeOptions = {},
): Promise<Server> {
  const directory = directoryOf(industry);
  const oracle = createOracle();
  const authority = await createAuthority((host) => certifiedName(host, directory));
  const web = { directory, instances: industry.scenario.instances, delayMs };
  const ear = openEar();
  const serve = (scheme: Asked["scheme"]) => (request: IncomingMessage, response: ServerResponse) =>
    handle(request, response, { scheme, web, oracle, latencyMs, ear });
  const https = createHttps({ SNICallback: certificates(authority) }, serve("https"));
  const http = createHttp(serve("http"));
  http.on("connect", (request, socket) => tunnel(request, socket, { directory, port: portOf(https) }));
  const [httpPort, httpsPort] = [await listen(http), await listen(https)];
  return {
    httpPort,
    httpsPort,
    ca: authority.ca,
    connectTo: [...detours(industry), `:80:127.0.0.1:${httpPort}`, `:443:127.0.0.1:${httpsPort}`],
    requests: oracle.requests,
    violations: oracle.violations,
    treatments: () =>
      oracle.hosts().map((treatment) => {
        return { ...treatment, companyId: directory.companyByHost(treatment.host)?.companyId ?? null };
      }),
    close: async () => {
      ear.close();
      await Promise.all([http, https].map(stop));
    },
  };
}

/** Hosts that nobody can connect to. */
const unreachable: ReadonlySet<string> = new Set(["dns_failure", "refused", "plain_http"]);

/** Lets crawlers that know no `--connect-to` use the http port as their proxy, for https too. */
function tunnel(request: IncomingMessage, socket: Duplex, { directory, port }: Tunnel): void {
  const host = (request.url ?? "").replace(/:\d+$/, "");
  socket.on("error", () => socket.destroy());
  if (unreachable.has(directory.companyByHost(host)?.mishap ?? "")) {
    socket.end("HTTP/1.1 502 Bad Gateway\r\n\r\n");
    return;
  }
  const far = connect(port, "127.0.0.1", () => {
    socket.write("HTTP/1.1 200 Connection Established\r\n\r\n");
    far.pipe(socket).pipe(far);
  });
  far.on("error", () => socket.destroy());
  far.once("close", () => socket.destroy());
  socket.once("close", () => far.destroy());
}

interface Tunnel {
  directory: Directory;
  port: number;
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

type NameCallback = (error: Error | null, context?: SecureContext) => void;

function certificates(authority: Authority) {
  return (host: string, done: NameCallback) => {
    const fail = (cause: unknown) => done(new Error(`no certificate for ${host}`, { cause }));
    authority.contextFor(host).then((context) => done(null, context), fail);
  };
}

/** Knows since when at most the server has not listened: what is read now came in after that. */
interface Ear {
  lastFree(): number;
  close(): void;
}

/** What came in during one round of Node's loop is read in the next; on a busy machine it can take one more. */
const roundsLate = 3;

function openEar(): Ear {
  const rounds = Array.from({ length: roundsLate }, () => performance.now());
  const timer = setInterval(() => {
    rounds.shift();
    rounds.push(performance.now());
  }, 5);
  return { lastFree: () => rounds[0] ?? 0, close: () => clearInterval(timer) };
}

interface Served {
  scheme: Asked["scheme"];
  web: Web;
  oracle: Oracle;
  latencyMs: number;
  ear: Ear;
}

function handle(request: IncomingMessage, response: ServerResponse, served: Served): void {
  const { scheme, web, oracle, latencyMs, ear } = served;
  const url = new URL(request.url ?? "/", "http://any.test");
  const host = (request.headers.host ?? "").replace(/:\d+$/, "").toLowerCase();
  const { authorization, "x-goog-api-key": key } = request.headers;
  const token = authorization?.replace(/^Bearer /, "") ?? (typeof key === "string" ? key : null);
  const asked = { scheme, host, path: url.pathname, query: url.searchParams, token };
  const { answer, ...about } = behind(asked, web);
  const path = url.pathname + url.search;
  const agent = request.headers["user-agent"] ?? "";
  const [at, since] = [performance.now(), ear.lastFree()];
  response.once("close", oracle.arrived({ host, path, agent, at, since, ...about }));
  request.resume();
  setTimeout(() => send(response, answer(), request.method === "HEAD"), latencyMs);
}

function send(
  response: ServerResponse,
  { status, headers, body, bytes = Buffer.from(body), breaks }: Answer,
  isHead: boolean,
): void {
  if (breaks === "silence") return;
  if (breaks) {
    if (breaks === "garbage") response.socket?.write("\u0016\u0003 this is no HTTP\r\n\r\n");
    response.socket?.destroySoon();
    return;
  }
  response.writeHead(status, { ...headers, "content-length": bytes.length });
  response.end(isHead ? "" : bytes);
}

async function listen(server: NetServer): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  return portOf(server);
}

function portOf(server: NetServer): number {
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
