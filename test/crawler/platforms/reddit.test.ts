import { expect, test } from "vitest";
import { reddit } from "../../../crawler/platforms/reddit.ts";
import { read } from "./read.ts";

test.each([
  ["https://old.reddit.com/r/Acme/", "r/acme"],
  ["https://new.reddit.com/r/Acme/", "r/acme"],
  ["https://np.reddit.com/r/Acme/", "r/acme"],
  ["https://m.reddit.com/r/Acme/", "r/acme"],
  ["https://i.reddit.com/r/Acme/", "r/acme"],
  ["https://sh.reddit.com/r/Acme/", "r/acme"],
  ["https://de.reddit.com/r/Acme/", "r/acme"],
  ["https://www.reddit.com/r/acme.rss", "r/acme"],
  ["https://www.reddit.com/r/acme/new/", "r/acme"],
  ["https://www.reddit.com/user/Ac-Me.rss", "user/ac-me"],
  ["https://www.reddit.com/u/ac-me/submitted", "user/ac-me"],
  ["https://www.reddit.com/r/all", "!reserved"],
  ["https://www.reddit.com/r/popular", "!reserved"],
  ["https://www.reddit.com/r/mod", "!reserved"],
  ["https://www.reddit.com/r/friends", "!reserved"],
  ["https://www.reddit.com/r/random", "!reserved"],
  ["https://www.reddit.com/r/acme/comments/1/x", "!post"],
  ["https://www.reddit.com/r/acme/s/Ab1", "!post"],
  ["https://www.reddit.com/gallery/1", "!post"],
  ["https://www.reddit.com/r/a+b", "!grammar"],
  ["https://support.reddit.com/", "!service_host"],
  ["https://www.reddit.com/user/ab", "!grammar"],
])("%s is read as %s", (url, expected) => {
  expect(read(reddit, url)).toBe(expected);
});
