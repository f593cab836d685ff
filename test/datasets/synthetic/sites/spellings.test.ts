import { expect, test } from "vitest";
import { randomFrom } from "../../../../datasets/synthetic/random.ts";
import { platformIds } from "../../../../datasets/synthetic/scenario.ts";
import { platformLabels, spell } from "../../../../datasets/synthetic/sites/spellings.ts";
import { industry, someAccount } from "../small.ts";

const spelled = (platform: (typeof platformIds)[number]) => {
  const account = someAccount((each) => each.platform === platform);
  const random = randomFrom(`spellings ${platform}`);
  return { account, urls: new Set(Array.from({ length: 100 }, () => spell(account, random))) };
};

test.each(platformIds)("every spelling of an account on %s is a URL that names the account", (platform) => {
  const { account, urls } = spelled(platform);
  const name = account.account.split("@").find((part) => part !== "") ?? "";
  for (const url of urls) {
    expect(URL.canParse(url, "https://www.acme.test/"), url).toBe(true);
    expect(url).toContain(platform === "feed" ? account.url : name);
  }
});

test("web masters do not agree: X, Facebook and LinkedIn are written in many ways", () => {
  expect(spelled("x").urls.size).toBe(6);
  expect(spelled("facebook").urls.size).toBe(5);
  expect(spelled("linkedin").urls.size).toBe(5);
});

test("old and new hosts, regions, tracking, fragments and missing schemes occur", () => {
  const urls = [...spelled("x").urls, ...spelled("linkedin").urls, ...spelled("threads").urls].join("\n");
  for (const trait of [
    "//twitter.com/#!/",
    "//x.com/",
    "//de.linkedin.com/",
    "trk=",
    "threads.net",
    "http://",
  ]) {
    expect(urls).toContain(trait);
  }
  expect(urls).toMatch(/^\/\/www\.linkedin\.com/m);
});

test("the same draw gives the same spelling", () => {
  const [account] = industry.accounts;
  if (!account) throw new Error("no account");
  expect(spell(account, randomFrom("a"))).toBe(spell(account, randomFrom("a")));
});

test("every platform has a label", () => {
  expect(Object.keys(platformLabels).sort()).toEqual([...platformIds].sort());
});
