import { expect, test } from "vitest";
import { dayMs } from "../../../../datasets/durations.ts";
import { trueAccounts, windowDays } from "../../../../datasets/synthetic/truth/accounts.ts";
import { directory, industry, scenario } from "../small.ts";

const accounts = trueAccounts(industry);
const now = Date.parse(scenario.now);
const on = (platform: string) => accounts.filter((account) => account.platform === platform);

test("there is one row for every account", () => {
  expect(accounts.map(({ accountId }) => accountId)).toEqual(
    industry.accounts.map(({ accountId }) => accountId),
  );
});

test("an account's rung follows from its newest post", () => {
  const limits = {
    active: [0, 30],
    slowing: [30, 90],
    quiet: [90, 180],
    dormant: [180, 365],
    abandoned: [365, 2_000],
  };
  for (const [rung, [least = 0, most = 0]] of Object.entries(limits)) {
    const found = accounts.filter(({ activity }) => activity === rung);
    expect(found.length, rung).toBeGreaterThan(0);
    for (const { lastPostAt } of found) {
      const ageDays = (now - Date.parse(lastPostAt ?? "")) / dayMs;
      expect(ageDays).toBeGreaterThanOrEqual(least);
      expect(ageDays).toBeLessThanOrEqual(most);
    }
  }
});

test("empty accounts have no newest post, and only accounts that exist are empty", () => {
  const empty = accounts.filter(({ activity }) => activity === "empty");
  expect(empty.length).toBeGreaterThan(0);
  for (const { lastPostAt, posts } of empty) expect([lastPostAt, posts]).toEqual([null, 0]);
});

test("what was posted agrees with what was to be expected, over all Poisson accounts together", () => {
  const poisson = accounts.filter(({ process }) => process !== "bursty");
  const seen = poisson.reduce((sum, { posts }) => sum + posts, 0);
  const expected = poisson.reduce((sum, { expectedPosts }) => sum + expectedPosts, 0);
  expect(Math.abs(seen - expected)).toBeLessThan(3.3 * Math.sqrt(expected));
});

test("nothing is expected of accounts that ended before the window", () => {
  for (const { process, expectedPosts, posts } of accounts) {
    if (process === "dormant" || process === "empty") expect([expectedPosts, posts]).toEqual([0, 0]);
  }
  const steady = accounts.filter(({ process }) => process === "steady");
  for (const { expectedPosts, ratePerDay } of steady)
    expect(expectedPosts).toBeCloseTo(ratePerDay * windowDays, 6);
});

test("posts in the window and the newest post agree", () => {
  for (const { posts, lastPostAt } of accounts) {
    const isRecent = lastPostAt !== null && now - Date.parse(lastPostAt) <= windowDays * dayMs;
    expect(posts > 0).toBe(isRecent);
  }
});

test("closed platforms show presence only, reviewed ones what the demo's token may not read", () => {
  const statusesOn = (platform: string) => [...new Set(on(platform).map(({ status }) => status))].sort();
  for (const platform of ["linkedin", "tiktok"]) expect(statusesOn(platform)).toEqual(["presence_only"]);
  for (const platform of ["facebook", "threads"]) expect(statusesOn(platform)).toEqual(["token_required"]);
  expect(statusesOn("x")).toEqual(["gone", "observed", "protected"]);
  expect(statusesOn("youtube")).toEqual(["gone", "observed"]);
  expect(statusesOn("instagram")).toEqual(["observed", "presence_only"]);
});

test("every way in which an observation of an open platform can end is expected somewhere", () => {
  expect(new Set(on("bluesky").map(({ status }) => status))).toEqual(
    new Set(["observed", "opted_out", "gone"]),
  );
  expect([...new Set(on("mastodon").map(({ status }) => status))]).toEqual(
    expect.arrayContaining(["observed", "blocked"]),
  );
});

test("a suspended or missing account is gone, one that moved on Mastodon goes on elsewhere", () => {
  const changed = (access: "suspended" | "missing" | "moved") =>
    trueAccounts({ ...industry, accounts: industry.accounts.map((account) => ({ ...account, access })) });
  const openHosts = new Set(
    scenario.instances.filter(({ needsLogin }) => !needsLogin).map(({ host }) => host),
  );
  const isOpen = ({ accountId }: { accountId: string }) => openHosts.has(accountId.split("@")[1] ?? "");
  const mastodon = (access: "suspended" | "missing" | "moved") => changed(access).filter(isOpen);
  for (const { activity, status } of [...mastodon("suspended"), ...mastodon("missing")]) {
    expect([activity, status]).toEqual(["gone", "gone"]);
  }
  for (const { activity, status } of mastodon("moved"))
    expect([activity === "gone", status]).toEqual([false, "moved"]);
  const bluesky = changed("moved").filter(({ platform }) => platform === "bluesky");
  for (const { activity, status } of bluesky) expect([activity, status]).toEqual(["gone", "gone"]);
});

test("feeds of readable sites can be observed, an empty one shows nothing, others are never found", () => {
  for (const { companyId, status, process } of on("feed")) {
    const isReadable = ["none", "plain_http", "robots_path", "crawl_delay", "page_fails"].includes(
      directory.company(companyId)?.mishap ?? "",
    );
    expect(status).toBe(!isReadable ? null : process === "empty" ? "partial" : "observed");
  }
});
