import { expect, test } from "vitest";
import { dayMs } from "../../../datasets/durations.ts";
import type { SyntheticAccount } from "../../../datasets/synthetic/industry.ts";
import { expectedPosts, isPoisson, postsOf } from "../../../datasets/synthetic/posts.ts";
import { someAccount } from "./small.ts";

const now = Date.parse("2026-09-30T12:00:00Z");
const account = (name: string, changes: Partial<SyntheticAccount>): SyntheticAccount => ({
  ...someAccount(() => true),
  ...{ platform: "x", accountId: `x:${name}`, bornAs: name },
  process: "steady",
  ratePerDay: 1,
  createdAt: now - 700 * dayMs,
  ...{ endsAt: now, until: now, change: null },
  ...changes,
});
const weeklyCounts = (posts: readonly { at: number }[]) => {
  const counts = Array.from({ length: 100 }, () => 0);
  for (const { at } of posts) {
    const week = Math.floor((at - (now - 700 * dayMs)) / (7 * dayMs));
    counts[week] = (counts[week] ?? 0) + 1;
  }
  return counts;
};
const dispersion = (counts: readonly number[]) => {
  const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  return counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / (counts.length - 1) / mean;
};

test("an account's posts are always the same, and another seed gives others", () => {
  const one = account("same", {});
  expect(postsOf(one, 1)).toEqual(postsOf(one, 1));
  expect(postsOf(one, 1)).not.toEqual(postsOf(one, 2));
});

test("posts come newest first, at whole seconds, no two at once", () => {
  const instants = postsOf(account("busy", { ratePerDay: 20 }), 1).map(({ at }) => at);
  expect(instants.every((at) => at % 1_000 === 0)).toBe(true);
  expect(instants.every((at, place) => place === 0 || at < (instants[place - 1] ?? 0))).toBe(true);
});

test("nothing is posted before the account's creation or after its end", () => {
  const one = account("bounded", { createdAt: now - 500 * dayMs, endsAt: now - 400 * dayMs, ratePerDay: 5 });
  for (const { at } of postsOf(one, 1)) {
    expect(at).toBeGreaterThanOrEqual(one.createdAt);
    expect(at).toBeLessThanOrEqual(one.endsAt);
  }
});

test("bursty accounts too keep within their life", () => {
  const one = account("bursty end", {
    process: "bursty",
    createdAt: now - 30 * dayMs - 5_000,
    ratePerDay: 5,
  });
  const instants = postsOf(one, 1).map(({ at }) => at);
  expect(Math.max(...instants)).toBeLessThanOrEqual(one.endsAt);
  expect(Math.min(...instants)).toBeGreaterThanOrEqual(one.createdAt);
});

test("an empty account has no post", () => {
  expect(postsOf(account("empty", { process: "empty", ratePerDay: 0 }), 1)).toEqual([]);
});

test("over 200 steady accounts the number of posts is Poisson: mean and variance agree with rate times time", () => {
  const counts = Array.from(
    { length: 200 },
    (_, at) => postsOf(account(`poisson ${at}`, { ratePerDay: 0.1 }), 1).length,
  );
  const mean = counts.reduce((sum, count) => sum + count, 0) / 200;
  const variance = counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / 199;
  expect(Math.abs(mean - 70)).toBeLessThan(3 * Math.sqrt(70 / 200));
  // 99.8 % interval of chi-square with 199 degrees of freedom, divided by 199.
  expect(variance / 70).toBeGreaterThan(0.72);
  expect(variance / 70).toBeLessThan(1.34);
});

test("weekly counts of steady accounts are not overdispersed, those of bursty ones are", () => {
  const steady = dispersion(weeklyCounts(postsOf(account("steady weeks", {}), 1)));
  const bursty = dispersion(weeklyCounts(postsOf(account("bursty weeks", { process: "bursty" }), 1)));
  expect(steady).toBeLessThan(1.5);
  // A gamma factor of variance 1 on a mean of 7 a week gives a dispersion of 8.
  expect(bursty).toBeGreaterThan(4);
});

test("bursty accounts keep their mean rate", () => {
  const counts = Array.from(
    { length: 100 },
    (_, at) => postsOf(account(`mean ${at}`, { process: "bursty" }), 1).length,
  );
  const mean = counts.reduce((sum, count) => sum + count, 0) / 100;
  expect(Math.abs(mean / 700 - 1)).toBeLessThan(0.04);
});

