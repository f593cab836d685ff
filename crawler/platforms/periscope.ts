import { named, type PathRules, platformFrom, readPath, words } from "./grammar.ts";

const rules: PathRules = {
  posts: words("w"),
  reserved: words("about content help privacy tos search login"),
  names: named({ name: /^\w{1,30}$/ }),
};

/** Periscope, closed on 2021-03-31. */
export const periscope = platformFrom({
  id: "periscope",
  name: "Periscope",
  group: "closed_down",
  hosts: ["periscope.tv", "pscp.tv"],
  read: (url) => readPath(url, rules),
  canonical: (account) => `https://www.periscope.tv/${account}`,
  observers: [],
  examples: [
    ["https://www.periscope.tv/Bayer", "bayer"],
    ["https://www.pscp.tv/w/1yNGaQzbLAvJj", null],
  ],
});
