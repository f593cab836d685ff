import { expect, test } from "vitest";
import { behind } from "../../../datasets/synthetic/hosts.ts";
import { strangersHost } from "../../../datasets/synthetic/sites/answer-site.ts";
import { directory, scenario, someCompany } from "./small.ts";

const web = { directory, instances: scenario.instances, delayMs: 1_000 };
const ask = (host: string, path = "/") =>
  behind({ scheme: "https", host, path, query: new URLSearchParams() }, web);

test("a company's hosts share a lane", () => {
  const { domain } = someCompany(({ mishap }) => mishap === "none");
  expect(ask(domain)).toMatchObject({ owner: "site", lane: domain, delayMs: 1_000, isDisallowed: false });
  expect(ask(`www.${domain}`).lane).toBe(domain);
});

test("a site that asks for more time than was promised gets it", () => {
  expect(ask(someCompany(({ mishap }) => mishap === "crawl_delay").host).delayMs).toBe(1_000);
  const hasty = { ...web, delayMs: 10 };
  const { host } = someCompany(({ mishap }) => mishap === "crawl_delay");
  expect(behind({ scheme: "https", host, path: "/", query: new URLSearchParams() }, hasty).delayMs).toBe(
    1_000,
  );
});

test.each([
  ["robots_all", "/", true],
  ["robots_error", "/", true],
  ["robots_path", "/", false],
  ["robots_path", "/investors/", true],
  ["robots_path", "/investors/report.html", true],
] as const)("with %s, %s is forbidden: %s", (mishap, path, isDisallowed) => {
  expect(ask(someCompany((company) => company.mishap === mishap).host, path).isDisallowed).toBe(isDisallowed);
});

test("Bluesky allows a faster pace than sites, never a slower one than was promised", () => {
  expect(ask("public.api.bsky.app")).toMatchObject({ owner: "site", delayMs: 100, lane: "bsky.app" });
  expect(ask("api.bsky.app").lane).toBe("bsky.app");
});

test.each(scenario.instances.map(({ host }) => host))("the Mastodon server %s answers", (host) => {
  expect(ask(host, "/robots.txt")).toMatchObject({ owner: "site", lane: host });
  expect(ask(host, "/robots.txt").answer().status).toBe(200);
});

test.each([
  "www.linkedin.com",
  "x.com",
  "twitter.com",
  "de-de.facebook.com",
  "www.youtube.com",
  "www.threads.com",
])("%s is a closed platform", (host) => {
  expect(ask(host).owner).toBe("closed");
  expect(ask(host).answer().status).toBe(403);
  expect(ask(host, "/robots.txt").answer().body).toContain("Disallow: /");
});

test("the stranger to whom a domain was lost has a site, and whoever else is asked is nobody", () => {
  expect(ask(strangersHost)).toMatchObject({ owner: "site" });
  for (const host of ["example.org", "netflix.com", "bsky.app", ""]) expect(ask(host).owner).toBe("nobody");
});
