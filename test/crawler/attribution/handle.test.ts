import { expect, test } from "vitest";
import { handleOf } from "../../../crawler/attribution/handle.ts";

test.each([
  ["x", "acme", "", "acme"],
  ["linkedin", "company/acme-pharma", "", "acme-pharma"],
  ["linkedin", "company/4711", "", null],
  ["youtube", "@acme", "", "acme"],
  ["youtube", "user/acme", "", "acme"],
  ["youtube", "channel/UCabcdefghijklmnopqrstuv", "", null],
  ["mastodon", "acme@social.example", "", "acme"],
  ["bluesky", "acme.bsky.social", "", "acme"],
  ["bluesky", "acme.com", "", "acme.com"],
  ["googleplus", "+acme", "", "acme"],
  ["googleplus", "103456643590339257853", "", null],
  ["vimeo", "user5992023", "", null],
  ["facebook", "id/100", "https://www.facebook.com/pages/Acme-Pharma/100", "Acme-Pharma"],
  ["facebook", "id/100", "https://www.facebook.com/pages/City-ST/Acme/100?ref=ts", "Acme"],
  ["facebook", "id/10012345678", "https://www.facebook.com/Acme-Pharma-10012345678/", "Acme-Pharma"],
  ["facebook", "id/100", "https://www.facebook.com/profile.php?id=100", null],
  ["facebook", "id/100", "https://www.facebook.com/pages/4711/100", null],
])("%s:%s has the handle %s%s", (platform, account, href, handle) => {
  expect(handleOf(platform, account, href)).toBe(handle);
});
