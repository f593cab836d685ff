import { expect, test } from "vitest";
import { x } from "../../../crawler/platforms/x.ts";
import { read } from "./read.ts";

test.each([
  ["https://x.com/acme.", "acme"],
  ["https://x.com/acme).", "acme"],
  ["https://x.com/acme%E2%80%9D", "acme"],
  ["https://x.com/%20acme%20", "acme"],
  ["https://x.com/acme%22%3E", "acme"],
  ["https://x.com/acme!?", "acme"],
  ["https://x.com/ac%255Fme", "!grammar"],
  ["https://x.com/%E9t%E9", "!grammar"],
  ["https://x.com/i/user/12", "id/12"],
  ["https://twitter.com/intent/user?user_id=12", "id/12"],
  ["https://twitter.com/intent/follow?user_id=12", "id/12"],
  ["https://twitter.com/#%21/acme", "acme"],
  ["https://twitter.com/#!/@acme", "acme"],
  ["http://twitter.com/home#!/acme", "acme"],
  ["https://twitter.com/intent/user?screen_name=@Acme", "acme"],
  ["https://twitter.com/%40acme", "acme"],
  ["https://x.com/acme/with_replies", "acme"],
  ["https://x.com/acme/media", "acme"],
  ["https://x.com/acme/likes", "acme"],
  ["https://x.com/acme/highlights", "acme"],
  ["https://x.com/acme/articles", "acme"],
  ["https://x.com/acme/affiliates", "acme"],
  ["https://x.com/acme/followers", "acme"],
  ["https://x.com/acme/following", "acme"],
  ["https://x.com/acme/lists", "acme"],
  ["https://x.com/acme/photo", "acme"],
  ["https://x.com/acme/header_photo", "acme"],
  ["https://x.com/acme/communities", "acme"],
  ["https://syndication.twitter.com/srv/timeline-profile/screen-name/Acme?dnt=true", "acme"],
  ["https://x.com/i/communities/1", "!reserved"],
  ["https://x.com/i/spaces/1", "!reserved"],
  ["https://twitter.com/#!/acme/status/1", "!post"],
  ["https://x.com/acme/lists/news", "!post"],
  ["https://x.com/statuses/1", "!post"],
  ["https://x.com/i/status/1", "!reserved"],
  ["https://x.com/acme/statuses/1", "!post"],
  ["https://syndication.twitter.com/settings", "!unknown_path"],
  ["https://x.com/a-b", "!grammar"],
  ["https://x.com/1234567890123456", "!grammar"],
])("%s is read as %s", (url, expected) => {
  expect(read(x, url)).toBe(expected);
});

test.each(
  "home search hashtag i intent share login logout signup explore messages notifications settings privacy tos about jobs download compose statuses account oauth widgets start who_to_follow oct".split(
    " ",
  ),
)("x.com/%s is no account", (word) => {
  expect(read(x, `https://x.com/${word}`)).toMatch(/^!/);
});
