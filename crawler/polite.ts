import { setMaxListeners } from "node:events";
import { parseUrl } from "../datasets/url.ts";
import { instantOf, clock as systemClock } from "./clock.ts";
import type { Budget, Effects, WebRequest, WebResponse } from "./effects.ts";
import type { Failure } from "./failures.ts";
import { isDeadEnd, redirectOf } from "./redirects.ts";
import { crawlDelay, isAllowed, type Robots } from "./robots.ts";
import { memoryRobotsCache, type RobotsCache } from "./robots-cache.ts";
import { openRobotsGate, type Verdict } from "./robots-gate.ts";
import { laneOf, openSending, stoppedError, unsent } from "./sending.ts";
import { conditionsOf } from "./unchanged.ts";

/** How polite to be. */
export interface PoliteOptions {
  /** Product token by which robots.txt files name us. */
  agent: string;
  /** Milliseconds between two requests of one lane. */
  delayMs: number;
  /** Requests in flight at once, over all lanes. */
  concurrency: number;
  /** Where robots.txt answers are kept; in memory when absent. */
  cache?: RobotsCache;
  /** When an earlier run may last have asked any host, on `clock`: delays count from there. Never when absent. */
  askedAt?: number | undefined;
  /** Hosts that asked to be left alone: nothing is asked there, not even for robots.txt, also where others lead there. */
  isExcluded?: (host: string) => boolean;
  /** Once aborted, every fetch under way or to come rejects with an AuditError `stopped`. */
  signal?: AbortSignal;
  /** Milliseconds since 1970, on the clock of the responses' instants. */
  clock?: () => number;
  /** From 0 to 1. */
  random?: () => number;
}

/** Redirects of a page that are followed. */
const mostRedirects = 10;

/** A longer Crawl-delay is cut to this: some sites write hours. Own choice. */
const longestCrawlDelayMs = 20_000;

/**
 * Wraps the world so that whatever is fetched through it is polite: robots.txt first and again at every redirect, one request at a
 * time a lane with the delay between them, few at once to one address, no insisting where a server is busy or dead. Redirects are
 * followed. Every exchange, and every request that was refused, is emitted as a `request` event.
 */
export function polite(effects: Effects, options: PoliteOptions): Effects {
  const { agent, delayMs, concurrency, signal, clock = systemClock, random = Math.random } = options;
  const { cache = memoryRobotsCache(clock), askedAt } = options;
  if (signal !== undefined) setMaxListeners(0, signal);
  const { send, refuse } = openSending({ effects, concurrency, clock, random, signal, askedAt });
  const exempt = { robots: "exempt", delayMs, ownDelayMs: delayMs } as const;
  const ask = (url: string, budget: Budget) => send({ url, kind: "robots", budget }, exempt);
  const gate = openRobotsGate({ agent, cache, clock, ask });

  const tellIfCut = openCutNotes(effects);
  const hop = async (request: WebRequest): Promise<WebResponse> => {
    const url = parseUrl(request.url);
    if (url === null || !url.protocol.startsWith("http")) {
      return unsent(request.url, { outcome: "guarded", reason: "scheme" }, instantOf(clock()));
    }
    const denied = { ...exempt, robots: "disallowed" } as const;
    if (options.isExcluded?.(url.hostname) === true) {
      return refuse(request, denied, { outcome: "robots_disallowed", reason: "excluded" });
    }
    if (request.kind === "robots") return send(request, exempt);
    const verdict = await gate(url.origin, request.budget);
    const refusal = refusalOf(verdict, agent, url.href);
    const ownDelayMs = Math.ceil(request.laneDelayMs ?? delayMs);
    if (refusal !== null && request.isUnderTerms)
      return send(request, { robots: "exempt", delayMs: ownDelayMs, ownDelayMs });
    if (!("robots" in verdict)) return refuse(request, denied, verdict);
    if (refusal !== null) return refuse(request, denied, refusal);
    tellIfCut(url.host, crawlDelay(verdict.robots, agent) ?? 0);
    const askedMs = crawlDelayMs(verdict.robots, agent);
    return send(request, { robots: "allowed", delayMs: Math.max(ownDelayMs, askedMs), ownDelayMs });
  };

  const { render } = effects;
  return {
    ...effects,
    fetch: (request) => untilStopped(signal, () => followRedirects(request, hop)),
    ...(render && { render: (request, fetch) => untilStopped(signal, () => render(request, fetch)) }),
    sitemaps: (url) =>
      untilStopped(signal, async () => {
        const origin = parseUrl(url)?.origin;
        const verdict = origin === undefined ? null : await gate(origin);
        return verdict !== null && "robots" in verdict ? verdict.robots.sitemaps : [];
      }),
  };
}

