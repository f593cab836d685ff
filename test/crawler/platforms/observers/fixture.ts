import type {
  AuditEvent,
  Effects,
  WebOutcome,
  WebRequest,
  WebResponse,
} from "../../../../crawler/effects.ts";
import { readsNothing } from "../../../../crawler/platforms/observers/reads.ts";
import type { Period } from "../../../../crawler/platforms/platform.ts";
import type { Account } from "../../../../datasets/schema.ts";

/** The clock of every observation in these tests. */
export const now = "2026-11-22T12:00:00.000Z";

/** A year before it. */
export const period: Period = { from: "2025-11-22T12:00:00.000Z", to: now };

/** An answer as a test writes it: objects become JSON, bytes stay as they are, status 200 unless it says otherwise. */
export interface Told {
  status?: number | null;
  outcome?: WebOutcome;
  headers?: Record<string, string>;
  body?: unknown;
}

/**
 * Effects that answer from a function, with what was asked. An answer of undefined is a 404 in HTML. An observer gets of every answer
 * only what it says it reads, so that each of its tests proves a replay from reduced evidence too.
 */
export function fixture(answer: (url: URL) => Told | undefined): { effects: Effects; asked: string[] } {
  const asked: string[] = [];
  const fetch = async (request: WebRequest): Promise<WebResponse> => {
    asked.push(request.url);
    const told = answer(new URL(request.url)) ?? { status: 404, body: "<html>Not here</html>" };
    const { status = 200, headers = {}, body = "" } = told;
    const isText = typeof body === "string" || body instanceof Uint8Array;
    const whole = Buffer.from(isText ? body : JSON.stringify(body));
    return {
      requestedUrl: request.url,
      url: request.url,
      outcome: told.outcome ?? (status === 200 ? "ok" : "http_error"),
      reason: null,
      status,
      headers,
      body:
        request.kind === "api" && request.reads && request.reads !== readsNothing
          ? request.reads(whole, headers)
          : whole,
      startedAt: now,
      finishedAt: now,
    };
  };
  const effects: Effects = {
    fetch,
    now: () => now,
    sleep: async () => undefined,
    token: () => null,
    emit: () => undefined,
  };
  return { effects, asked };
}

/** An account as detection leaves it. */
export function accountOn(platform: string, account: string, url: string): Account {
  const accountId = `${platform}:${account}`;
  return { accountId, platform, group: "social", account, url, platformId: null, aliases: [] };
}

/** `days` before the clock. */
export function daysAgo(days: number): string {
  return new Date(Date.parse(now) - days * 86_400_000).toISOString();
}

/** The same with a token of this name, and with what was sent and told. */
export function withToken(name: string, answer: (url: URL) => Told | undefined) {
  const { effects, asked } = fixture(answer);
  const sent: WebRequest[] = [];
  const events: AuditEvent[] = [];
  const slept: number[] = [];
  const more: Effects = {
    ...effects,
    fetch: (request) => {
      sent.push(request);
      return effects.fetch(request);
    },
    sleep: async (ms) => void slept.push(ms),
    token: (wanted) => (wanted === name ? "planted-token" : null),
    emit: (event) => void events.push(event),
  };
  return { effects: more, asked, sent, events, slept };
}
