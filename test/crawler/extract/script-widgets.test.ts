import { expect, test } from "vitest";
import { calledAccounts, sourceAccounts } from "../../../crawler/extract/script-widgets.ts";
import { read } from "../site.ts";

test.each([
  ["new TWTR.Widget({ type: 'profile', rpp: 4 }).render().setUser('acme').start();", "https://x.com/acme"],
  ["twttr.widgets.createTimeline({ sourceType: 'profile', screenName: 'acme' }, box)", "https://x.com/acme"],
  ['VK.Widgets.Group("vk_groups", {mode: 3, width: "220"}, 48112233);', "https://vk.com/club48112233"],
])("the call %s shows %s", (script, address) => {
  expect(calledAccounts(script)).toEqual([address]);
});

test.each([
  "new TWTR.Widget({ type: 'search', search: 'acme' }).render().start();",
  "twttr.widgets.createTimeline({ sourceType: 'url', url: 'x' }, box)",
  'VK.Widgets.Like("vk_like");',
  "setUser('acme')",
  "",
])("the call %j shows nobody", (script) => {
  expect(calledAccounts(script)).toEqual([]);
});

test.each([
  [
    "http://twitter.com/statuses/user_timeline/acme.json?callback=twitterCallback2&count=5",
    "https://x.com/acme",
  ],
  ["https://api.twitter.com/1/statuses/user_timeline.json?count=3&screen_name=acme", "https://x.com/acme"],
  [
    "http://www.flickr.com/badge_code_v2.gne?count=9&source=user&user=12345678%40N05",
    "https://www.flickr.com/photos/12345678%40N05",
  ],
  [
    "//platform.twitter.com/widgets/follow_button.1a2b.en.html#id=x&screen_name=acme&size=m",
    "https://x.com/acme",
  ],
])("the script at %s shows %s", (src, address) => {
  expect(sourceAccounts(src)).toEqual([address]);
});

test("a script without an account shows nobody", () => {
  expect(sourceAccounts("https://platform.twitter.com/widgets.js")).toEqual([]);
});

test("what a script shows is declared as a widget", () => {
  const html = `<div id="footer"><script src="http://twitter.com/statuses/user_timeline/acme.json"></script></div>`;
  expect(read(html).declares).toMatchObject([
    { kind: "widget", region: "footer", href: "https://x.com/acme" },
  ]);
});

test("a call that never ends is read in linear time", () => {
  expect(calledAccounts(`${"TWTR.Widget ".repeat(2_000)}VK.Widgets.Group(${"1,".repeat(2_000)}`)).toEqual([]);
});
