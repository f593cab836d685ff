import { named, type PathRules, platformFrom, post, readPath, share, words } from "./grammar.ts";
import { pinterestFeed } from "./observers/platform-feeds.ts";

const domains =
  words(`com at be ca ch cl co co.at co.in co.kr co.nz co.uk com.au com.bo com.ec com.mx com.pe com.py com.uy
  com.vn de dk ec es fr hu id ie in info is it jp kr mx nl nz pe ph pt ru se th tw uk uy vn`);

const rules: PathRules = {
  routes: { pin: ([first]) => (first === "create" ? share : post) },
  reserved:
    words(`search explore ideas login business today categories settings topics source videos shopping _ about password
    resource oauth convert`),
  names: named({
    name: /^\w{1,30}$/,
    tabs: words("_created _saved pins boards feed.rss _shop _profile followers following"),
  }),
};

/** Pinterest. */
export const pinterest = platformFrom({
  id: "pinterest",
  name: "Pinterest",
  group: "social",
  hosts: [...[...domains].map((domain) => `pinterest.${domain}`), "*.pinterest.com"],
  accountHosts: /^(?:[a-z]{2}\.)?pinterest\.[a-z.]+$/,
  read: (url) => readPath(url, rules),
  canonical: (account) => `https://www.pinterest.com/${account}`,
  observers: [pinterestFeed],
  examples: [
    ["https://www.pinterest.co.uk/astrazeneca/", "astrazeneca"],
    ["https://www.pinterest.com/sanofi/_created/", "sanofi"],
    ["https://www.pinterest.com/sanofi/a-board/", null],
  ],
});
