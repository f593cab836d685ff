import type { Effects, WebOutcome, WebRequest, WebResponse } from "../../crawler/effects.ts";
import { outcomeOfStatus } from "../../crawler/failures.ts";
import { defaultLimits } from "../../crawler/limits.ts";
import { directoryOf } from "../../datasets/synthetic/directory.ts";
import { type Behind, behind } from "../../datasets/synthetic/hosts.ts";
import { syntheticTokens } from "../../datasets/synthetic/index.ts";
import type { Industry } from "../../datasets/synthetic/industry.ts";
import type { MishapId } from "../../datasets/synthetic/mishaps.ts";
import { createOracle, type Oracle } from "../../datasets/synthetic/oracle.ts";
import type { Treated } from "../../datasets/synthetic/truth/tables.ts";

/** An industry that answers in this process, on a clock that jumps to whatever is next: hours pass in no time. */
export interface StillWorld {
  effects: Effects;
  /** Milliseconds since 1970. */
  clock: () => number;
  /** Lets time pass until the work is done. */
  pass<T>(work: Promise<T>): Promise<T>;
  /** How each host was treated. */
  treatments(): Treated[];
}

/** Time that every answer takes, in milliseconds. */
const latencyMs = 5;

/** Opens the world of an industry; what its hosts answer, and how politely they are asked, is as on the server. */
export function openStillWorld(industry: Industry, delayMs: number): StillWorld {
  const directory = directoryOf(industry);
  const oracle = createOracle();
  const time = openTime(Date.parse(industry.now));
  const web = { directory, instances: industry.scenario.instances, delayMs };
  const effects: Effects = {
    async fetch(request) {
      const startedAt = new Date(time.clock()).toISOString();
      const url = new URL(request.url);
      const failure = failures[directory.companyByHost(url.hostname)?.mishap ?? "none"]?.(url) ?? null;
      const found = behind(askedIn(request, url), web);
      const over = failure === null ? arrived(request, { url, found, oracle, at: time.clock() }) : () => {};
      await time.sleep(latencyMs);
      over();
      const finishedAt = new Date(time.clock()).toISOString();
      return {
        ...blank,
        requestedUrl: request.url,
        url: request.url,
        startedAt,
        finishedAt,
        ...told(failure, found),
      };
    },
    now: () => industry.now,
    sleep: time.sleep,
    token: (name) => Object.entries(syntheticTokens).find(([key]) => key === name)?.[1] ?? null,
    emit: () => {},
  };
  const treatments = () =>
    oracle.hosts().map((each) => {
      return { ...each, companyId: directory.companyByHost(each.host)?.companyId ?? null };
    });
  return { effects, clock: time.clock, pass: time.pass, treatments };
}

function arrived(
  { headers = {} }: WebRequest,
  { url, found, oracle, at }: { url: URL; found: Behind; oracle: Oracle; at: number },
): () => void {
  const { answer: _, ...about } = found;
  const agent = headers["user-agent"] ?? "presence-audit (+simulation)";
  return oracle.arrived({
    host: url.hostname,
    path: url.pathname + url.search,
    agent,
    at,
    since: at,
    ...about,
  });
}

function askedIn({ headers = {} }: WebRequest, url: URL) {
  const token = headers["authorization"]?.replace(/^Bearer /, "") ?? headers["x-goog-api-key"] ?? null;
  const scheme = url.protocol === "http:" ? ("http" as const) : ("https" as const);
  return { scheme, host: url.hostname, path: url.pathname, query: url.searchParams, token };
}

type Told = Pick<WebResponse, "outcome" | "reason" | "status" | "headers" | "body">;

const blank: Told = { outcome: "ok", reason: null, status: null, headers: {}, body: new Uint8Array() };

/** What the network says of companies that no request reaches. */
const failures: Partial<Record<MishapId, (url: URL) => WebOutcome | null>> = {
  dns_failure: () => "dns_error",
  refused: () => "connect_error",
  wrong_certificate: ({ protocol }) => (protocol === "https:" ? "tls_error" : null),
  plain_http: ({ protocol }) => (protocol === "https:" ? "connect_error" : null),
};

const broken = { reset: "connect_error", garbage: "protocol_error", silence: "timeout" } as const;

function told(failure: WebOutcome | null, { answer }: Behind): Partial<Told> {
  if (failure !== null) return { outcome: failure };
  const { status, headers, body, bytes, breaks } = answer();
  if (breaks) return { outcome: broken[breaks] };
  if (bytes || body.length > defaultLimits.bodyBytes) return { outcome: "too_large" };
  return { status, headers, body: Buffer.from(body), outcome: outcomeOfStatus(status) };
}

/** A clock that stands still while anything is to be done. */
function openTime(begin: number) {
  let now = begin;
  const timers: { at: number; wake: () => void }[] = [];
  const sleep = (ms: number) => new Promise<void>((wake) => timers.push({ at: now + ms, wake }));
  const pass = async <T>(work: Promise<T>): Promise<T> => {
    let isDone = false;
    const done = () => {
      isDone = true;
    };
    work.then(done, done);
    while (!isDone) {
      await new Promise((resolve) => setImmediate(resolve));
      if (isDone || timers.length === 0) continue;
      now = Math.max(
        now,
        timers.reduce((least, { at }) => Math.min(least, at), Number.POSITIVE_INFINITY),
      );
      const due = timers.filter(({ at }) => at <= now);
      timers.splice(0, timers.length, ...timers.filter(({ at }) => at > now));
      for (const { wake } of due) wake();
    }
    return work;
  };
  return { clock: () => now, sleep, pass };
}
