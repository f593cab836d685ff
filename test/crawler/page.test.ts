import { expect, test } from "vitest";
import { readOne } from "../../crawler/page.ts";
import { quietEffects } from "./quiet-effects.ts";

type Web = NonNullable<Parameters<typeof quietEffects>[0]>;

async function readFrom(web: Web, url = "https://acme.test/") {
  const effects = quietEffects(web);
  const page = await readOne({ url, captureId: "acme#01", budget: { leftMs: 1_000 } }, effects);
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
