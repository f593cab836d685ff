import type { IncomingMessage } from "node:http";
import got, { type Got } from "got";
import { parseUrl } from "../datasets/url.ts";
import { openPageReader, type PageReader, readInTurn } from "./big-pages.ts";
import { type BrowserOptions, openBrowser } from "./browser.ts";
import { clock, instantOf } from "./clock.ts";
import type { ConnectTo } from "./connect-to.ts";
import type { AuditEvent, Effects, WebRequest, WebResponse } from "./effects.ts";
import { tapWire } from "./evidence/wire.ts";
import { follow } from "./exchange.ts";
import { outcomeOfStatus } from "./failures.ts";
import { routeOf } from "./guard.ts";
import { defaultLimits, type Limits } from "./limits.ts";
import { type Lookup, type Names, openNames } from "./names.ts";
import { startWaiting } from "./own-time.ts";
import { robotsByteLimit } from "./robots.ts";
import { type Agents, openAgents } from "./sockets.ts";

/** What the world needs to know; all but `userAgent` has a default. */
export interface WorldOptions {
  /** `presence-audit/VERSION (+CONTACT)`. */
  userAgent: string;
  connectTo?: readonly ConnectTo[];
  /** Certificates in PEM, trusted only for hosts that `connectTo` covers. */
  ca?: string | null;
  /** Looks all the same where a certificate is wrong. */
  insecureTls?: boolean;
  limits?: Partial<Limits>;
  /** The user's own tokens by name. */
  tokens?: Readonly<Record<string, string>>;
  /** Frozen clock of records and windows; requests always carry real time. */
  now?: string | null;
  emit?: (event: AuditEvent) => void;
  lookup?: Lookup;
  /** How pages are shown; see `BrowserOptions`. */
  browser?: Pick<BrowserOptions, "programs" | "pageMs">;
  /** Whether answers carry the exchange as it went over the wire. */
  tellWire?: boolean;
}

/** The real world, and its end: `close` drops all connections and calls off all sleep, so that the process can end. */
export interface World extends Effects {
  close(): void;
}

/**
 * Opens the internet, guarded: `fetch` makes one exchange, follows no redirect, asks no robots.txt and keeps no delay. Wrap it in
 * `polite` before anything is asked of a stranger.
 */
export function openWorld(options: WorldOptions): World {
  const { connectTo: rules = [], ca = null, insecureTls = false, tokens = {}, now = null } = options;
  const { userAgent, emit = () => undefined, tellWire = false } = options;
  const limits = { ...defaultLimits, ...options.limits };
  const names = openNames(limits.lookupMs, options.lookup);
  const agents = openAgents({ rules, limits, ca, insecureTls, names });
  const client = clientOf({ userAgent, agents, headerBytes: limits.headerBytes });
  const sleeper = openSleeper();
  const browser = openBrowser({ userAgent, emit, ...options.browser });
  const reader = openPageReader();
  return {
    fetch: (request) => fetchOnce(request, { client, limits, rules, tellWire, room: reader?.room }),
    render: browser.render,
    read: readInTurn(reader),
    address: (url) => addressFor(url, rules, names),
    now: () => now ?? instantOf(clock()),
    sleep: sleeper.sleep,
    token: (name) => (Object.hasOwn(tokens, name) ? (tokens[name] ?? null) : null),
    emit,
    close() {
      browser.close();
      reader?.close();
      sleeper.close();
      names.close();
      agents.close();
    },
  };
}

/** Sleep that can be called off: then it never ends, and holds up nothing. */
function openSleeper() {
  const timers = new Set<NodeJS.Timeout>();
  const sleep = (ms: number) =>
    new Promise<void>((resolve) => {
      const wake = () => {
        timers.delete(timer);
        resolve();
      };
      const timer = setTimeout(wake, ms);
      timers.add(timer);
    });
  const close = () => {
    for (const timer of timers) clearTimeout(timer);
  };
  return { sleep, close };
}

/** What limits of one address go by; null where nothing can or need be limited. */
async function addressFor(url: string, rules: readonly ConnectTo[], names: Names): Promise<string | null> {
  const parsed = parseUrl(url);
  const route = parsed === null ? "scheme" : routeOf(parsed, rules);
  if (typeof route === "string" || route.exempt) return null;
  const addresses = await names.addressesOf(route).catch(() => []);
  return addresses[0] ?? null;
}

interface ClientOptions {
  userAgent: string;
  agents: Agents;
  headerBytes: number;
}

/** got stripped to one plain exchange. HTTP/2 would go round our agents, and so round the guard. */
function clientOf({ userAgent, agents, headerBytes }: ClientOptions): Got {
  return got.extend({
    agent: { http: agents.http, https: agents.https },
    http2: false,
    retry: { limit: 0 },
    followRedirect: false,
    throwHttpErrors: false,
    decompress: false,
    maxHeaderSize: headerBytes,
    headers: {
      "user-agent": userAgent,
      accept: "text/html,application/xhtml+xml,*/*;q=0.8",
      // Fixed, so that a site of many languages answers every audit in the same one.
      "accept-language": "en;q=0.9,*;q=0.5",
      "accept-encoding": "gzip, deflate, br",
    },
  });
}

interface FetchOptions {
  client: Got;
  limits: Limits;
  rules: readonly ConnectTo[];
  tellWire: boolean;
  room: PageReader["room"] | undefined;
}

/** One exchange, whatever becomes of it. */
async function fetchOnce(
  request: WebRequest,
  { client, limits, rules, tellWire, room }: FetchOptions,
): Promise<WebResponse> {
  const url = parseUrl(request.url);
  const route = url === null ? "scheme" : routeOf(url, rules);
  if (url === null || typeof route === "string") return refused(request.url, String(route));
  // Nobody's password is sent because it stood in a link.
  Object.assign(url, { username: "", password: "", hash: "" });
  const stream = client.stream(url, request.headers === undefined ? {} : { headers: { ...request.headers } });
  const wire = tellWire ? tapWire(stream) : () => ({});
  const isRobots = request.kind === "robots";
  const usual = isRobots ? robotsLimits(limits) : limits;
  const wholeMs = Math.min(usual.wholeMs, request.budget?.leftMs ?? usual.wholeMs);
  const waited = startWaiting();
  const { leftAt, sent, answer } = await follow(stream, { ...usual, wholeMs }, { cut: isRobots, room });
  const startedAt = instantOf(leftAt);
  const asked = { requestedUrl: request.url, url: url.href, startedAt, sent, waitedMs: waited(), ...wire() };
  if (!("head" in answer)) return { ...asked, ...nothing, ...answer, finishedAt: instantOf(clock()) };
  const { head, body } = answer;
  const status = head.statusCode ?? 0;
  const outcome = outcomeOfStatus(status);
  const headers = headersOf(head);
  return { ...asked, outcome, reason: null, status, headers, body, finishedAt: instantOf(clock()) };
}

function robotsLimits(limits: Limits): Limits {
  return { ...limits, wholeMs: limits.robotsMs, bodyBytes: robotsByteLimit };
}

const nothing = { status: null, headers: {}, body: new Uint8Array(0) };

function refused(url: string, reason: string): WebResponse {
  const at = instantOf(clock());
  const times = { startedAt: at, finishedAt: at, sent: false };
  return { requestedUrl: url, url, outcome: "guarded", reason, ...nothing, ...times };
}

function headersOf({ headers }: IncomingMessage): Record<string, string> {
  const joined = (value: string | string[]) => (typeof value === "string" ? value : value.join(", "));
  return Object.fromEntries(Object.entries(headers).map(([name, value = ""]) => [name, joined(value)]));
}
