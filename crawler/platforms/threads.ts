import { named, type PathRules, platformFrom, readPath, words } from "./grammar.ts";
import { threadsDiscovery } from "./observers/threads.ts";

const rules: PathRules = {
  posts: words("t"),
  shares: words("share intent"),
  reserved: words("search login explore activity saved settings"),
  names: named({
    name: /^(?=.{1,30}$)\w+(?:\.\w+)*$/,
    tabs: words("replies media reposts"),
    at: "required",
  }),
  finalDot: "dropped",
};

/** Threads, whose names are Instagram's. */
export const threads = platformFrom({
  id: "threads",
  name: "Threads",
  group: "social",
  hosts: ["threads.com", "threads.net"],
  read: (url) => readPath(url, rules),
  canonical: (account) => `https://www.threads.com/@${account}`,
  observers: [threadsDiscovery],
  examples: [
    ["https://www.threads.net/@pfizerinc/replies", "pfizerinc"],
    ["https://www.threads.com/@pfizerinc/post/CuXFPIeLLod", null],
  ],
});
