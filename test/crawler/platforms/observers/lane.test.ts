import { expect, test } from "vitest";
import { blueskyAppView } from "../../../../crawler/platforms/observers/bluesky.ts";
import { laneOf } from "../../../../crawler/platforms/observers/lane.ts";
import { policy } from "../../../../crawler/platforms/policy.ts";

test("an API is asked no faster than its platform allows", () => {
  const { laneDelayMs } = policy.observers["bluesky_appview"] ?? {};
  expect(laneDelayMs).toBeGreaterThan(0);
  expect(laneOf(blueskyAppView)).toEqual({ laneDelayMs });
});

test("an observer without a published limit keeps the user's delay", () => {
  expect(laneOf({ ...blueskyAppView, name: "new" })).toEqual({});
});
