import { other, type PathRules, platformFrom, post, readPath, readQuery } from "./grammar.ts";
import { hostOf } from "./url-parts.ts";

const rules: PathRules = {
  routes: {
    qr: ([kind], url) =>
      kind === "code" ? readQuery(url, "username", /^[a-z][\w-]{4,30}$/i) : other("unknown_path"),
  },
};

/** WeChat official accounts. Sites show them as QR codes; only this link to one names its account. */
export const wechat = platformFrom({
  id: "wechat",
  name: "WeChat",
  group: "social",
  hosts: ["open.weixin.qq.com", "mp.weixin.qq.com"],
  read: (url) => (hostOf(url) === "mp.weixin.qq.com" ? post : readPath(url, rules)),
  canonical: (account) => `https://open.weixin.qq.com/qr/code?username=${account}`,
  observers: [],
  examples: [
    ["https://open.weixin.qq.com/qr/code?username=gh_0123456789ab", "gh_0123456789ab"],
    ["https://mp.weixin.qq.com/s/AbCdEfGhIjKlMnOp", null],
  ],
});
