import { expect, test } from "vitest";
import { blueskyAppView } from "../../../../crawler/platforms/observers/bluesky.ts";
import { laneOf } from "../../../../crawler/platforms/observers/lane.ts";
import { mediumFeed, tumblrFeed } from "../../../../crawler/platforms/observers/platform-feeds.ts";
import { telegramPreview } from "../../../../crawler/platforms/observers/telegram.ts";
import { xLookup } from "../../../../crawler/platforms/observers/x-lookup.ts";
import { policy } from "../../../../crawler/platforms/policy.ts";

test("an API is asked no faster than its platform allows", () => {
  const { laneDelayMs } = policy.observers["bluesky_appview"] ?? {};
  expect(laneDelayMs).toBeGreaterThan(0);
  expect(laneOf(blueskyAppView)).toEqual({ laneDelayMs });
});

test("what is off unless asked for is asked until the first refusal, what has a token or is open is not", () => {
  const switchedOn = [mediumFeed, telegramPreview].map((each) => laneOf(each).endsAtRefusal);
  expect(switchedOn).toEqual([true, true]);
  expect([xLookup, tumblrFeed].map((each) => laneOf(each).endsAtRefusal)).toEqual([undefined, undefined]);
});

test("an observer without a published limit keeps the user's delay", () => {
  expect(laneOf({ ...blueskyAppView, name: "new" })).toEqual({});
});
