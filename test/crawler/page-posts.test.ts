import { expect, test } from "vitest";
import { observationsOnPages } from "../../crawler/page-posts.ts";
import { AuditConfig } from "../../datasets/config.ts";
import { type Account, type Declaration, Observation, SiteVisit } from "../../datasets/schema.ts";
import type { Snapshot } from "../../datasets/snapshot.ts";
import { accountOn, daysAgo, now } from "./platforms/observers/fixture.ts";

/** An id of X for a post of that time. */
const tweet = (at: string) => String(BigInt(Date.parse(at) - 1_288_834_974_657) << 22n);
const linkedInId = (at: string) => String(BigInt(Date.parse(at)) << 22n);

const lab = accountOn("x", "lab", "https://x.com/lab");
const company = accountOn("linkedin", "company/lab", "https://www.linkedin.com/company/lab");
const page = accountOn("facebook", "lab", "https://www.facebook.com/lab");

const link = (href: string, text: string | null = null): Declaration => ({
  ...{
    kind: "link",
    region: "main",
    locator: "a",
    href,
    text,
    context: ["embed"],
    list: null,
    leadsTo: null,
  },
});

async function find(declares: Declaration[], accounts: Account[] = [lab, company, page], own = "true") {
  const capture = {
    ...{ captureId: "c#01", requestedUrl: "https://lab.example/", url: "https://lab.example/" },
    ...{ capturedAt: now, via: "http", outcome: "visited", reason: null, status: 200, bytes: 1 },
    ...{ sha256: null, charset: "utf-8", title: null, names: [], declares },
    ...{ etag: null, lastModified: null, unchangedSince: null },
  };
  const visit = SiteVisit.parse({
    ...{ companyId: "c", startUrl: null, finalUrl: null, outcome: "visited", reason: null },
    ...{ startedAt: null, finishedAt: null, declaredPlatforms: [], captures: [capture] },
  });
  const ownerships = accounts.map(({ accountId }) => ({
    ...{ companyId: "c", accountId, own, kind: "primary", confidence: 1, reasons: [], claimIds: [] },
    ...{ reciprocal: null, corrected: null },
  }));
  const tables: Record<string, readonly unknown[]> = { accounts, ownerships };
  const read: Snapshot["read"] = async function* (table) {
    for (const record of tables[table.name] ?? []) yield table.schema.parse(record);
  };
  const observations = await observationsOnPages({
    visits: { read: () => [visit] },
    config: AuditConfig.parse({}),
    read,
  });
  return observations.map((each) => Observation.parse(each));
}

test("a post of the company's own account on its own page proves that it was active, and nothing else", async () => {
  const href = `https://twitter.com/Lab/status/${tweet(daysAgo(12))}`;
  const older = `https://x.com/lab/status/${tweet(daysAgo(40))}`;
  expect(await find([link(older), link(href, "September 26, 2026"), link(href)])).toMatchObject([
    {
      observationId: "x:lab/page_links/1",
      status: "partial",
      reason: "posts_on_pages",
      sided: "active_only",
      observedAt: now,
      lastPostAt: daysAgo(12),
      window: { from: null, to: now, order: "other", complete: false },
      posts: [{ postedAt: daysAgo(12), precision: "instant" }, { postedAt: daysAgo(40) }],
    },
  ]);
});

test("posts of others, and of accounts that are not surely its own, show nothing", async () => {
  const href = `https://x.com/somebody/status/${tweet(daysAgo(12))}`;
  expect(await find([link(href)])).toEqual([]);
  expect(await find([link(`https://x.com/lab/status/${tweet(daysAgo(12))}`)], [lab], "unknown")).toEqual([]);
});

test("a LinkedIn id is known to the day: a post may appear hours after it was drafted", async () => {
  const href = `https://www.linkedin.com/posts/lab_news-activity-${linkedInId(daysAgo(9))}-AbCd`;
  expect(await find([link(href)])).toMatchObject([{ posts: [{ postedAt: daysAgo(9), precision: "day" }] }]);
});

test("where the id holds no time the link's text may: a date, or an age of which the oldest counts", async () => {
  const post = "https://www.facebook.com/lab/posts/1234567890";
  const seen = async (text: string | null) => (await find([link(post, text)]))[0]?.lastPostAt ?? null;
  expect(await seen("September 26, 2026")).toBe("2026-09-26T00:00:00.000Z");
  expect(await seen("3w")).toBe("2026-10-25T00:00:00.000Z");
  expect(await seen("Read more")).toBeNull();
  expect(await seen(null)).toBeNull();
});

test("a post from the future is an error, not activity", async () => {
  expect(await find([link(`https://x.com/lab/status/${tweet(daysAgo(-3))}`)])).toEqual([]);
});

test("an account known by an immutable id is found by it", async () => {
  const did = "did:plc:aaaaaaaaaaaaaaaaaaaaaaaa";
  const account = {
    ...accountOn("bluesky", "lab.example", "https://bsky.app/profile/lab.example"),
    platformId: did,
  };
  const href = `https://bsky.app/profile/${did}/post/3k7qmjev5lr2s`;
  expect(await find([link(href)], [account])).toMatchObject([{ accountId: "bluesky:lab.example" }]);
});
