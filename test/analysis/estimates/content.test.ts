import { expect, test } from "vitest";
import {
  againstNorm,
  engagement,
  featureShare,
  kindShares,
  thirds,
} from "../../../analysis/estimates/content.ts";

const kinds = { original: 50, reply: 20, repost: 10, quote: 5, selfReply: 15 };

test("a thread with oneself counts as original", () => {
  expect(kindShares(kinds)).toMatchObject({
    original: 0.65,
    reply: 0.2,
    replyOfAuthored: 20 / 90,
    broadcast: 0.8,
  });
});

test("hidden replies are not no replies", () => {
  expect(kindShares({ ...kinds, reply: null })).toEqual({
    original: null,
    reply: null,
    repost: null,
    quote: null,
    replyOfAuthored: null,
    broadcast: null,
    replyInterval: null,
  });
});

test("no posts have no shares, and reposts alone no authored posts", () => {
  const none = { original: 0, reply: 0, repost: 0, quote: 0, selfReply: 0 };
  expect(kindShares(none)).toMatchObject({ original: null, broadcast: null, replyInterval: null });
  expect(kindShares({ ...none, repost: 4 })).toMatchObject({ repost: 1, replyOfAuthored: null });
});

test("reactions are divided by posts, and by nothing that is zero", () => {
  const some = { posts: 10, comments: 5, shares: 0, likes: 20, followers: 100 };
  expect(engagement(some)).toEqual({
    conversationRate: 0.5,
    amplificationRate: 0,
    applauseRate: 2,
    conversationIndex: 2,
    engagementByFollower: 0.025,
  });
  expect(engagement({ ...some, comments: 0 }).conversationIndex).toBeNull();
  expect(engagement({ ...some, followers: 0 }).engagementByFollower).toBeNull();
  expect(engagement({ ...some, followers: null }).engagementByFollower).toBeNull();
  expect(engagement({ ...some, posts: 0 })).toMatchObject({ conversationRate: null, conversationIndex: 0 });
});

test("a feature's share travels with its interval", () => {
  expect(featureShare(0, 20)).toEqual({ share: 0, interval: [0, expect.closeTo(0.1611, 4)] });
  expect(featureShare(0, 0)).toBeNull();
});

test("the distance from even thirds is 0 when even and two thirds at most", () => {
  expect(thirds([7, 7, 7])).toMatchObject({ distance: expect.closeTo(0, 12), p: 1 });
  expect(thirds([0, 9, 0])?.distance).toBeCloseTo(2 / 3, 12);
  expect(thirds([0, 0, 0])).toBeNull();
});

test.each([
  [31, 100, "above"],
  [24, 100, "undecided"],
  [2, 100, "within"],
] as const)("%d of %d promotional posts are %s the norm of a fifth", (promotional, coded, verdict) => {
  expect(againstNorm(promotional, coded, 0.2)?.verdict).toBe(verdict);
});

test("without coded posts there is no verdict", () => {
  expect(againstNorm(0, 0, 0.2)).toBeNull();
});
