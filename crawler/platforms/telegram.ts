import {
  named,
  other,
  type PathRules,
  platformFrom,
  post,
  type Reading,
  readPath,
  share,
  words,
} from "./grammar.ts";
import { telegramPreview } from "./observers/telegram.ts";
import { hostOf } from "./url-parts.ts";

/** Names of four letters are auctioned only, but exist. */
const names = named({ name: /^[a-z][a-z\d_]{3,31}$/i, at: "dropped" });

const rules: PathRules = {
  routes: { s: names, share: () => share },
  posts: words("c"),
  reserved:
    words(`joinchat addstickers addemoji addlist proxy socks iv login setlanguage bg addtheme invoice boost m a contact
    confirmphone giftcode nft`),
  names: (path) => (path[0]?.startsWith("+") ? other("invite") : names(path)),
  finalDot: "dropped",
};

/** `web.telegram.org/#/im?p=@name` and `web.telegram.org/k/#@name`. */
function readWebClient(hash: string): Reading {
  const name = /^#(?:\/im\?p=)?(?:@|%40)(\w+)$/i.exec(hash)?.[1];
  return name === undefined ? other("service_host") : names([name]);
}

/** Telegram: public channels, groups and bots. */
export const telegram = platformFrom({
  id: "telegram",
  name: "Telegram",
  group: "social",
  hosts: ["t.me", "*.t.me", "telegram.me", "telegram.dog", "web.telegram.org"],
  read(url) {
    const host = hostOf(url);
    if (host === "web.telegram.org") return readWebClient(url.hash);
    if (!host.endsWith(".t.me")) return readPath(url, rules);
    return url.pathname === "/" ? names([host.slice(0, -5)]) : post;
  },
  canonical: (account) => `https://t.me/${account}`,
  observers: [telegramPreview],
  examples: [
    ["https://t.me/s/pharmvestnik", "pharmvestnik"],
    ["https://biocad.t.me", "biocad"],
    ["https://t.me/pharmvestnik/1001", null],
    ["https://t.me/+AbCdEfGhIjK", null],
  ],
});
