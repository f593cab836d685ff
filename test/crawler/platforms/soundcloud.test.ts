import { expect, test } from "vitest";
import { soundcloud } from "../../../crawler/platforms/soundcloud.ts";
import { read } from "./read.ts";

test.each([
  ["https://www.soundcloud.com/Acme/tracks", "acme"],
  ["https://www.soundcloud.com/Acme/albums", "acme"],
  ["https://www.soundcloud.com/Acme/sets", "acme"],
  ["https://www.soundcloud.com/Acme/reposts", "acme"],
  ["https://www.soundcloud.com/Acme/likes", "acme"],
  ["https://www.soundcloud.com/Acme/popular-tracks", "acme"],
  ["https://soundcloud.com/acme/sets/a", "!post"],
])("%s is read as %s", (url, expected) => {
  expect(read(soundcloud, url)).toBe(expected);
});

test.each(
  "discover search upload you pages stream charts stations terms-of-use login settings imprint".split(" "),
)("soundcloud.com/%s is no account", (word) => {
  expect(read(soundcloud, `https://soundcloud.com/${word}`)).toMatch(/^!/);
});
