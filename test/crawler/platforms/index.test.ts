import fc from "fast-check";
import { expect, test } from "vitest";
import { feed } from "../../../crawler/platforms/feed.ts";
import { platforms } from "../../../crawler/platforms/index.ts";
import { mastodon } from "../../../crawler/platforms/mastodon.ts";
import type { Platform } from "../../../crawler/platforms/platform.ts";
import { policy } from "../../../crawler/platforms/policy.ts";
import { resolve } from "../../../crawler/platforms/resolve.ts";

const byId = platforms.map((platform) => [platform.id, platform] as const);

/** Makes every platform accept what it accepts only beside a link that names it. */
const label = platforms.map(({ name }) => name).join(" ");
const hintOf = (platform: Platform) => (platform === feed ? { rel: "alternate" } : { label });

test("ids and hosts are unique", () => {
  const hosts = platforms.flatMap((platform) => platform.hosts);
  expect(new Set(byId.map(([id]) => id)).size).toBe(platforms.length);
  expect(new Set(hosts).size).toBe(hosts.length);
  expect(
    hosts.filter((host) => !/^(?:\*(?=(?:\.[a-z\d-]+){2}$)\.)?[a-z\d-]+(?:\.[a-z\d-]+)+$/.test(host)),
  ).toEqual([]);
});

test.each(byId)("%s reads its examples", (_id, platform) => {
  for (const [url, expected] of platform.examples) {
    expect(resolve(url, "https://www.acme.example/")?.account ?? null).toBe(expected);
  }
});

const pieces =
  `acme Acme-Inc a.b Acme_1 @acme +acme 123456 100064860875397 Acme-100064860875397 1234@N05 _xAb gh_0123456789ab
  id147 company school in showcase groups groups-12 edu pages p profile.php channel user c r u u_acme i intent profile users web
  feed s blog photos people add invite login events search show/5CfCWKI5pZ28U0uOzXkDHe qr/code podcast/id147 companies net news orgs sponsors b R ti n pro
  UCtAh1m085QkEKYNg0j_6r8A did:plc:wpe35pganb6d4pg4ekmfy6u5 acme.bsky.social
  104629412415657030658 %C3%BCber %E6%AD%A6%E7%94%B0`.split(/\s+/);
const queries = [
  "",
  "?id=12345",
  "?user=Acme",
  "?list=UUtAh1m085QkEKYNg0j_6r8A",
  "?username=Acme_1",
  "?screen_name=acme",
];

/** URLs of a platform, most of them of accounts. */
function urlsOf(platform: Platform) {
  const hosts = platform === feed ? ["acme.example"] : platform.hosts.map((host) => host.replace("*", "de"));
  const piece = fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...pieces) },
    { weight: 1, arbitrary: fc.string() },
  );
  const path = fc.array(piece, { maxLength: 4 }).map((segments) => segments.join("/"));
  const made = fc
    .tuple(fc.constantFrom(...hosts), path, fc.constantFrom(...queries))
    .map(([host, text, query]) => `https://${host}/${text.replace(/[?#]/g, "")}${query}`);
  return fc.oneof(made, fc.constantFrom("https://acme.example/", ...platform.examples.map(([url]) => url)));
}

test.each(byId)("%s gives each account back from its canonical URL", (_id, platform) => {
  fc.assert(
    fc.property(urlsOf(platform), (url) => {
      const parsed = platform.parse(new URL(url), hintOf(platform));
      if (!("account" in parsed)) return;
      expect(parsed.url).toBe(platform.canonical(parsed.account));
      expect(platform.parse(new URL(parsed.url), hintOf(platform))).toEqual(parsed);
    }),
    { numRuns: 1_000, seed: 1 },
  );
});

test.each(byId)("canonical URLs of %s are https, lead back to it and end without a slash", (id, platform) => {
  for (const [url] of platform.examples) {
    const found = resolve(url, "https://www.acme.example/");
    if (found === null) continue;
    expect(found.url).toMatch(/^https:\/\/.*[^/]$/);
    expect(resolve(found.url, "https://other.example/")).toEqual(found);
    expect(found.platform).toBe(id);
  }
});

test("every platform and every observer has its dated facts", () => {
  expect(Object.keys(policy.platforms).sort()).toEqual(byId.map(([id]) => id).sort());
  for (const platform of platforms) {
    for (const { name, access } of platform.observers) {
      expect(policy.observers[name]).toMatchObject({ platform: platform.id, access });
    }
  }
});

test("exactly the platforms that closed down have a day on which they did", () => {
  const closed = platforms.filter(({ group }) => group === "closed_down").map(({ id }) => id);
  const dated = Object.keys(policy.platforms).filter((id) => policy.platforms[id]?.closedOn !== null);
  expect(closed.sort()).toEqual(dated.sort());
});

test("a Mastodon account is read from any host when the page says so", () => {
  const url = new URL(mastodon.canonical("acme@social.example"));
  expect(mastodon.parse(url, { rel: "me" })).toMatchObject({ account: "acme@social.example" });
});
