import { expect, test } from "vitest";
import { isPerson, platformGroup } from "../../../crawler/attribution/platforms.ts";

test.each([
  ["x", "social"],
  ["feed", "owned"],
  ["github", "developer"],
  ["googleplus", "closed_down"],
  ["no-such-platform", "social"],
])("%s belongs to %s", (platform, group) => {
  expect(platformGroup(platform)).toBe(group);
});

test.each([
  ["https://www.linkedin.com/in/jane-doe", true],
  ["https://www.linkedin.com/company/acme", false],
  ["https://x.com/jane", false],
  ["nonsense", false],
])("%s is a person: %s", (url, isOne) => {
  expect(isPerson(url)).toBe(isOne);
});
