import { expect, test } from "vitest";
import { exhaustedMs } from "../../crawler/rate-limit.ts";

const now = Date.parse("2026-11-22T12:00:00.000Z");
const headers = (prefix: string, remaining: string, reset: string) => ({
  [`${prefix}-remaining`]: remaining,
  [`${prefix}-reset`]: reset,
});

test.each([
  ["Mastodon's date", "x-ratelimit", "2026-11-22T12:05:00.000000Z", 300_000],
  ["Bluesky's epoch", "ratelimit", String(now / 1_000 + 60), 60_000],
  ["X's epoch", "x-rate-limit", String(now / 1_000 + 90), 90_000],
  ["seconds from now", "ratelimit", "30", 30_000],
  ["a window that is over", "x-ratelimit", "2026-11-22T11:00:00Z", 0],
  ["a window of a day", "ratelimit", "86400", 900_000],
  ["nonsense", "ratelimit", "soon", 0],
  ["an impossible date", "ratelimit", "2026-99-22T12:05:00Z", 0],
  ["nothing", "ratelimit", "", 0],
])("%s is understood", (_, prefix, reset, ms) => {
  expect(exhaustedMs(headers(prefix, "0", reset), now)).toBe(ms);
});

test("an interface that has something left is not waited for", () => {
  expect(exhaustedMs(headers("ratelimit", "1", "60"), now)).toBe(0);
  expect(exhaustedMs(headers("ratelimit", "00x", "60"), now)).toBe(0);
  expect(exhaustedMs({ "ratelimit-reset": "60" }, now)).toBe(0);
});
