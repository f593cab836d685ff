import { expect, test } from "vitest";
import {
  agencies,
  authors,
  blogService,
  leaders,
  strangersAccounts,
  subjects,
  themeDefaults,
} from "../../../../datasets/synthetic/sites/strangers.ts";
import { industry } from "../small.ts";

const all = [
  ...agencies.flatMap(({ accounts }) => accounts),
  ...authors,
  ...leaders,
  ...subjects,
  ...themeDefaults,
  blogService,
  ...strangersAccounts,
];

test("strangers' accounts are nobody's own", () => {
  const own = new Set(industry.accounts.map(({ accountId }) => accountId));
  expect(all.filter(({ accountId }) => own.has(accountId))).toEqual([]);
});

test("a stranger's link names the account it stands for", () => {
  for (const { href, accountId } of all) {
    const name = accountId.slice(accountId.indexOf(":") + 1).replace("@", "");
    expect(href.toLowerCase().replace("@", "")).toContain(name);
    expect(new URL(href).protocol).toBe("https:");
  }
});

test("people and companies occur among them, on several platforms", () => {
  expect(all.some(({ accountId }) => accountId.startsWith("linkedin:in/"))).toBe(true);
  expect(all.some(({ accountId }) => accountId.startsWith("linkedin:company/"))).toBe(true);
  expect(new Set(all.map(({ accountId }) => accountId.split(":")[0])).size).toBeGreaterThanOrEqual(5);
});

test("agencies sign with their own site, which no company has", () => {
  const domains = new Set(industry.companies.map(({ domain }) => domain));
  for (const { site } of agencies) expect(domains).not.toContain(new URL(site).host.replace(/^www\./, ""));
});
