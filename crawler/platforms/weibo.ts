import {
  named,
  other,
  type PathReader,
  type PathRules,
  platformFrom,
  prefixed,
  readPath,
  readQuery,
  under,
  words,
} from "./grammar.ts";
import { hostOf } from "./url-parts.ts";

const numeric = /^\d{5,}$/;
const tabs = words("home profile photos about follow fans");
const readName = named({ name: /^[\p{L}\p{M}\p{N}_-]{2,40}$/u, tabs });

/** `/NAME`, or `/ID`, which is the same page as `/u/ID`. */
const readAny: PathReader = (path) => {
  const name = readName(path);
  return typeof name === "string" && numeric.test(name) ? `u/${name}` : name;
};

const user: PathReader = (path, url, hint) =>
  numeric.test(path[0] ?? "") ? readAny(path, url, hint) : other(path.length === 0 ? "empty" : "grammar");

const rules: PathRules = {
  routes: { u: user, profile: user, n: under("n", { name: /^[\p{L}\p{M}\p{N}_-]{1,40}$/u }) },
  shares: words("share"),
  posts: words("detail status ttarticle tv"),
  reserved: words(
    "login login.php signup hot a p ajax mygroups newlogin settings messages search index home",
  ),
  names: readAny,
};

/** Embedded timelines carry the account's number. */
const widget: PathRules = {
  routes: { weiboshow: (_path, url) => prefixed("u", readQuery(url, "uid", numeric)) },
};

/** Weibo. */
export const weibo = platformFrom({
  id: "weibo",
  name: "Weibo",
  group: "social",
  hosts: ["weibo.com", "e.weibo.com", "m.weibo.com", "weibo.cn", "m.weibo.cn", "widget.weibo.com"],
  read: (url) => readPath(url, hostOf(url) === "widget.weibo.com" ? widget : rules),
  canonical: (account) => `https://weibo.com/${account.split("/").map(encodeURIComponent).join("/")}`,
  observers: [],
  examples: [
    ["https://m.weibo.cn/u/2345678901", "u/2345678901"],
    ["http://e.weibo.com/pfizerchina", "pfizerchina"],
    ["https://m.weibo.cn/status/4567890123456789", null],
  ],
});
