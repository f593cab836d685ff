import { parseFeed } from "feedsmith";
import { expect, test } from "vitest";
import { renderFeed } from "../../../../datasets/synthetic/sites/feeds.ts";
import { directory, siteWithNews } from "../small.ts";

const { site, articles } = siteWithNews(
  ({ companyId, mishap }) =>
    mishap === "none" &&
    directory
      .accountsOf(companyId)
      .some(({ platform, process }) => platform === "feed" && process === "steady"),
);
const instants = articles.map(({ at }) => new Date(at).toISOString());
const toInstants = (dates: readonly (string | undefined)[]) =>
  dates.map((date) => new Date(date ?? "").toISOString());

test("there is something to publish", () => {
  expect(instants.length).toBeGreaterThan(1);
});

test("RSS tells the instant of every article", () => {
  const { type, body } = renderFeed(site, "/feed/", articles);
  const parsed = parseFeed(body);
  expect(type).toMatch(/^application\/rss\+xml/);
  expect(parsed.format).toBe("rss");
  if (parsed.format !== "rss") return;
  expect(toInstants((parsed.feed.items ?? []).map(({ pubDate }) => pubDate))).toEqual(instants);
  expect(parsed.feed.title).toBe(site.name);
  expect(body).toMatch(/<pubDate>[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} [\d:]{8} \+0000<\/pubDate>/);
});

test("Atom tells the instant of every article and the newest as its own", () => {
  const { type, body } = renderFeed(site, "/atom.xml", articles);
  const parsed = parseFeed(body);
  expect(type).toBe("application/atom+xml");
  expect(parsed.format).toBe("atom");
  if (parsed.format !== "atom") return;
  expect(toInstants((parsed.feed.entries ?? []).map(({ published }) => published))).toEqual(instants);
  expect(toInstants([parsed.feed.updated])).toEqual(instants.slice(0, 1));
});

test("JSON Feed tells the instant of every article", () => {
  const { type, body } = renderFeed(site, "/feed.json", articles);
  const parsed = parseFeed(body);
  expect(type).toBe("application/feed+json");
  expect(parsed.format).toBe("json");
  if (parsed.format !== "json") return;
  expect(toInstants((parsed.feed.items ?? []).map(({ date_published }) => date_published))).toEqual(instants);
});

test.each(["/feed/", "/atom.xml", "/feed.json"])("an empty feed at %s is still a feed", (path) => {
  expect(parseFeed(renderFeed(site, path, []).body).format).toMatch(/^(rss|atom|json)$/);
});

test("a feed says who wrote it only where WordPress did", () => {
  const at = (siteKind: "wordpress" | "drupal") =>
    renderFeed({ ...site, company: { ...site.company, siteKind } }, "/feed/", articles).body;
  expect(at("wordpress")).toContain("<generator>https://wordpress.org/");
  expect(at("drupal")).not.toContain("generator");
});
