import { expect, test } from "vitest";
import { applepodcasts } from "../../../crawler/platforms/applepodcasts.ts";
import { read } from "./read.ts";

test.each([
  ["https://podcasts.apple.com/podcast/id147", "id147"],
  ["https://podcasts.apple.com/jp/podcast/%E8%A9%A6/id147?mt=2", "id147"],
  ["https://itunes.apple.com/us/podcast/a-show/id147)", "id147"],
  ["https://podcasts.apple.com/us/channel/acme/id6442", "!unknown_path"],
  ["https://itunes.apple.com/us/app/acme/id147", "!unknown_path"],
])("%s is read as %s", (url, expected) => {
  expect(read(applepodcasts, url)).toBe(expected);
});
