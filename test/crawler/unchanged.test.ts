import { expect, test } from "vitest";
import type { WebResponse } from "../../crawler/effects.ts";
import { polite } from "../../crawler/polite.ts";
import {
  conditionsOf,
  feedBefore,
  knownPages,
  pagesBefore,
  seenAgain,
  validatorsOf,
} from "../../crawler/unchanged.ts";
import { visitSite } from "../../crawler/visit.ts";
import { AuditConfig } from "../../datasets/config.ts";
import type { PageCapture, SiteVisit } from "../../datasets/schema.ts";
import { company, visit } from "../datasets/records.ts";
import { quietEffects } from "./quiet-effects.ts";
import { captureOf, declaration } from "./site.ts";
import { virtualWorld } from "./virtual-world.ts";

const home = "https://acme.test/";
const etag = 'W/"1"';
const account = '<a href="https://x.com/acme">X</a>';
const capture = (said: Partial<PageCapture> = {}): PageCapture => ({
  ...captureOf(account, home),
  etag,
  ...said,
});
const about = capture({ captureId: "acme#02", requestedUrl: `${home}about`, url: `${home}about` });
const earlier = (said: Partial<SiteVisit> = {}) => visit("acme", { captures: [capture(), about], ...said });

const answered = (headers: Record<string, string>): WebResponse => ({
  requestedUrl: home,
  url: home,
  outcome: "ok",
  reason: null,
  status: 304,
  headers,
  body: new Uint8Array(0),
  startedAt: "2026-09-30T12:00:00.000Z",
  finishedAt: "2026-09-30T12:00:00.100Z",
});

test("only pages that were read whole and without a browser, and gave something to ask by, are asked so", () => {
  const urls = (said: Partial<PageCapture>) => [...knownPages(earlier({ captures: [capture(said)] })).keys()];
  expect(urls({})).toEqual([home]);
  expect(urls({ etag: null, lastModified: "Wed, 21 Oct 2015 07:28:00 GMT" })).toEqual([home]);
  expect(urls({ etag: null })).toEqual([]);
  expect(urls({ via: "browser" })).toEqual([]);
  expect(urls({ outcome: "challenge" })).toEqual([]);
});

test("a visit that did not read the site tells nothing about it", () => {
  const size = (said: Partial<SiteVisit>) => knownPages(earlier(said)).size;
  expect(size({ outcome: "partial", reason: "page_failed" })).toBe(2);
  expect(size({ outcome: "partial", reason: "consent_wall" })).toBe(0);
  expect(size({ outcome: "timeout" })).toBe(0);
  expect(knownPages(null).size).toBe(0);
});

test("validators are kept as written, and left out where they could not be sent back", () => {
  const modified = "Wed, 21 Oct 2015 07:28:00 GMT";
  expect(validatorsOf(answered({ etag, "last-modified": modified }))).toEqual({
    etag,
    lastModified: modified,
  });
  for (const odd of ["", " ", "a\r\nX-Evil: 1", "\u00fc", "x".repeat(300)]) {
    expect(validatorsOf(answered({ etag: odd })).etag).toBeNull();
  }
  expect(conditionsOf(capture())).toEqual({ "if-none-match": etag });
  expect(conditionsOf(capture({ etag: null, lastModified: modified }))).toEqual({
    "if-modified-since": modified,
  });
});

test("what is seen again keeps its content and when that was read, over any number of audits", () => {
  const second = seenAgain(capture(), answered({}));
  expect(second).toMatchObject({
    etag,
    capturedAt: "2026-09-30T12:00:00.100Z",
    unchangedSince: capture().capturedAt,
    declares: capture().declares,
  });
  const third = seenAgain(second, answered({ etag: '"2"' }));
  expect(third).toMatchObject({ etag: '"2"', unchangedSince: capture().capturedAt });
});

/** Visits acme again; `web` says what has changed since. */
async function again(web: Parameters<typeof quietEffects>[0], before: SiteVisit | null = earlier()) {
  const effects = quietEffects(web);
  const [now] = await visitSite(AuditConfig.parse({})).run(company("acme"), {
    ...effects,
    earlier: () => before,
  });
  return { now, asked: effects.asked.filter(({ kind }) => kind === "page").map(({ url }) => url) };
}
const same = { status: 304 };

test("an unchanged site is the same visit, and the pages chosen then are asked again", async () => {
  const { now, asked } = await again({ [home]: same, [`${home}about`]: same });
  expect(asked).toEqual([home, `${home}about`]);
  expect(now).toMatchObject({ outcome: "visited", reason: null, finalUrl: home });
  expect(now?.captures.map(({ declares, status, captureId }) => [captureId, status, declares])).toEqual(
    earlier().captures.map(({ declares, status, captureId }) => [captureId, status, declares]),
  );
});

test("a start page that has changed is read, and its pages chosen anew", async () => {
  const text = `<!doctype html><title>New</title><p>${"We run trials. ".repeat(40)}</p><a href="/contact">Contact</a>`;
  const { now, asked } = await again({ [home]: { text }, [`${home}contact`]: { text } });
  expect(asked).toEqual([home, `${home}contact`]);
  expect(now?.captures[0]).toMatchObject({ title: "New", unchangedSince: null, declares: [] });
});

test("a 304 that nobody asked for is an empty page", async () => {
  const { now } = await again({ [home]: same }, null);
  expect(now?.outcome).toBe("empty");
});

test("the question goes to the page itself, wherever redirects led to it, and to no other", async () => {
  const asked: [string, string | undefined][] = [];
  const { effects, pass, clock } = virtualWorld(({ url, headers }) => {
    asked.push([url, headers?.["if-none-match"]]);
    return url === "http://acme.test/" ? { status: 301, headers: { location: home } } : { status: 304 };
  });
  const { fetch } = polite(effects, { agent: "x", delayMs: 0, concurrency: 1, clock });
  const known = knownPages(earlier());
  const answer = await pass(fetch({ url: "http://acme.test/", kind: "page", known }));
  expect(answer).toMatchObject({ status: 304, url: home });
  expect(asked.filter(([url]) => !url.endsWith("robots.txt"))).toEqual([
    ["http://acme.test/", undefined],
    [home, etag],
  ]);
});

test("a feed that no page links is taken over as it was found, and not read as a page", () => {
  const found = declaration({ kind: "feed", href: `${home}feed/`, context: ["unlinked"] });
  const feed = capture({ captureId: "acme#03", requestedUrl: `${home}feed/`, declares: [found] });
  const before = earlier({ captures: [capture(), about, feed] });
  expect(pagesBefore(before)).toEqual([`${home}about`]);
  expect(feedBefore(before, "acme#03")).toEqual({ ...feed, unchangedSince: feed.capturedAt });
  expect(feedBefore(earlier(), "acme#03")).toBeNull();
});
