import { named, other, type PathRules, platformFrom, readPath, words } from "./grammar.ts";

const rules: PathRules = {
  routes: { t: () => other("needs_resolve") },
  shares: words("share"),
  reserved: words(
    `tag music sticker discover explore foryou following live embed login legal about search channel effect`,
  ),
  names: named({ name: /^[\w.]{1,23}\w$/, tabs: words("live"), at: "required" }),
  finalDot: "dropped",
};

/** TikTok. */
export const tiktok = platformFrom({
  id: "tiktok",
  name: "TikTok",
  group: "social",
  hosts: ["tiktok.com", "m.tiktok.com"],
  read: (url) => readPath(url, rules),
  canonical: (account) => `https://www.tiktok.com/@${account}`,
  observers: [],
  examples: [
    ["https://www.tiktok.com/@novo.nordisk?lang=en", "novo.nordisk"],
    ["https://www.tiktok.com/@iqvia/video/6718335390845095173", null],
  ],
});
