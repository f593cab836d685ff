import { expect, test } from "vitest";
import type { Effects, Rendering } from "../../crawler/effects.ts";
import { readPage } from "../../crawler/extract/index.ts";
import { readOne } from "../../crawler/page.ts";
import type { AuditConfig } from "../../datasets/config.ts";
import { answerOf, quietEffects } from "./quiet-effects.ts";

type Web = NonNullable<Parameters<typeof quietEffects>[0]>;

async function readFrom(web: Web, url = "https://acme.test/") {
  const effects = quietEffects(web);
  const wish = {
    url,
    captureId: "acme#01",
    budget: { leftMs: 1_000 },
    render: "if-empty" as const,
    known: new Map(),
  };
  const page = await readOne(wish, effects);
  return { ...page, asked: effects.asked };
}

const refresh = (to: string) => ({
  text: `<html><meta http-equiv="refresh" content="0;url=${to}"><p>moved</p>`,
});
const text = `<html><title>Acme</title><p>${"We run trials. ".repeat(50)}</p>`;

test("refresh tags are followed to the page they lead to, which keeps the address that was asked for", async () => {
  const { capture, asked } = await readFrom({
    "https://acme.test/": refresh("/en"),
    "https://acme.test/en": refresh("/en/home"),
    "https://acme.test/en/home": { text },
  });
  expect(capture).toMatchObject({
    outcome: "visited",
    requestedUrl: "https://acme.test/",
    url: "https://acme.test/en/home",
    title: "Acme",
  });
  expect(asked.every(({ budget }) => budget === asked[0]?.budget)).toBe(true);
});

test("refresh tags in a circle, or without end, are too many redirects", async () => {
  const circle = await readFrom({ "https://acme.test/": refresh("/b"), "https://acme.test/b": refresh("/") });
  expect(circle.capture).toMatchObject({ outcome: "too_many_redirects", reason: "refresh" });
  const steps = Array.from(
    { length: 30 },
    (_, i) => [`https://acme.test/${i}`, refresh(`/${i + 1}`)] as const,
  );
  const endless = await readFrom(Object.fromEntries(steps), "https://acme.test/0");
  expect(endless.capture.outcome).toBe("too_many_redirects");
  expect(endless.asked.length).toBeLessThan(6);
});

test("a page that reloads itself is read as it is", async () => {
  const { capture, asked } = await readFrom({
    "https://acme.test/": { text: `<meta http-equiv="refresh" content="300;url=/">${text}` },
  });
  expect([capture.outcome, asked.length]).toEqual(["visited", 1]);
});

test.each<[string, Web[string], string, string | null]>([
  ["white space", { text: " \n " }, "empty", null],
  ["a PDF with tags in it", { text: "%PDF-1.7 <html><p>x" }, "not_html", null],
  ["JSON with tags in it", { text: '{"html":"<p>x</p>"}' }, "not_html", null],
  ["a feed", { text: "<rss><channel><title>x</title><a>y</a>" }, "not_html", null],
  ["a refusal", { outcome: "blocked", status: 403, text }, "blocked", null],
  ["a challenge by its header", { headers: { "cf-mitigated": "challenge" }, text }, "challenge", null],
  [
    "a consent wall",
    { text: "<html><title>Before you continue</title><p>Cookies</p>" },
    "partial",
    "consent_wall",
  ],
])("%s is not read as content", async (_, answer, outcome, reason) => {
  const { capture, reading } = await readFrom({ "https://acme.test/": answer });
  expect([capture.outcome, capture.reason, reading]).toEqual([outcome, reason, null]);
  expect(capture.declares).toEqual([]);
});

const shell = { text: `<html><title>Acme</title><div id="root"></div><script src="/app.js"></script>` };

