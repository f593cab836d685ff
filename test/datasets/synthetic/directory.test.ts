import { expect, test } from "vitest";
import { directoryOf, successorOf } from "../../../datasets/synthetic/directory.ts";
import { did, mastodonId } from "../../../datasets/synthetic/handles.ts";
import { directory, industry, someAccount } from "./small.ts";

test("a company is found by its id, its place, its domain, and the host with and without www", () => {
  for (const [place, company] of industry.companies.entries()) {
    expect(directory.company(company.companyId)).toBe(company);
    expect(directory.companyAt(place)).toBe(company);
    expect(directory.companyByHost(company.domain)).toBe(company);
    expect(directory.companyByHost(`www.${company.domain}`)).toBe(company);
  }
  expect(directory.count).toBe(industry.companies.length);
});

test("hosts of nobody, and hosts below a company's domain, are no company's", () => {
  const [company] = industry.companies;
  expect(directory.companyByHost("nobody.test")).toBeUndefined();
  expect(directory.companyByHost(`shop.${company?.domain}`)).toBeUndefined();
  expect(directory.companyAt(industry.companies.length)).toBeUndefined();
});

test("a company's accounts are its own and complete", () => {
  const all = industry.companies.flatMap(({ companyId }) => directory.accountsOf(companyId));
  expect(all).toEqual(industry.accounts);
  expect(directory.accountsOf("nobody")).toEqual([]);
});

test("accounts are found by the ids that platforms give them", () => {
  const bluesky = someAccount(({ platform }) => platform === "bluesky");
  const mastodon = someAccount(({ platform }) => platform === "mastodon");
  expect(directory.account(bluesky.accountId)).toBe(bluesky);
  expect(directory.accountByDid(did(bluesky.account))).toBe(bluesky);
  expect(directory.accountByMastodonId(mastodonId(mastodon.account, mastodon.createdAt))).toBe(mastodon);
  expect(directory.accountByDid("did:plc:nobody")).toBeUndefined();
  expect(directory.accountByMastodonId("1")).toBeUndefined();
});

test("the industry's now is an instant", () => {
  expect(new Date(directory.now).toISOString()).toBe("2026-09-30T12:00:00.000Z");
});

test("an account that moved is found under its old name and under its new one", () => {
  const moved = { ...someAccount(({ platform }) => platform === "mastodon"), access: "moved" as const };
  const successor = successorOf(moved);
  const [user, host] = moved.account.split("@");
  const accounts = industry.accounts.map((account) =>
    account.accountId === moved.accountId ? moved : account,
  );
  const changed = directoryOf({ ...industry, accounts });
  expect(successor).toMatchObject({ account: `${user}_new@${host}`, access: "open" });
  expect(changed.account(moved.accountId)).toBe(moved);
  expect(changed.account(`mastodon:${user}_new@${host}`)).toEqual(successor);
  expect(changed.accountByMastodonId(mastodonId(successor.account, moved.createdAt))).toEqual(successor);
});
