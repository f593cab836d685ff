import { expect, test } from "vitest";
import { linksBack, profileAddress } from "../../../datasets/synthetic/profile-links.ts";
import { directory, industry, someAccount } from "./small.ts";

const open = industry.accounts.filter(({ platform }) => platform === "bluesky" || platform === "mastodon");

test("some profiles link back and some do not", () => {
  const share = open.filter((account) => linksBack(account, directory)).length / open.length;
  expect(share).toBeGreaterThan(0.5);
  expect(share).toBeLessThan(1);
});

test("a handle that is the company's own domain links back by itself", () => {
  const account = someAccount(
    ({ platform, account, companyId }) =>
      platform === "bluesky" && account === directory.company(companyId)?.domain,
  );
  expect(linksBack(account, directory)).toBe(true);
});

test("what a profile shows is the company's host exactly where it links back", () => {
  for (const account of open) {
    const host = directory.company(account.companyId)?.host;
    expect(profileAddress(account, directory) === `https://${host}/`).toBe(linksBack(account, directory));
  }
});
