/**
 * Instant at which a post was made, read from its id alone: no request is needed (metric M48). It is the instant of creation:
 * a scheduled LinkedIn post can appear hours later, and Bluesky and Mastodon let a client date a post back.
 *
 * @param platform `x`, `linkedin` (activity, ugcPost, share), `mastodon`, `tiktok`, `bluesky` (record key)
 * @returns UTC with milliseconds; null for other platforms and for ids that hold no time (X before November 2010, Mastodon
 *   before its snowflakes, servers with other ids)
 */
export function instantOfPostId(platform: string, postId: string): string | null {
  const clock = Object.hasOwn(clocks, platform) ? clocks[platform] : undefined;
  const ms = clock?.pattern.test(postId) ? clock.toMs(postId) : null;
  if (!clock || ms === null || ms < Date.parse(clock.since) || ms > latestMs) return null;
  return new Date(ms).toISOString();
}

interface Clock {
  pattern: RegExp;
  /** Day before which the platform gave no such ids. */
  since: string;
  toMs(postId: string): number;
}

const latestMs = Date.parse("2100-01-01");
const digits = /^\d{1,20}$/;
const shifted = (postId: string, bits: bigint) => Number(BigInt(postId) >> bits);

// Layouts: X's Snowflake and Mastodon's timestamp_id are open source, Bluesky's TID is specified (atproto.com/specs/tid);
// LinkedIn's and TikTok's are observed, not documented.
const clocks: Readonly<Record<string, Clock>> = {
  x: {
    pattern: digits,
    since: "2010-11-04",
    // Ids were a plain sequence up to 29,700,859,247; read as snowflakes they would all fall into the first seven seconds.
    toMs: (id) => (BigInt(id) < 29_700_859_247n ? 0 : shifted(id, 22n) + 1_288_834_974_657),
  },
  linkedin: { pattern: digits, since: "2003-05-05", toMs: (id) => shifted(id, 22n) },
  mastodon: { pattern: digits, since: "2016-03-16", toMs: (id) => shifted(id, 16n) },
  tiktok: { pattern: digits, since: "2014-08-01", toMs: (id) => shifted(id, 32n) * 1000 },
  bluesky: {
    pattern: /^[2-7a-j][2-7a-z]{12}$/,
    since: "2022-11-01",
    toMs: (id) => Number((tidNumber(id) >> 10n) / 1000n),
  },
};

const tidDigits = "234567abcdefghijklmnopqrstuvwxyz";

/** A TID is 64 bits in base 32 with digits that sort: microseconds, then 10 bits of clock id. */
function tidNumber(tid: string): bigint {
  return [...tid].reduce((sum, digit) => sum * 32n + BigInt(tidDigits.indexOf(digit)), 0n);
}
