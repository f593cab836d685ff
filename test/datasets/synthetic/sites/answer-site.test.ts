import { load } from "cheerio/slim";
import { expect, test } from "vitest";
import type { MishapId } from "../../../../datasets/synthetic/mishaps.ts";
import {
  answerSite,
  answerStranger,
  strangersHost,
} from "../../../../datasets/synthetic/sites/answer-site.ts";
import { pathsOf } from "../../../../datasets/synthetic/sites/page.ts";
import { siteOf } from "../../../../datasets/synthetic/sites/site.ts";
import { directory, industry, scenario, someCompany } from "../small.ts";

const ask = (address: string) => {
  const url = new URL(address);
  const scheme = url.protocol === "http:" ? "http" : "https";
  return answerSite({ scheme, host: url.host, path: url.pathname, query: url.searchParams }, directory);
};
const met = (mishap: MishapId) => someCompany((company) => company.mishap === mishap);
const startOf = (mishap: MishapId) => ask(`https://${met(mishap).host}/`);

test("a host of no company is not answered", () => {
  expect(ask("https://nobody.test/")).toBeNull();
});

test("sound sites answer every page of their sitemap, and 404 elsewhere", () => {
  for (const company of industry.companies.filter(({ mishap }) => mishap === "none")) {
    const { origin } = siteOf(company, directory);
    const sitemap = load(ask(`${origin}/sitemap.xml`)?.body ?? "", { xml: true });
    const pages = sitemap("loc")
      .toArray()
      .map((loc) => sitemap(loc).text());
    expect(pages.length).toBeGreaterThanOrEqual(7);
    for (const page of pages) expect(ask(page)?.status, page).toBe(200);
    expect(ask(`${origin}/nowhere/`)?.status).toBe(404);
  }
});

test("the feed is where the pages say it is, in the type they say", () => {
  const feeds = industry.accounts.filter(({ platform }) => platform === "feed");
  const sound = feeds.filter(({ companyId }) => directory.company(companyId)?.mishap === "none");
  expect(sound.length).toBeGreaterThan(10);
  for (const { url } of sound) {
    expect(ask(url)).toMatchObject({
      status: 200,
      headers: { "content-type": expect.stringMatching(/rss|atom|feed\+json/) },
    });
  }
});

test("the pages of a WordPress feed can be turned to the last, and no other feed's", () => {
  const paged = (kind: (siteKind: string) => boolean) => {
    const feed = industry.accounts.find(({ platform, companyId, url, process }) => {
      const company = directory.company(companyId);
      const isBusy = process === "busy" || process === "steady";
      return (
        platform === "feed" &&
        isBusy &&
        /rss|feed\/$/.test(url) &&
        company?.mishap === "none" &&
        kind(company.siteKind)
      );
    });
    const [first, second, far] = [1, 2, 10_000].map((page) => ask(`${feed?.url}?paged=${page}`));
    return { first: first?.body, second: second?.body, far };
  };
  const wordPress = paged((kind) => kind === "wordpress");
  expect(wordPress.second).not.toBe(wordPress.first);
  expect(wordPress.far?.status).toBe(404);
  const other = paged((kind) => kind !== "wordpress");
  expect(other.second).toBe(other.first);
});

test("every other address of a site leads to the one it goes by", () => {
  const { host, domain } = met("none");
  const other = host === domain ? `www.${domain}` : domain;
  for (const address of [`http://${host}/`, `https://${other}/`, `http://${other}/`]) {
    expect(ask(address)).toMatchObject({ status: 301, headers: { location: `https://${host}/` } });
  }
});

test("a site without TLS stays on http", () => {
  const { host } = met("plain_http");
  expect(ask(`http://${host}/`)?.status).toBe(200);
});

test.each([
  ["not_found", 404],
  ["soft_404", 200],
  ["gone", 410],
  ["server_error", 500],
  ["forbidden", 403],
  ["too_many_requests", 429],
  ["challenge", 403],
  ["login_wall", 200],
  ["parked", 200],
  ["blank", 200],
  ["needs_scripts", 200],
  ["pdf", 200],
] as const)(
  "a site that is %s answers %d to its start page, and its robots.txt is readable",
  (mishap, status) => {
    expect(startOf(mishap)?.status).toBe(status);
    expect([200, 404]).toContain(ask(`https://${met(mishap).host}/robots.txt`)?.status);
  },
);

test("none of the pages in place of a site names an account of the company", () => {
  for (const mishap of [
    "soft_404",
    "challenge",
    "login_wall",
    "parked",
    "blank",
    "needs_scripts",
    "pdf",
  ] as const) {
    const { brand } = met(mishap);
    const links = load(startOf(mishap)?.body ?? "")("a")
      .toArray()
      .map((link) => link.attribs["href"] ?? "");
    expect(
      links.filter((href) => href.includes(brand.toLowerCase())),
      mishap,
    ).toEqual([]);
  }
});

test("an empty page is empty, a file is a file, a shell holds no text", () => {
  expect(startOf("blank")?.body).toBe("");
  expect(startOf("pdf")).toMatchObject({ headers: { "content-type": "application/pdf" } });
  expect(
    load(startOf("needs_scripts")?.body ?? "")("body")
      .text()
      .trim(),
  ).toBe("");
});

test("who was asked too often says for how long to stay away", () => {
  expect(startOf("too_many_requests")?.headers["retry-after"]).toBe("86400");
});

test("connections that break, break at every path", () => {
  expect(startOf("reset")?.breaks).toBe("reset");
  expect(ask(`https://${met("reset").host}/robots.txt`)?.breaks).toBe("reset");
  expect(startOf("garbage")?.breaks).toBe("garbage");
});

test("a redirect that goes in circles never arrives", () => {
  const { host } = met("redirect_loop");
  let address = `https://${host}/`;
  for (let hop = 0; hop < 25; hop += 1) {
    const answer = ask(address);
    expect(answer?.status).toBe(301);
    address = answer?.headers["location"] ?? "";
  }
});

test("a site that fails in part fails on one page alone", () => {
  const site = siteOf(met("page_fails"), directory);
  const failing = pathsOf(site, scenario.seed).filter((path) => ask(site.origin + path)?.status === 500);
  expect(failing).toEqual([site.words.paths.contact]);
});

test("a robots.txt that cannot be had is an error of the server, not a missing file", () => {
  expect(ask(`https://${met("robots_error").host}/robots.txt`)?.status).toBe(503);
});

test("a company that was taken over leads to its parent's site", () => {
  const child = met("to_parent");
  const parent = directory.company(child.parentId ?? "");
  expect(startOf("to_parent")?.headers["location"]).toBe(`https://${parent?.host}/`);
});

test("a domain that was lost leads to a stranger, whose accounts are his", () => {
  expect(startOf("to_stranger")?.headers["location"]).toBe(`https://${strangersHost}/`);
  const asked = { scheme: "https" as const, host: strangersHost, path: "/", query: new URLSearchParams() };
  const hrefs = load(answerStranger(asked).body)("footer a")
    .toArray()
    .map((link) => link.attribs["href"]);
  expect(hrefs).toEqual(["https://www.facebook.com/luckycasinoguide", "https://twitter.com/luckycasinogd"]);
  expect(answerStranger({ ...asked, path: "/robots.txt" }).status).toBe(404);
});