const forbidden: Failure = { outcome: "robots_disallowed", reason: null };

/** Why robots.txt, or that it cannot be had, keeps us from an address. */
function refusalOf(verdict: Verdict, agent: string, href: string): Failure | null {
  if (!("robots" in verdict)) return verdict;
  return isAllowed(verdict.robots, agent, href) ? null : forbidden;
}

/** Notes once a host that its Crawl-delay, in seconds, is longer than we wait. */
function openCutNotes({ emit }: Effects) {
  const told = new Set<string>();
  return (host: string, seconds: number) => {
    if (seconds * 1_000 <= longestCrawlDelayMs || told.has(host)) return;
    told.add(host);
    const kept = longestCrawlDelayMs / 1_000;
    emit({
      type: "note",
      text: `${host}: its robots.txt asks for ${seconds} s between requests; we wait ${kept} s`,
    });
  };
}

function crawlDelayMs(robots: Robots, agent: string): number {
  return Math.min(Math.ceil((crawlDelay(robots, agent) ?? 0) * 1_000), longestCrawlDelayMs);
}

type Hop = (request: WebRequest) => Promise<WebResponse>;

async function followRedirects(request: WebRequest, hop: Hop): Promise<WebResponse> {
  const seen = new Set<string>();
  let current = request;
  for (;;) {
    seen.add(current.url);
    const answer = await hop(conditional(current));
    const response = { ...answer, requestedUrl: request.url, ...trailOf(seen) };
    // Where a short link leads is asked of the shortener alone.
    if (request.kind === "short_link") return response;
    if (isDeadEnd(response)) return { ...response, outcome: "http_error", reason: "no_location" };
    const next = redirectOf(response);
    if (next === null) return response;
    const isLoop = seen.has(next);
    if (isLoop || seen.size > mostRedirects) {
      return { ...response, outcome: "too_many_redirects", reason: isLoop ? "loop" : null };
    }
    if (request.kind === "subresource" && laneOf(next) !== laneOf(request.url)) {
      return { ...response, outcome: "guarded", reason: "offsite" };
    }
    // A token, and the terms it was given under, are those of one host.
    const isSameOrigin = new URL(next).origin === new URL(response.url).origin;
    current = { ...current, url: next, ...(isSameOrigin ? {} : { headers: {}, isUnderTerms: false }) };
  }
}

const trailOf = (seen: ReadonlySet<string>) => (seen.size > 1 ? { trail: [...seen] } : {});

/** A page that is known is asked only whether it has changed, wherever redirects have led to it. */
function conditional(request: WebRequest): WebRequest {
  const known = request.known?.get(request.url);
  return known === undefined
    ? request
    : { ...request, headers: { ...request.headers, ...conditionsOf(known) } };
}

/** Rejects as soon as the signal is given: what is under way may not end as a failure of the site. */
function untilStopped<T>(signal: AbortSignal | undefined, work: () => Promise<T>): Promise<T> {
  if (signal === undefined) return work();
  if (signal.aborted) return Promise.reject(stoppedError());
  return new Promise((resolve, reject) => {
    const stop = () => reject(stoppedError());
    signal.addEventListener("abort", stop, { once: true });
    work()
      .then(resolve, reject)
      .finally(() => signal.removeEventListener("abort", stop));
  });
}
