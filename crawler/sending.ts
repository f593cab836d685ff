import { getDomain } from "tldts";
import { AuditError } from "../datasets/error.ts";
import type { RequestRecord } from "../datasets/schema.ts";
import { openBreaker } from "./breaker.ts";
import { instantOf } from "./clock.ts";
import { bareHost } from "./connect-to.ts";
import type { Budget, Effects, WebOutcome, WebRequest, WebResponse } from "./effects.ts";
import { withoutCredentials } from "./evidence/credentials.ts";
import type { Failure } from "./failures.ts";
import { type Lane, laneIsDue, openLanes } from "./lanes.ts";
import { patienceFor } from "./retry.ts";
import { openSlots } from "./slots.ts";

/** What was decided about a request before it is sent. */
interface Permit {
  robots: RequestRecord["robots"];
  /** Delay to keep in its lane. */
  delayMs: number;
  /** The part of it that we keep of our own accord. */
  ownDelayMs: number;
}

/** What sending works with; see `PoliteOptions`. */
interface SendingOptions {
  effects: Effects;
  concurrency: number;
  clock: () => number;
  random: () => number;
  signal: AbortSignal | undefined;
  askedAt?: number | undefined;
}

/** Requests in flight to one address: a shared server carries many sites. */
const mostPerAddress = 4;

/**
 * Sends requests in their lanes: `send` waits for its turn, asks, and asks again where that may help; `refuse` answers without
 * asking. Both emit what happened.
 */
export function openSending({ effects, concurrency, clock, random, signal, askedAt }: SendingOptions) {
  const time = { clock, sleep: (ms: number) => effects.sleep(ms) };
  const inLane = openLanes(clock, askedAt);
  const inSlot = openSlots(concurrency, mostPerAddress);
  const breaker = openBreaker(clock);
  const stopIfAsked = () => {
    if (signal?.aborted === true) throw stoppedError();
  };

  const exchange = async (request: WebRequest, permit: Permit, lane: Lane): Promise<WebResponse> => {
    charge(request.budget, silenceMs(lane, permit, clock()));
    const [address] = await Promise.all([
      effects.address?.(request.url),
      laneIsDue(lane, permit.delayMs, time),
    ]);
    const answer = await inSlot(address ?? null, async () => {
      stopIfAsked();
      const from = clock();
      const answer = await effects.fetch(request);
      charge(request.budget, answer.waitedMs ?? clock() - from);
      return answer;
    });
    const response =
      isSpent(request.budget) && answer.outcome === "timeout" ? { ...answer, ...overBudget } : answer;
    // What ends after the stop is nobody's any more: ledger and cache may be closed.
    stopIfAsked();
    if (hasTouched(response)) lane.leftAt = Math.max(lane.leftAt, arrivalOf(response, permit.delayMs));
    effects.emit({ type: "request", request: recordOf(request, permit, response) });
    return response;
  };

  const refuse = (request: WebRequest, permit: Permit, failure: Failure): WebResponse => {
    const response = unsent(request.url, failure, instantOf(clock()));
    effects.emit({ type: "request", request: recordOf(request, permit, response) });
    return response;
  };

  const refusals = openRefusals();
  const send = (request: WebRequest, permit: Permit): Promise<WebResponse> => {
    const { origin } = new URL(request.url);
    const name = laneOf(request.url);
    return inLane(name, async (lane) => {
      for (let tries = 1; ; tries += 1) {
        stopIfAsked();
        const failure = refusals.of(request, name) ?? breaker.refusal(origin);
        if (failure !== null) return refuse(request, permit, failure);
        const left = leftMs(request.budget);
        if (left < noTimeMs || silenceMs(lane, permit, clock()) > left)
          return refuse(request, permit, overBudget);
        const response = await exchange(request, permit, lane);
        breaker.note(origin, response);
        if (refusals.note(request, name, response)) return response;
        const { pauseMs, again } = patienceFor(response, tries, { now: clock(), random: random() });
        if (pauseMs > 0) lane.pausedUntil = clock() + pauseMs;
        if (!again || pauseMs > leftMs(request.budget)) return response;
      }
    });
  };
  return { send, refuse };
}

