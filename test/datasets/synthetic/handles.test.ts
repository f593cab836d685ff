import { expect, test } from "vitest";
import {
  did,
  handles,
  mastodonId,
  sisterHandle,
  sisterPlatforms,
} from "../../../datasets/synthetic/handles.ts";
import { randomFrom } from "../../../datasets/synthetic/random.ts";
import { platformIds } from "../../../datasets/synthetic/scenario.ts";
import { industry, someCompany } from "./small.ts";

const acme = {
  ...someCompany(() => true),
  brand: "Quilirantis",
  name: "Quilirantis Trials",
  domain: "q.test",
  host: "www.q.test",
};

/** What the platforms allow as an account, in the form of the audit's keys. */
const grammars: Readonly<Record<(typeof platformIds)[number], RegExp>> = {
  linkedin: /^company\/[a-z0-9-]+$/,
  x: /^[a-z0-9_]{1,15}$/,
  facebook: /^[a-z0-9.]{5,50}$/,
  instagram: /^[a-z0-9._]{1,30}$/,
  youtube: /^(@[a-z0-9]{3,30}|channel\/UC[\w-]{22})$/,
  tiktok: /^[a-z0-9.]{2,24}$/,
  threads: /^[a-z0-9._]{1,30}$/,
  bluesky: /^([a-z0-9-]+\.)+[a-z]+$/,
  mastodon: /^[a-z0-9_]{1,30}@[a-z0-9.-]+$/,
  feed: /^[a-z0-9.-]+\.test\/[a-z./]+$/,
};

test.each(platformIds)("accounts on %s keep to the platform's grammar", (platform) => {
  const accounts = industry.accounts.filter((account) => account.platform === platform);
  expect(accounts.length).toBeGreaterThan(0);
  for (const { account } of accounts) expect(account).toMatch(grammars[platform]);
});

test.each(platformIds)("every account on %s has an https address that names it", (platform) => {
  const { account, url } = handles[platform](acme, randomFrom("seed"), "social.test");
  expect(url).toMatch(/^https:\/\//);
  expect(url).toContain(platform === "mastodon" ? "social.test/@quilirantis" : account);
});

test("a handle too long for X is cut and still its own", () => {
  const long = (brand: string) => sisterHandle("x", "careers", { ...acme, brand }).account;
  expect(long("Quilirantis")).toMatch(/^quil[a-z0-9]{4}careers$/);
  expect(long("Quilirantis")).not.toBe(long("Quilirantix"));
  expect(long("Abribexa")).toBe("abribexacareers");
});

test("an account for another country is not for the company's own", () => {
  for (const platform of sisterPlatforms) {
    expect(sisterHandle(platform, "regional", { ...acme, country: "US" }).account).toMatch(/uk$/);
    expect(sisterHandle(platform, "regional", { ...acme, country: "DE" }).account).toMatch(/us$/);
  }
});

test("immutable ids have the form of their platform and stay the same", () => {
  expect(did("acme.test")).toMatch(/^did:plc:[a-z2-7]{24}$/);
  expect(did("acme.test")).toBe(did("acme.test"));
  expect(did("acme.test")).not.toBe(did("other.test"));
  expect(mastodonId("acme@social.test", Date.parse("2024-01-01T00:00:00Z"))).toMatch(/^1116\d{14}$/);
});
