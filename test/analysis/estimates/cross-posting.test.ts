import { expect, test } from "vitest";
import { comparableText, crossPostingShare } from "../../../analysis/estimates/cross-posting.ts";

test("links, handles, tags, case and width do not make two texts differ", () => {
  const one = comparableText("We are hiring in Durham today! https://acme.com/jobs #jobs @acme");
  expect(comparableText("WE ARE HIRING　in Durham today!")).toBe(one);
  expect(one).toBe("we are hiring in durham today!");
});

test("a short text says nothing", () => {
  expect(comparableText("Happy Friday! #happyfriday #weekend")).toBeNull();
});

const post = (platform: string, postedAt: string, textHash: string | null = "h") => ({
  platform,
  postedAt,
  textHash,
});

test("the same text on another platform within two days is a cross-post", () => {
  const monday = post("x", "2026-08-03T00:00:00Z");
  expect(crossPostingShare([monday, post("bluesky", "2026-08-05T00:00:00Z")])).toBe(1);
  expect(crossPostingShare([monday, post("bluesky", "2026-08-05T00:00:01Z")])).toBe(0);
  expect(crossPostingShare([monday, post("x", "2026-08-03T00:00:01Z")])).toBe(0);
});

test("posts without a comparable text are left out; without any the share is not known", () => {
  const short = post("bluesky", "2026-08-03T00:00:00Z", null);
  expect(crossPostingShare([post("x", "2026-08-03T00:00:00Z"), short])).toBe(0);
  expect(crossPostingShare([short])).toBeNull();
});
