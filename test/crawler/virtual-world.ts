import type { Effects, WebRequest, WebResponse } from "../../crawler/effects.ts";
import { outcomeOfStatus } from "../../crawler/failures.ts";
import type { RequestRecord } from "../../datasets/schema.ts";

/** What a made-up server answers; `tookMs` is how long it takes. */
export type Answer = Partial<Omit<WebResponse, "body">> & { body?: string; tookMs?: number };

/** When a made-up server was asked for what, in milliseconds from the beginning. */
interface Visit {
  url: string;
  at: number;
  until: number;
}

const begin = Date.parse("2026-01-01T00:00:00.000Z");

/** A world of made-up servers on a clock that jumps to whatever is next: hours pass in no time, and always the same way. */
export function virtualWorld(serve: (request: WebRequest, at: number) => Answer) {
  let now = begin;
  const timers: { at: number; wake: () => void }[] = [];
  const visits: Visit[] = [];
  const ledger: RequestRecord[] = [];
  const sleep = (ms: number) => new Promise<void>((wake) => timers.push({ at: now + ms, wake }));
  const instant = () => new Date(now).toISOString();

  const effects: Effects = {
    async fetch(request) {
      const startedAt = instant();
      const visit = { url: request.url, at: now - begin, until: Number.POSITIVE_INFINITY };
      visits.push(visit);
      const { tookMs = 10, body = "", ...answer } = serve(request, now - begin);
      await sleep(tookMs);
      visit.until = now - begin;
      const { status = 200 } = answer;
      const told = {
        url: request.url,
        status,
        outcome: outcomeOfStatus(status ?? 500),
        reason: null,
        headers: {},
        ...answer,
      };
      return {
        requestedUrl: request.url,
        ...told,
        body: Buffer.from(body),
        startedAt,
        finishedAt: instant(),
      };
    },
    now: instant,
    sleep,
    token: () => null,
    emit: (event) => void (event.type === "request" && ledger.push(event.request)),
  };

  /** Lets time pass until `work` is done. */
  const pass = async <T>(work: Promise<T>): Promise<T> => {
    let isDone = false;
    const done = () => {
      isDone = true;
    };
    work.then(done, done);
    while (!isDone) {
      await new Promise((resolve) => setImmediate(resolve));
      const next = timers.sort((a, b) => a.at - b.at).shift();
      if (isDone || next === undefined) continue;
      now = Math.max(now, next.at);
      next.wake();
    }
    return work;
  };

  return { effects, clock: () => now, pass, visits, ledger };
}

/** Pages of made-up servers by URL; what is not there is a 404. */
export function pages(answers: Readonly<Record<string, Answer>>): (request: WebRequest) => Answer {
  return ({ url }) => (Object.hasOwn(answers, url) ? (answers[url] ?? {}) : { status: 404 });
}
