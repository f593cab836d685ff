import { expect, test } from "vitest";
import { instantOfPostId } from "../../datasets/post-ids.ts";

test.each([
  ["x", "1050118621198921728", "2018-10-10T20:19:24.211Z"], // X's documentation gives this post's second
  ["linkedin", "7397513585553313792", "2025-11-21T05:57:57.952Z"],
  ["mastodon", "114739545367952761", "2025-06-24T17:35:19.896Z"], // created_at of the recorded status is 2 ms later
  ["tiktok", "7000000000000000000", "2021-08-24T14:15:05.000Z"], // 7e18 / 2^32 = 1629814505.6 s
  ["bluesky", "3lof7sovfok2h", "2025-05-05T01:30:17.914Z"], // the record itself says 01:30:17.912
])("a %s post id tells its instant", (platform, id, instant) => {
  expect(instantOfPostId(platform, id)).toBe(instant);
});

test.each([
  ["x", "20", "an X id of 2006 is a running number"],
  ["x", "29700859246", "the last running numbers of X"],
  ["mastodon", "123456", "a Mastodon id from before snowflakes"],
  ["mastodon", "01HXYZ3K4M5N6P7Q8R9S0T1V2W", "a GoToSocial id"],
  ["linkedin", "12345", "a short LinkedIn number"],
  ["bluesky", "self", "a record key that is no TID"],
  ["bluesky", "zzzzzzzzzzzzz", "a TID with the sign bit set"],
  ["youtube", "dQw4w9WgXcQ", "a platform whose ids hold no time"],
  ["toString", "1", "a platform that is none"],
  ["x", "", "an empty id"],
  ["x", "99999999999999999999", "an id of a far future"],
])("%s %s tells no instant: %s", (platform, id) => {
  expect(instantOfPostId(platform, id)).toBeNull();
});
