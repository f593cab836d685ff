import { expect, test } from "vitest";
import { otherNetworks } from "../../../crawler/platforms/other-networks.ts";
import { read } from "./read.ts";

test.each([
  ["https://www.behance.net/Acme_GmbH/info", "behance.net/acme_gmbh"],
  ["https://www.behance.net/gallery/1/a-work", "!reserved"],
  ["http://www.houzz.com/pro/acme/acme-builders", "houzz.com/acme"],
  ["https://houzz.com/acme", "houzz.com/acme"],
  ["https://www.houzz.com/photos/kitchen", "!reserved"],
  ["https://unsplash.com/@acme/likes", "unsplash.com/@acme"],
  ["https://unsplash.com/acme", "!grammar"],
  ["https://flipboard.com/@acme", "flipboard.com/@acme"],
  ["https://flipboard.com/@acme/a-magazine", "!post"],
  ["https://foursquare.com/acme", "foursquare.com/acme"],
  ["https://foursquare.com/v/acme/4ad0", "!post"],
])("%s is read as %s", (url, expected) => {
  expect(read(otherNetworks, url)).toBe(expected);
});
