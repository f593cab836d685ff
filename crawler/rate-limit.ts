/** Longest window that is waited for: of the interfaces we know X's is, with 15 minutes. */
const longestWindowMs = 900_000;

/** Seconds below this are counted from now, others since 1970: interfaces write both. */
const earliestEpoch = 1_000_000_000;

const prefixes = ["ratelimit", "x-ratelimit", "x-rate-limit"] as const;

/**
 * Milliseconds until more may be asked of an interface that says nothing is left of its limit; 0 where it says nothing, or that
 * something is. Mastodon writes the end of the window as a date, Bluesky and X in seconds since 1970.
 *
 * @param now milliseconds since 1970
 */
export function exhaustedMs(headers: Readonly<Record<string, string>>, now: number): number {
  const waits = prefixes
    .filter((prefix) => /^\s*0\s*$/.test(headers[`${prefix}-remaining`] ?? ""))
    .map((prefix) => untilReset(headers[`${prefix}-reset`]?.trim() ?? "", now));
  return Math.min(Math.max(0, ...waits), longestWindowMs);
}

function untilReset(reset: string, now: number): number {
  if (/^\d{1,12}(?:\.\d+)?$/.test(reset)) {
    const seconds = Number(reset);
    return seconds < earliestEpoch ? seconds * 1_000 : seconds * 1_000 - now;
  }
  const isInstant = /^\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:\d{2})$/.test(reset);
  return isInstant ? Date.parse(reset) - now || 0 : 0;
}
