import { expect, test } from "vitest";
import { facebook } from "../../../crawler/platforms/facebook.ts";
import { read } from "./read.ts";

test.each([
  ["https://www.facebook.com/acme.inc.", "acme.inc"],
  ["https://www.facebook.com/acme.inc;", "acme.inc"],
  ["http://www.facebook.com/plugins/likebox.php?id=123456789012&width=292", "id/123456789012"],
  ["https://www.facebook.com/plugins/fan.php?id=123456789012", "id/123456789012"],
  ["https://facebook.com/Acme/", "acme"],
  ["https://m.facebook.com/Acme/", "acme"],
  ["https://mbasic.facebook.com/Acme/", "acme"],
  ["https://touch.facebook.com/Acme/", "acme"],
  ["https://web.facebook.com/Acme/", "acme"],
  ["https://business.facebook.com/Acme/", "acme"],
  ["https://mobile.facebook.com/Acme/", "acme"],
  ["https://es-la.facebook.com/Acme/", "acme"],
  ["https://zh-cn.facebook.com/Acme/", "acme"],
  ["https://www.fb.com/acme", "acme"],
  ["https://m.me/acme", "acme"],
  ["http://www.facebook.com/#!/acme", "acme"],
  ["http://www.facebook.com/home.php#!/acme?ref=ts", "acme"],
  ["https://www.facebook.com/pg/acme", "acme"],
  ["https://www.facebook.com/acme/photos_stream", "acme"],
  ["https://www.facebook.com/acme/app_12345", "acme"],
  ["https://www.facebook.com/acme?sk=wall&fref=ts", "acme"],
  ["https://www.facebook.com/p/Acme-Pharma-104567890123456/", "id/104567890123456"],
  ["https://www.facebook.com/pages/Berlin-Germany/Acme/104567890123456?ref=ts", "id/104567890123456"],
  ["https://www.facebook.com/profile.php?id=104567890123456&sk=about", "id/104567890123456"],
  ["https://m.facebook.com/profile.php?v=info&id=104567890123456", "id/104567890123456"],
  ["https://www.facebook.com/people/_/104567890123456/", "id/104567890123456"],
  ["https://www.facebook.com/#!/pages/Acme/104567890123456", "id/104567890123456"],
  ["https://www.facebook.com/pages/Acme/104567890123456?sk=info", "id/104567890123456"],
  ["https://m.me/104567890123456", "id/104567890123456"],
  ["https://www.facebook.com/Acme-Pharma-104567890123456/about/", "id/104567890123456"],
  ["https://www.facebook.com/pages/Acme", "!empty"],
  ["https://www.facebook.com/pages/create", "!empty"],
  ["https://www.facebook.com/acme/posts/123", "!post"],
  ["https://www.facebook.com/acme/photos/a.1/2", "!post"],
  ["https://www.facebook.com/media/set/?set=a.1", "!post"],
  ["https://www.facebook.com/groups/123/", "!group"],
  ["https://www.facebook.com/acme_inc", "!grammar"],
  ["https://www.facebook.com/acme-inc", "!grammar"],
  ["https://research.facebook.com/acme", "!service_host"],
  ["https://www.facebook.com/2008/fbml", "!post"],
  ["https://www.facebook.com/profile.php?id=abc", "!grammar"],
  ["https://fb.me/acmepharma", "!needs_resolve"],
])("%s is read as %s", (url, expected) => {
  expect(read(facebook, url)).toBe(expected);
});

test.each(
  "sharer sharer.php share share.php dialog plugins tr groups events hashtag login login.php home.php help policies privacy legal settings marketplace watch gaming ads business messages notes media photo photo.php permalink.php story.php stories reel reels l.php search live games jobs recover reg ajax common images rsrc.php weather fundraisers offers".split(
    " ",
  ),
)("www.facebook.com/%s is no account", (word) => {
  expect(read(facebook, `https://www.facebook.com/${word}`)).toMatch(/^!/);
});

test("a group or a short link is an account only where the link calls itself Facebook", () => {
  const called = { label: "Acme on Facebook" };
  expect(read(facebook, "https://www.facebook.com/groups/AcmeUsers/", called)).toBe("groups/acmeusers");
  expect(read(facebook, "https://fb.me/AcmePharma", called)).toBe("acmepharma");
  expect(read(facebook, "https://fb.me/1xQnGXyz5", called)).toBe("!needs_resolve");
  expect(read(facebook, "https://fb.me/AcmePharma", { label: "Register now" })).toBe("!needs_resolve");
});
