import { expect, test } from "vitest";
import { spotify } from "../../../crawler/platforms/spotify.ts";
import { read } from "./read.ts";

test.each([
  ["https://open.spotify.com/embed-podcast/show/5CfCWKI5pZ28U0uOzXkDHe", "show/5CfCWKI5pZ28U0uOzXkDHe"],
  ["https://open.spotify.com/intl-fr/show/5CfCWKI5pZ28U0uOzXkDHe", "show/5CfCWKI5pZ28U0uOzXkDHe"],
  ["https://open.spotify.com/track/5CfCWKI5pZ28U0uOzXkDHe", "!post"],
  ["https://open.spotify.com/artist/5CfCWKI5pZ28U0uOzXkDHe", "!post"],
  ["https://open.spotify.com/show/short", "!grammar"],
  ["https://open.spotify.com/embed/track/5CfCWKI5pZ28U0uOzXkDHe", "!post"],
])("%s is read as %s", (url, expected) => {
  expect(read(spotify, url)).toBe(expected);
});
