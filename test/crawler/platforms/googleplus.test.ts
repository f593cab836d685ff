import { expect, test } from "vitest";
import { googleplus } from "../../../crawler/platforms/googleplus.ts";
import { read } from "./read.ts";

test.each([
  ["https://plus.google.com/u/0/104629412415657030658/posts", "104629412415657030658"],
  [
    "https://plus.google.com/u/0/b/104629412415657030658/104629412415657030658/about",
    "104629412415657030658",
  ],
  ["https://plus.google.com/b/104629412415657030658/", "104629412415657030658"],
  ["https://plus.google.com/%2BAcme/posts", "+acme"],
  ["https://plus.google.com/104629412415657030658/posts/AbC", "!post"],
  ["https://plus.google.com/communities/1", "!reserved"],
  ["https://plus.google.com/12345", "!grammar"],
  ["https://plus.google.com/+Forschung%C3%A4", "+forschungä"],
])("%s is read as %s", (url, expected) => {
  expect(read(googleplus, url)).toBe(expected);
});
