import { expect, test } from "vitest";
import { youtube } from "../../../crawler/platforms/youtube.ts";
import { read } from "./read.ts";

test.each([
  ["https://www.youtube.com/@Acme.)", "@acme."],
  [
    "https://www.youtube.com/feeds/videos.xml?channel_id=UCtAh1m085QkEKYNg0j_6r8A",
    "channel/UCtAh1m085QkEKYNg0j_6r8A",
  ],
  ["https://www.youtube.com/playlist?list=UULFtAh1m085QkEKYNg0j_6r8A", "channel/UCtAh1m085QkEKYNg0j_6r8A"],
  ["https://www.youtube.com/playlist?list=UUSHtAh1m085QkEKYNg0j_6r8A", "channel/UCtAh1m085QkEKYNg0j_6r8A"],
  ["https://www.youtube.com/playlist?list=UULVtAh1m085QkEKYNg0j_6r8A", "channel/UCtAh1m085QkEKYNg0j_6r8A"],
  ["https://www.youtube.com/embed/?list=UUtAh1m085QkEKYNg0j_6r8A", "channel/UCtAh1m085QkEKYNg0j_6r8A"],
  [
    "https://www.youtube.com/embed/videoseries?list=UUtAh1m085QkEKYNg0j_6r8A",
    "channel/UCtAh1m085QkEKYNg0j_6r8A",
  ],
  ["https://www.youtube.com/profile?user=Acme", "user/acme"],
  ["https://www.youtube.com/embed?listType=user_uploads&list=Acme", "user/acme"],
  ["https://www.youtube.com/user/acme/videos?view=0&flow=grid", "user/acme"],
  ["http://www.youtube.com/user/Acme#p/u", "user/acme"],
  ["https://www.youtube.com/c/Acme/featured", "c/acme"],
  ["https://www.youtube.com/acme/videos", "c/acme"],
  ["https://youtube.de/acme", "c/acme"],
  ["https://www.youtube.com/@Acme·Inc/shorts", "@acme·inc"],
  ["https://www.youtube.com/shorts/dQw4w9WgXcQ", "!post"],
  ["https://www.youtube.com/live/dQw4w9WgXcQ", "!post"],
  ["https://youtu.be/dQw4w9WgXcQ", "!post"],
  ["https://www.youtube.com/@ab", "!grammar"],
  ["https://www.youtube.com/@acme/videos/1", "!post"],
  ["https://www.youtube.com/playlist?list=PL8mG", "!post"],
  ["https://www.youtube.com/channel/uctAh1m085QkEKYNg0j_6r8A", "!grammar"],
  ["https://www.youtube.com/favicon.ico", "!grammar"],
])("%s is read as %s", (url, expected) => {
  expect(read(youtube, url)).toBe(expected);
});

test.each(
  "channel c user playlist watch w v embed e live watch_popup clip shorts movies results search shared hashtag trending explore feed feeds browse oembed get_video_info iframe_api s source storefront oops index account t about upload signin logout redirect attribution_link subscription_center profile premium creators howyoutubeworks yt ads static post kids gaming".split(
    " ",
  ),
)("www.youtube.com/%s is no account", (word) => {
  expect(read(youtube, `https://www.youtube.com/${word}`)).toMatch(/^!/);
});