test("all kinds of posts occur in about their shares", () => {
  const posts = postsOf(account("kinds", { ratePerDay: 10 }), 1);
  const share = (kind: string) => posts.filter((post) => post.kind === kind).length / posts.length;
  expect(share("original")).toBeCloseTo(0.6, 1);
  expect(share("reply")).toBeCloseTo(0.12, 1);
  expect(share("self_reply")).toBeCloseTo(0.05, 1);
  expect(share("repost")).toBeCloseTo(0.15, 1);
  expect(share("quote")).toBeCloseTo(0.08, 1);
});

test("who looks earlier sees the same posts, without those to come", () => {
  for (const process of ["steady", "bursty", "campaigns", "office_hours"] as const) {
    const one = account(`time ${process}`, { process });
    const half = now - 200 * dayMs;
    const earlier = postsOf({ ...one, until: half }, 1);
    expect(earlier.length).toBeGreaterThan(100);
    expect(earlier).toEqual(postsOf(one, 1).filter(({ at }) => at <= half));
  }
});

test("an account that is renamed keeps its posts", () => {
  const one = account("before", {});
  expect(postsOf({ ...one, account: "after", accountId: "x:after" }, 1)).toEqual(postsOf(one, 1));
});

test("an event changes the rate from its instant on", () => {
  const at = now - 100 * dayMs;
  const posts = postsOf(account("event", { ratePerDay: 4, change: { at, before: 1 } }), 1);
  expect(posts.filter((post) => post.at < at).length / 600).toBeCloseTo(1, 0);
  expect(posts.filter((post) => post.at >= at).length / 100).toBeCloseTo(4, 0);
});

test("campaigns bring many posts in ten days out of sixty, and the mean rate over all", () => {
  const one = account("campaign", { process: "campaigns", ratePerDay: 2, createdAt: now - 600 * dayMs });
  const posts = postsOf(one, 1);
  const during = posts.filter(({ at }) => ((at - one.createdAt) / dayMs) % 60 < 10);
  expect(during.length / 100).toBeCloseTo(6, 0);
  expect(posts.length / 600).toBeCloseTo(2, 0);
  expect(dispersion(weeklyCounts(posts))).toBeGreaterThan(2);
});

test("office hours are from Monday to Friday, 8 to 18 o'clock, and the mean rate stays", () => {
  const posts = postsOf(account("office", { process: "office_hours", ratePerDay: 3 }), 1);
  const isOffice = (at: number) => {
    const day = new Date(at);
    return day.getUTCDay() % 6 !== 0 && day.getUTCHours() >= 8 && day.getUTCHours() < 18;
  };
  expect(posts.filter(({ at }) => isOffice(at)).length / posts.length).toBeGreaterThan(0.8);
  expect(posts.length / 700).toBeCloseTo(3, 0);
});

test("what is expected of an account is its rate over the days it lived", () => {
  const [from, to] = [now - 90 * dayMs, now];
  expect(expectedPosts(account("a", {}), from, to)).toBeCloseTo(90, 9);
  expect(expectedPosts(account("b", { endsAt: now - 80 * dayMs }), from, to)).toBeCloseTo(10, 9);
  const change = { at: now - 30 * dayMs, before: 1 };
  expect(expectedPosts(account("c", { ratePerDay: 4, change }), from, to)).toBeCloseTo(180, 9);
  const campaigns = account("d", { process: "campaigns", createdAt: now - 600 * dayMs });
  expect(expectedPosts(campaigns, now - 600 * dayMs, now)).toBeCloseTo(600, 6);
});

test("posts are of the kinds, and with the links, that the scenario says", () => {
  const kinds = { original: 1, reply: 0, self_reply: 0, repost: 0, quote: 0 };
  const posts = postsOf(account("plain", { habits: { kinds, links: 0, media: 1 } }), 1);
  expect(new Set(posts.map(({ kind, links, media }) => `${kind} ${links} ${media}`))).toEqual(
    new Set(["original 0 1"]),
  );
});

test("only processes whose weeks differ by chance alone are called Poisson", () => {
  for (const process of ["bursty", "campaigns"] as const) expect(isPoisson(process)).toBe(false);
  for (const process of ["steady", "busy", "gone_quiet", "office_hours"] as const)
    expect(isPoisson(process)).toBe(true);
});
