import { expect, test } from "vitest";
import { answerClosed, isClosedPlatform } from "../../../../datasets/synthetic/platforms/closed.ts";

test.each([
  ["linkedin.com", true],
  ["de.linkedin.com", true],
  ["x.com", true],
  ["www.x.com", true],
  ["netflix.com", false],
  ["notlinkedin.com", false],
  ["linkedin.com.evil.test", false],
  ["bsky.app", false],
  ["mastodon.social", false],
])("%s forbids all robots: %s", (host, isClosed) => {
  expect(isClosedPlatform(host)).toBe(isClosed);
});

test("robots are told to stay away, and turned away when they come all the same", () => {
  expect(answerClosed("/robots.txt")).toMatchObject({ status: 200, body: "User-agent: *\nDisallow: /\n" });
  expect(answerClosed("/company/acme").status).toBe(403);
});
