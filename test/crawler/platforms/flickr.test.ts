import { expect, test } from "vitest";
import { flickr } from "../../../crawler/platforms/flickr.ts";
import { read } from "./read.ts";

test.each([
  ["https://www.flickr.com/photos/acme/albums", "acme"],
  ["https://www.flickr.com/photos/acme/sets", "acme"],
  ["https://www.flickr.com/photos/acme/galleries", "acme"],
  ["https://www.flickr.com/photos/acme/favorites", "acme"],
  ["https://www.flickr.com/photos/acme/page2", "acme"],
  ["https://api.flickr.com/services/feeds/photos_public.gne?id=12345@N08&lang=en", "12345@N08"],
  ["https://www.flickr.com/photos/12345@n08/", "12345@N08"],
  ["https://www.flickr.com/photos/acme/sets/72157", "!post"],
  ["https://www.flickr.com/explore", "!reserved"],
  ["https://www.flickr.com/photos/", "!empty"],
  ["https://www.flickr.com/photos/acme/1/in/pool", "!post"],
])("%s is read as %s", (url, expected) => {
  expect(read(flickr, url)).toBe(expected);
});

test("an album stands for its member where the link calls itself Flickr", () => {
  const album = "https://www.flickr.com/photos/acme/sets/72157";
  expect(read(flickr, album, { label: "flickr" })).toBe("acme");
  expect(read(flickr, album, { label: "Photos of the opening" })).toBe("!post");
  expect(read(flickr, "https://www.flickr.com/photos/acme/51234567890", { label: "flickr" })).toBe("!post");
});
