import { named, type PathRules, platformFrom, readPath, words } from "./grammar.ts";

const readName = named({
  name: /^(?:\+[\p{L}\p{M}\p{N}_.-]{1,100}|\d{21})$/u,
  tabs: words("posts about photos videos reviews plusones"),
});

const rules: PathRules = {
  shares: words("share"),
  reserved: words("communities collection collections events explore hashtag s discover"),
  names: (path) => readName(withoutViewer(path)),
};

/** The path without `/u/N` and `/b/ID`, which say as whom the visitor is signed in; `/b/ID` alone is that page. */
function withoutViewer(path: readonly string[]): readonly string[] {
  const last = path.length - 1;
  let start = 0;
  while (start < last && /^[ub]$/.test(path[start] ?? "")) start = Math.min(start + 2, last);
  return path.slice(start);
}

/** Google+, closed on 2019-04-02. */
export const googleplus = platformFrom({
  id: "googleplus",
  name: "Google+",
  group: "closed_down",
  hosts: ["plus.google.com"],
  read: (url) => readPath(url, rules),
  canonical: (account) => `https://plus.google.com/${account}`,
  observers: [],
  examples: [
    ["https://plus.google.com/u/0/+Quintiles/posts", "+quintiles"],
    ["https://plus.google.com/share?url=https%3A%2F%2Fexample.com", null],
  ],
});
