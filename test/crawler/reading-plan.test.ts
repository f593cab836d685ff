import { expect, test } from "vitest";
import { billOf } from "../../crawler/bill.ts";
import { platforms } from "../../crawler/platforms/index.ts";
import { readingSteps } from "../../crawler/reading-plan.ts";
import { tokenSources, type XRung } from "../../crawler/sources.ts";
import { accountOn, now } from "./platforms/observers/fixture.ts";

const counts = { linkedin: 20, x: 150, bluesky: 9, youtube: 4_000, feed: 30 };
const stepsAt = (x: XRung) => {
  const asked = Object.entries(counts).flatMap(([platform, count]) =>
    Array.from({ length: count }, (_, at) => ({
      account: accountOn(platform, `@a${at}`, "https://example.com/"),
      seen: [],
    })),
  );
  const sources = tokenSources(["x", "youtube", "meta"], { x });
  const lines = billOf(asked, now, { lookback: 365, sources });
  return readingSteps(platforms, new Map(Object.entries(counts)), lines);
};

test("open interfaces come first, then tokens, then people; feeds are no platform of a share", () => {
  expect(stepsAt("lookup").map(({ platform, way }) => `${platform} ${way}`)).toEqual([
    "bluesky open",
    "x token",
    "youtube token",
    "linkedin by_hand",
  ]);
});

test("each step says what it takes: requests, dollars, days of quota, minutes", () => {
  const [, x, youtube, linkedin] = stepsAt("lookup");
  expect(x).toMatchObject({ token: "x", bill: { requests: [2, 2], units: [150, 150], usd: [1.5, 1.5] } });
  expect(youtube).toMatchObject({
    token: "youtube",
    bill: { usd: [0, 0], units: [4_000, 44_000] },
    quotaDays: [1, 5],
  });
  expect(linkedin).toMatchObject({ token: null, bill: null, minutes: 40, quotaDays: [0, 0] });
});

test("a dearer rung of X adds to the cheapest one", () => {
  const usd = (x: XRung) => stepsAt(x).find(({ platform }) => platform === "x")?.bill?.usd;
  expect(usd("counts")).toEqual([2.25, 2.25]);
  expect(usd("timeline")).toEqual([1.5, 151.5]);
  expect(usd("none")).toBeUndefined();
});
