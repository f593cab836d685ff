import { expect, test } from "vitest";
import { accountReader } from "../../../crawler/import/accounts.ts";
import { findColumns } from "../../../crawler/import/columns.ts";
import { openRow } from "../../../crawler/import/row.ts";

const headers = ["handle", "platform", "user_id"];
const columns = findColumns(headers, "my.csv", {});

function read(handle: string, platform = "", fallback: string | null = null) {
  const row = openRow({ row: 2, cells: { handle, ...(platform ? { platform } : {}) } }, columns, "my.csv");
  return { account: accountReader(fallback)(row)?.accountId ?? null, faults: row.faults };
}

test.each([
  ["@IQVIA_global", "x", "x:iqvia_global"],
  ["https://www.linkedin.com/company/Lonza/about/", "", "linkedin:company/lonza"],
  ["www.linkedin.com/company/lonza", "LinkedIn", "linkedin:company/lonza"],
  ["company/lonza", "linkedin", "linkedin:company/lonza"],
  ["@lonza", "youtube", "youtube:@lonza"],
  ["lonza@fediscience.org", "mastodon", "mastodon:lonza@fediscience.org"],
  ["https://social.lonza.example/@news", "mastodon", "mastodon:news@social.lonza.example"],
  ["nature.com", "bluesky", "bluesky:nature.com"],
  ["https://lonza.example/feed", "feed", "feed:lonza.example/feed"],
])("%s on %s is %s", (written, platform, account) => {
  expect(read(written, platform)).toEqual({ account, faults: [] });
});

test("the platform may come from the header", () => {
  expect(read("lonza", "", "x").account).toBe("x:lonza");
});

test.each([
  ["lonza", "", /names no platform/],
  ["lonza", "friendster", /"friendster" is not known/],
  ["https://www.linkedin.com/in/somebody", "linkedin", /is a person's profile/],
  ["in/somebody", "linkedin", /is a person's profile/],
  ["https://x.com/lonza", "linkedin", /is an account on X \(Twitter\), not on LinkedIn/],
  ["https://x.com/intent/tweet?text=a", "x", /is no account's URL/],
  ["two words", "x", /is no account on X \(Twitter\)/],
])("%s on %s is a fault", (written, platform, message) => {
  const { account, faults } = read(written, platform);
  expect(account).toBeNull();
  expect(faults).toHaveLength(1);
  expect(faults[0]).toMatch(message);
});