/** Lanes that have refused a request which was to be the last one then. */
function openRefusals() {
  const failures = new Map<string, Failure>();
  return {
    of: ({ endsAtRefusal }: WebRequest, lane: string): Failure | null =>
      endsAtRefusal ? (failures.get(lane) ?? null) : null,
    note({ endsAtRefusal }: WebRequest, lane: string, { outcome, reason }: WebResponse): boolean {
      if (!endsAtRefusal || outcome === "ok" || !refusing.includes(outcome)) return false;
      failures.set(lane, { outcome, reason });
      return true;
    },
  };
}

/** Ways in which a host says that it does not want to be asked. */
const refusing: readonly WebOutcome[] = ["blocked", "challenge", "rate_limited", "connect_error"];

/** Silence that the servers of a lane ask for from now on: all of a pause, and a Crawl-delay beyond the delay that we keep anyway. */
function silenceMs({ leftAt, pausedUntil }: Lane, { delayMs, ownDelayMs }: Permit, now: number): number {
  return Math.max(0, pausedUntil - now, leftAt + delayMs - Math.max(now, leftAt + ownDelayMs));
}

/** Timers may fire a little early: with less than this a budget is spent. */
const noTimeMs = 5;

const overBudget: Failure = { outcome: "timeout", reason: "budget" };

const leftMs = (budget: Budget | undefined) => budget?.leftMs ?? Number.POSITIVE_INFINITY;

const isSpent = (budget: Budget | undefined) => leftMs(budget) < noTimeMs;

function charge(budget: Budget | undefined, ms: number): void {
  if (budget !== undefined) budget.leftMs -= ms;
}

/** The lane of a URL: its registrable domain; the host where that is an address or unknown. */
export function laneOf(url: string): string {
  const host = bareHost(new URL(url));
  return getDomain(host, { allowPrivateDomains: true }) ?? host;
}

/** The error of every fetch after the user stopped the audit. */
export function stoppedError(): AuditError {
  return new AuditError("stopped", "Stopped. Run the same command again to go on");
}

/** An answer that was never asked for. */
export function unsent(url: string, failure: Failure, at: string): WebResponse {
  const none = { status: null, headers: {}, body: new Uint8Array(0), sent: false };
  return { requestedUrl: url, url, ...failure, ...none, startedAt: at, finishedAt: at };
}

/**
 * A server may see a request later than it left, and the next one without such a hold-up: to the server the gap is shorter then. The
 * end of the answer proves that the request had arrived. We count from there, but give away no more than this share of the delay.
 */
const arrivalShare = 0.1;

function arrivalOf({ startedAt, finishedAt }: WebResponse, delayMs: number): number {
  return Math.min(Date.parse(finishedAt), Date.parse(startedAt) + delayMs * arrivalShare);
}

const reaching: readonly string[] = ["tls_error", "connect_error", "timeout"];

/** Whether the host noticed us: an attempt to connect counts as a request. */
function hasTouched({ sent, outcome }: WebResponse): boolean {
  return sent !== false || reaching.includes(outcome);
}

function recordOf(
  { url, kind }: WebRequest,
  { robots, delayMs }: Permit,
  response: WebResponse,
): RequestRecord {
  const { host, pathname, search } = new URL(withoutCredentials(url));
  const { startedAt, finishedAt, status, outcome, body, sent } = response;
  const times = sent === false ? { startedAt: null, finishedAt: null } : { startedAt, finishedAt };
  const path = pathname + search;
  return {
    host,
    path,
    kind,
    robots,
    lane: laneOf(url),
    delayMs,
    ...times,
    status,
    outcome,
    bytes: body.length,
  };
}
