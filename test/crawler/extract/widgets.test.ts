import { expect, test } from "vitest";
import { type Element, walkTags } from "../../../crawler/extract/tags.ts";
import { widgetAddress } from "../../../crawler/extract/widgets.ts";

function addressIn(html: string): string | null {
  const elements: Element[] = [];
  walkTags(html, { open: (element) => elements.push(element), close: () => {}, text: () => {} });
  return elements[0] === undefined ? null : widgetAddress(elements[0]);
}

test.each([
  ['<div class="fb-page" data-href="https://www.facebook.com/acme"></div>', "https://www.facebook.com/acme"],
  ['<fb:like-box href="https://www.facebook.com/acme"></fb:like-box>', "https://www.facebook.com/acme"],
  ['<a class="twitter-timeline" href="https://twitter.com/acme">Tweets</a>', "https://twitter.com/acme"],
  ['<a class="twitter-follow-button" data-screen-name="@acme">Follow</a>', "https://x.com/acme"],
  ['<div class="g-page" data-href="https://plus.google.com/+acme"></div>', "https://plus.google.com/+acme"],
  ['<div class="g-ytsubscribe" data-channelid="UCabc"></div>', "https://www.youtube.com/channel/UCabc"],
  ['<div class="g-ytsubscribe" data-channel="acme"></div>', "https://www.youtube.com/user/acme"],
  [
    '<blockquote class="tiktok-embed" data-unique-id="acme" data-embed-type="creator">',
    "https://www.tiktok.com/@acme",
  ],
  [
    '<blockquote class="instagram-media" data-instgrm-permalink="https://www.instagram.com/acme/">',
    "https://www.instagram.com/acme/",
  ],
  ['<script type="IN/FollowCompany" data-id="4711"></script>', "https://www.linkedin.com/company/4711"],
  [
    '<div data-type="xing/follow" data-url="https://www.xing.com/companies/acme"></div>',
    "https://www.xing.com/companies/acme",
  ],
  ['<a class="addthis_button_facebook_follow" addthis:userid="acme"></a>', "https://www.facebook.com/acme"],
  [
    '<a class="addthis_button_linkedin_follow" addthis:userid="acme" addthis:usertype="company"></a>',
    "https://www.linkedin.com/company/acme",
  ],
  ['<bsky-embed username="acme.example"></bsky-embed>', "https://bsky.app/profile/acme.example"],
])("%s names %s", (html, address) => {
  expect(addressIn(html)).toBe(address);
});

test.each([
  '<div class="fb-like" data-href="https://www.facebook.com/acme"></div>',
  '<div class="fb-share-button" data-href="https://acme.example/"></div>',
  '<a class="twitter-share-button" href="https://twitter.com/share">Tweet</a>',
  '<blockquote class="tiktok-embed" data-unique-id="acme" data-video-id="7">',
  '<script type="IN/Share" data-url="https://acme.example/"></script>',
  '<div class="g-plusone"></div>',
  '<a class="addthis_button_rss_follow" addthis:userid="https://acme.example/feed"></a>',
  '<a class="addthis_button_facebook_follow"></a>',
  "<bsky-embed></bsky-embed>",
  '<div class="card" data-href="https://www.facebook.com/acme"></div>',
])("%s names nobody", (html) => {
  expect(addressIn(html)).toBeNull();
});