async function shownAs(
  rendering: Rendering | null,
  render: AuditConfig["render"] = "if-empty",
  page = shell,
) {
  const effects = quietEffects({ "https://acme.test/": page });
  let shown = 0;
  const withRender: Effects = {
    ...effects,
    ...(rendering !== null && {
      render: async () => {
        shown += 1;
        return rendering;
      },
    }),
  };
  const wish = {
    url: "https://acme.test/",
    captureId: "acme#01",
    budget: { leftMs: 1_000 },
    render,
    known: new Map(),
  };
  return { ...(await readOne(wish, withRender)), shown: () => shown };
}

const account = `<a href="https://www.linkedin.com/company/acme">LinkedIn</a>`;
const asShown = (body: string, reason: string | null = null): Rendering => ({
  ...answerOf("https://acme.test/home", { text: body }),
  reason,
});

test("a page that shows nothing without scripts is read as a browser shows it", async () => {
  const { capture, reading } = await shownAs(asShown(text + account));
  expect(capture).toMatchObject({
    via: "browser",
    outcome: "visited",
    reason: null,
    url: "https://acme.test/home",
  });
  expect([capture.requestedUrl, capture.declares.length, reading?.declares.length]).toEqual([
    "https://acme.test/",
    1,
    1,
  ]);
});

test("a page that shows itself without scripts is shown only where every page is", async () => {
  const usual = await shownAs(asShown(text), "if-empty", { text });
  expect([usual.shown(), usual.capture.via]).toEqual([0, "http"]);
  const always = await shownAs(asShown(text), "always", { text });
  expect([always.shown(), always.capture.via]).toEqual([1, "browser"]);
});

test.each<[string, Rendering | null, AuditConfig["render"], string, string]>([
  ["rendering is off", asShown(text), "never", "http", "needs_browser"],
  ["nothing can render", null, "if-empty", "http", "needs_browser"],
  ["there is no browser", "needs_browser", "if-empty", "http", "needs_browser"],
  ["the browser failed over it", "page_failed", "if-empty", "http", "page_failed"],
  ["its scripts show nothing either", asShown(shell.text), "if-empty", "browser", "needs_browser"],
  ["a part of it did not come", asShown(text, "budget"), "if-empty", "browser", "budget"],
])("a page is partial where %s, so that what it does not show is not taken for absent", async (...row) => {
  const [, rendering, render, via, reason] = row;
  const { capture, reading } = await shownAs(rendering, render);
  expect(capture).toMatchObject({ outcome: "partial", via, reason });
  expect(reading).not.toBeNull();
});

test("a page that turns out a login form when shown is one", async () => {
  const { capture, reading } = await shownAs(
    asShown(`<title>Log in</title><form><input type="password"></form>`),
  );
  expect([capture.outcome, capture.via, reading]).toEqual(["login_wall", "browser", null]);
});

test("a Refresh header leads on as its tag does, a late one and a broken one do not", async () => {
  const to = (said: string) => ({
    "https://acme.test/": { text, headers: { refresh: said } },
    "https://acme.test/en/": { text },
  });
  for (const [said, url] of [
    ["0; url=/en/", "https://acme.test/en/"],
    ["1800; url=/en/", "https://acme.test/"],
    ["0; url=http://[", "https://acme.test/"],
    ["5", "https://acme.test/"],
  ] as const) {
    expect((await readFrom(to(said))).capture).toMatchObject({ outcome: "visited", url });
  }
});

test.each<[string, Effects["read"], string, string | null]>([
  ["a page is read where the effects say", async (source) => readPage(source), "visited", null],
  ["one that takes too much is too large", async () => null, "too_large", "parse"],
])("%s", async (_, read, outcome, reason) => {
  const effects = quietEffects({ "https://acme.test/": { text } });
  const wish = { url: "https://acme.test/", captureId: "acme#01", budget: { leftMs: 1_000 } };
  const { capture } = await readOne(
    { ...wish, render: "if-empty", known: new Map() },
    { ...effects, ...(read && { read }) },
  );
  expect([capture.outcome, capture.reason]).toEqual([outcome, reason]);
});
