import type { WebResponse } from "./effects.ts";
import { exhaustedMs } from "./rate-limit.ts";

/** Times a request is asked again. */
const mostRetries = 2;

/** Longest silence kept when a server asks for more, and longest wait for one more try. Own choice. */
export const longestPauseMs = 30_000;

const firstBackOffMs = 1_000;

/** What an answer means for the lane: silence for so long, and then once more or never. */
interface Patience {
  pauseMs: number;
  again: boolean;
}

/** The clock in milliseconds since 1970, and a number from 0 to 1 that spreads callers who were refused together. */
interface Moment {
  now: number;
  random: number;
}

/**
 * What to do after an answer. 429 and 503 ask for silence, and are asked again unless they want more of it than we have patience
 * for; so is a request that met a connection which the server had just closed (`stale`), since nobody read it. An interface that
 * says its limit is spent is left alone until the limit renews.
 *
 * @param tries how often it was asked already, from 1
 */
export function patienceFor(response: WebResponse, tries: number, { now, random }: Moment): Patience {
  const isLeft = tries <= mostRetries;
  if (response.outcome === "connect_error" && response.reason === "stale")
    return { pauseMs: 0, again: isLeft };
  const spentMs = exhaustedMs(response.headers, now);
  if (response.status !== 429 && response.status !== 503) return { pauseMs: spentMs, again: false };
  const asked = Math.max(retryAfterMs(response.headers["retry-after"] ?? "", now) ?? 0, spentMs);
  const backOff = firstBackOffMs * 2 ** (tries - 1) * (0.5 + random);
  const again = isLeft && asked <= longestPauseMs;
  const pauseMs = Math.min(Math.max(asked, again ? backOff : 0), longestPauseMs);
  return { pauseMs: Math.max(pauseMs, spentMs), again };
}

/** A Retry-After header in milliseconds from `now`: seconds, or a date (RFC 9110, section 10.2.3); null when it is neither. */
export function retryAfterMs(header: string, now: number): number | null {
  const text = header.trim();
  if (/^\d{1,10}$/.test(text)) return Number(text) * 1_000;
  // Only what looks like an HTTP date, always in UTC: engines read all sorts of things as dates, the bare ones in local time.
  if (!/^[A-Za-z]{3,9},? .{5,24}:\d{2}/.test(text)) return null;
  const at = Date.parse(text.endsWith("GMT") ? text : `${text} GMT`);
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}
