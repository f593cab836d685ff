import { expect, test } from "vitest";
import { detect } from "../../crawler/detect.ts";

const body = (html: string) => new TextEncoder().encode(html);
const page = (html: string, url = "https://www.acme.example/") => ({
  body: body(html),
  url,
  contentType: null,
});

const html = `<title>Acme</title><link rel="alternate" type="application/rss+xml" href="/feed">
  <meta name="twitter:site" content="@acme"><meta name="twitter:creator" content="@jane">
  <footer><a href="https://x.com/acme">X</a> <a href="https://www.linkedin.com/company/acme-labs">LinkedIn</a></footer>`;

test("the page's own accounts come out, the surest first, with all their evidence", () => {
  const detections = detect(page(html));
  expect(detections.map(({ platform, account }) => `${platform}:${account}`)).toEqual([
    "linkedin:company/acme-labs",
    "x:acme",
  ]);
  expect(detections[1]).toMatchObject({ url: "https://x.com/acme", own: "true", kind: "primary" });
  expect(detections[1]?.evidence.map(({ kind }) => kind)).toEqual(["meta", "link"]);
  expect(detections[1]?.confidence).toBeGreaterThan(0.99);
});

test("with all, feeds and other people's accounts come too, own ones first", () => {
  const detections = detect(page(html), { all: true });
  expect(detections.map(({ platform, own }) => `${platform} ${own}`)).toEqual([
    "linkedin true",
    "x true",
    "feed true",
    "x false",
  ]);
});

test("a page without accounts, without text, without a usable address has none", () => {
  expect(detect(page("<p>Hello</p>"))).toEqual([]);
  expect(detect(page(""))).toEqual([]);
  expect(detect(page(html, "page.html")).length).toBeGreaterThan(0);
});
