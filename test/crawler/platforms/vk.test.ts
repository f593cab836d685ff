import { expect, test } from "vitest";
import { vk } from "../../../crawler/platforms/vk.ts";
import { read } from "./read.ts";

test.each([
  ["https://vkontakte.ru/public123", "public123"],
  ["https://vk.com/id5", "id5"],
  ["https://vk.com/4science", "4science"],
  ["https://vk.com/123", "!grammar"],
  ["https://vk.com/audios12", "!post"],
])("%s is read as %s", (url, expected) => {
  expect(read(vk, url)).toBe(expected);
});

test.each("wall-1_2 video-1_2 photo1_2 topic-1_2 feed search away.php login".split(" "))(
  "vk.com/%s is no account",
  (word) => {
    expect(read(vk, `https://vk.com/${word}`)).toMatch(/^!/);
  },
);

test("a number of a user is a person, one of a community is not", () => {
  expect(vk.parse(new URL("https://vk.com/id5")).kind).toBe("person");
  expect(vk.parse(new URL("https://vk.com/club5")).kind).toBe("account");
});
