import { expect, test } from "vitest";
import { closedWords, isClosed, isSocial, platformName } from "../../../crawler/fixes/platform-words.ts";

test("platforms are called as people call them; one that is not known by its id", () => {
  expect(platformName("x")).toBe("X (Twitter)");
  expect(platformName("nowhere")).toBe("nowhere");
});

test("closed platforms say when, and feeds are not social", () => {
  expect([isClosed("googleplus"), isClosed("x")]).toEqual([true, false]);
  expect([closedWords("googleplus"), closedWords("x")]).toEqual([" on 2019-04-02", ""]);
  expect([isSocial("x"), isSocial("feed"), isSocial("googleplus")]).toEqual([true, false, false]);
});
