import { expect, test } from "vitest";
import { overduePolicies, policy } from "../../../crawler/platforms/policy.ts";

test("YouTube's figures are never joined with those of other platforms", () => {
  const alone = Object.keys(policy.platforms).filter((id) => policy.platforms[id]?.combine === false);
  expect(alone).toEqual(["youtube"]);
  expect(policy.observers["youtube_data_api"]?.combine).toBe(false);
});

test("what is read without being asked for is open to everyone", () => {
  const unasked = Object.values({ ...policy.platforms, ...policy.observers }).filter(
    ({ onByDefault }) => onByDefault,
  );
  expect(unasked.length).toBeGreaterThan(0);
  expect(unasked.every(({ access }) => access === "public")).toBe(true);
});

test("platforms that forbid it are never read unasked", () => {
  for (const id of ["linkedin", "x", "facebook", "instagram", "reddit", "telegram", "tiktok"]) {
    expect(policy.platforms[id]?.onByDefault).toBe(false);
  }
});

test("only observers with a token cost money, and each has a platform", () => {
  for (const { platform, access, price } of Object.values(policy.observers)) {
    expect(policy.platforms[platform]).toBeDefined();
    if (access === "public") expect(price).toEqual([]);
  }
});

test("a lane's delay keeps the published limit when requests come one after the other", () => {
  for (const { rateLimit, laneDelayMs } of Object.values(policy.observers)) {
    const least = rateLimit === null ? 0 : (rateLimit.seconds * 1_000) / rateLimit.requests;
    expect(laneDelayMs).toBeGreaterThanOrEqual(least);
  }
});

test("facts are overdue on the day after their review, not before", () => {
  const { checkedOn, reviewBy } = policy.platforms["x"] ?? { checkedOn: "", reviewBy: "" };
  const isOverdue = (day: string) => overduePolicies(`${day}T23:59:59.000Z`).includes("platform x");
  expect(isOverdue(checkedOn)).toBe(false);
  expect(isOverdue(reviewBy)).toBe(false);
  expect(overduePolicies("2999-01-01T00:00:00.000Z")).toContain("observer x_lookup");
  expect(isOverdue("2999-01-01")).toBe(true);
});
