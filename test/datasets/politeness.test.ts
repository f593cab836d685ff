import { expect, test } from "vitest";
import { describePoliteness, politenessOf } from "../../datasets/politeness.ts";
import type { RequestRecord } from "../../datasets/schema.ts";

/** A request of a lane at so many milliseconds; null was not sent. */
const request = (lane: string, atMs: number | null, said: Partial<RequestRecord> = {}): RequestRecord => {
  const at = atMs === null ? null : new Date(Date.UTC(2026, 0, 1) + atMs).toISOString();
  return {
    host: `www.${lane}`,
    path: "/",
    kind: "page",
    robots: "allowed",
    lane,
    delayMs: 1_000,
    startedAt: at,
    finishedAt: at,
    status: 200,
    outcome: "ok",
    bytes: 0,
    ...said,
  };
};

test("gaps are counted lane by lane, in whatever order the ledger has them", async () => {
  const ledger = [
    request("a.test", 2_500),
    request("b.test", 10),
    request("a.test", 0),
    request("a.test", 1_200),
  ];
  expect(await politenessOf(ledger)).toEqual({
    sent: 4,
    hosts: 2,
    refused: 0,
    gaps: 2,
    short: 0,
    tightest: { lane: "a.test", ms: 1_200, promisedMs: 1_000 },
  });
});

test("a gap shorter than promised is told, whichever promise held", async () => {
  const slow = { delayMs: 5_000 };
  const ledger = [
    request("a.test", 0),
    request("a.test", 998),
    request("b.test", 0),
    request("b.test", 4_000, slow),
  ];
  const politeness = await politenessOf(ledger);
  expect(politeness).toMatchObject({ short: 2, tightest: { lane: "b.test", ms: 4_000, promisedMs: 5_000 } });
  expect(describePoliteness(politeness)).toContain("2 gaps WERE SHORTER than promised");
});

test("instants are written in milliseconds: one less is no breach", async () => {
  expect(await politenessOf([request("a.test", 0), request("a.test", 999)])).toMatchObject({ short: 0 });
});

test("hosts of one domain share a lane, and its promise", async () => {
  const ledger = [request("a.test", 0), request("a.test", 500, { host: "shop.a.test" })];
  expect(await politenessOf(ledger)).toMatchObject({ hosts: 2, short: 1 });
});

test("what robots.txt forbade was not sent, and makes no gap", async () => {
  const forbidden = { robots: "disallowed" } as const;
  const politeness = await politenessOf([request("a.test", 0), request("a.test", null, forbidden)]);
  expect(politeness).toMatchObject({ sent: 1, refused: 1, gaps: 0, tightest: null });
  expect(describePoliteness(politeness)).toBe(
    "Politeness: 1 requests to 1 hosts, 1 not sent because of robots.txt; nobody was asked twice",
  );
});
