import { named, type PathRules, platformFrom, readPath, words } from "./grammar.ts";

const name = /^[a-z][a-z\d._-]{2,14}$/i;

const rules: PathRules = {
  routes: { add: named({ name, at: "dropped" }) },
  posts: words("spotlight p"),
  shares: words("scan share"),
  names: named({ name, at: "required" }),
};

/** Snapchat. */
export const snapchat = platformFrom({
  id: "snapchat",
  name: "Snapchat",
  group: "social",
  hosts: ["snapchat.com"],
  read: (url) => readPath(url, rules),
  canonical: (account) => `https://www.snapchat.com/@${account}`,
  observers: [],
  examples: [
    ["https://snapchat.com/add/gsk.careers", "gsk.careers"],
    ["https://www.snapchat.com/spotlight/W7_abc", null],
  ],
});
