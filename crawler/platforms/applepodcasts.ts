import { other, platformFrom, post, type Reading } from "./grammar.ts";
import { pathOf } from "./url-parts.ts";

/** `[country]/podcast/[title]/idN`; `?i=` is one episode of the show. */
function readShow(url: URL): Reading {
  const path = pathOf(url);
  const id = path.at(-1) ?? "";
  if (!path.slice(0, 2).includes("podcast") || !/^id\d+$/.test(id)) return other("unknown_path");
  return url.searchParams.has("i") ? post : id;
}

/** Shows at Apple Podcasts. */
export const applepodcasts = platformFrom({
  id: "applepodcasts",
  name: "Apple Podcasts",
  group: "owned",
  hosts: ["podcasts.apple.com", "itunes.apple.com"],
  read: readShow,
  canonical: (account) => `https://podcasts.apple.com/podcast/${account}`,
  observers: [],
  examples: [
    ["https://podcasts.apple.com/us/podcast/the-iqvia-podcast/id1478567890", "id1478567890"],
    ["https://podcasts.apple.com/gb/podcast/trials-today/id1234567890?i=1000600000001", null],
  ],
});
