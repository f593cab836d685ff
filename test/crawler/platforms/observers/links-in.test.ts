import { expect, test } from "vitest";
import { linksIn } from "../../../../crawler/platforms/observers/links-in.ts";

test.each([
  ['<p><a href="https://a.example">a</a> and <a href="https://b.example" class="u-url">b</a></p>', 2],
  ['<a href="https://b.example/@b" class="u-url mention">@b</a>', 0],
  ['<a class="mention hashtag" href="https://c.example/tags/t">#t</a>', 0],
  ['<a class="hashtags" href="https://c.example/">c</a>', 1],
  ["<a>no link</a>", 0],
  ["plain words", 0],
])("%s holds %i links", (html, count) => {
  expect(linksIn(html)).toBe(count);
});
