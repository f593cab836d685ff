import { expect, test } from "vitest";
import { withAliases } from "../../crawler/aliases.ts";
import type { Account } from "../../datasets/schema.ts";

const account = (platform: string, name: string, platformId: string | null = null): Account => ({
  accountId: `${platform}:${name}`,
  platform,
  group: "social",
  account: name,
  url: `https://${platform}.example/${name}`,
  platformId,
  aliases: [],
});
const aliasesOf = (accounts: readonly Account[], learned: Record<string, string> = {}) =>
  withAliases(accounts, new Map(Object.entries(learned))).map(({ aliases }) => aliases);

test("a channel by id and one by handle are one when an answer says so, and only then", () => {
  const accounts = [account("youtube", "@acme"), account("youtube", "channel/UC1", "UC1")];
  expect(aliasesOf(accounts, { "youtube:@acme": "UC1" })).toEqual([
    ["youtube:channel/UC1"],
    ["youtube:@acme"],
  ]);
  expect(aliasesOf(accounts)).toEqual([[], []]);
});

test("an id that was learnt is kept, and one in the address stands", () => {
  const accounts = [account("youtube", "@acme"), account("youtube", "channel/UC2", "UC2")];
  const learned = new Map([
    ["youtube:@acme", "UC1"],
    ["youtube:channel/UC2", "UC9"],
  ]);
  expect(withAliases(accounts, learned).map(({ platformId }) => platformId)).toEqual(["UC1", "UC2"]);
});

test("Facebook reads names without their dots; nobody else does", () => {
  expect(aliasesOf([account("facebook", "acme.pharma"), account("facebook", "acmepharma")])).toEqual([
    ["facebook:acmepharma"],
    ["facebook:acme.pharma"],
  ]);
  expect(aliasesOf([account("instagram", "acme.pharma"), account("instagram", "acmepharma")])).toEqual([
    [],
    [],
  ]);
});

test("the same id on two platforms joins nothing, and three of one id are each other's", () => {
  expect(aliasesOf([account("x", "a", "1"), account("mastodon", "a", "1")])).toEqual([[], []]);
  const three = ["a", "b", "c"].map((name) => account("x", name, "1"));
  expect(aliasesOf(three)).toEqual([
    ["x:b", "x:c"],
    ["x:a", "x:c"],
    ["x:a", "x:b"],
  ]);
});
