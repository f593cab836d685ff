import { expect, test } from "vitest";
import { resolve } from "../../../crawler/platforms/resolve.ts";
import { growth, linear } from "../../cost.ts";

test.each([
  ["https://x.com/", "a", ""],
  ["https://x.com/", "/", "acme"],
  ["https://x.com/", "a/", ""],
  ["https://x.com/acme", " ", "x"],
  ["https://www.facebook.com/acme/a", "_", "%0A"],
  ["https://bsky.app/profile/", "a.", "!"],
  ["https://github.com/", "a-", "!"],
  ["https://podcasts.apple.com", "/podcast/", "!"],
  ["https://x.com/", "https://x.com/", "acme"],
  ["", "a.", "!"],
  ["", "\u200b ", "x.com/acme"],
  ["https://www.acme.example/exit?", "a=b&", ""],
  ["https://x.com/#!", "/", "acme"],
  ["https://social.example/@", "a-", "!"],
  ["https://", "https://", "x.com/acme"],
  ["https://plus.google.com/", "u/0/", "+acme"],
  ["https://", "a.", "linkedin.com/company/acme"],
])("a link of a megabyte is read in linear time: %s %s", (start, middle, end) => {
  const link = (length: number) => start + middle.repeat(length / middle.length) + end;
  const read = (href: string) => void resolve(href, "https://www.acme.example/about/", { rel: "me" });
  expect(growth(link, read, 2 ** 20)).toBeLessThan(linear);
});
