import { expect, test } from "vitest";
import { telegram } from "../../../crawler/platforms/telegram.ts";
import { read } from "./read.ts";

test.each([
  ["https://telegram.dog/acme_news", "acme_news"],
  ["https://t.me/s/acme_news?before=1", "acme_news"],
  ["https://acme_news.t.me/", "acme_news"],
  ["https://t.me/@acme_news", "acme_news"],
  ["https://web.telegram.org/#/im?p=@acme_news", "acme_news"],
  ["https://web.telegram.org/k/#@acme_news", "acme_news"],
  ["https://t.me/acme_news/12?single", "!post"],
  ["https://t.me/abc", "!grammar"],
  ["https://web.telegram.org/", "!service_host"],
  ["https://t.me/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "!grammar"],
])("%s is read as %s", (url, expected) => {
  expect(read(telegram, url)).toBe(expected);
});

test.each(
  "c joinchat share addstickers addemoji addlist proxy socks iv login setlanguage bg addtheme invoice boost m a contact".split(
    " ",
  ),
)("t.me/%s/abcdef is no account", (word) => {
  expect(read(telegram, `https://t.me/${word}/abcdef`)).toMatch(/^!/);
});
