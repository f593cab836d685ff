import { isTab, other, type PathRules, platformFrom, post, readPath, words } from "./grammar.ts";

const tabs = words("chat friend posts");

const rules: PathRules = {
  names([id = "", ...rest]) {
    if (!/^_[A-Za-z\d]{1,30}$/.test(id)) return other("grammar");
    return isTab(rest, tabs) ? id : post;
  },
};

/** KakaoTalk channels, whose ids are case-sensitive. */
export const kakao = platformFrom({
  id: "kakao",
  name: "KakaoTalk Channel",
  group: "social",
  hosts: ["pf.kakao.com"],
  read: (url) => readPath(url, rules),
  canonical: (account) => `https://pf.kakao.com/${account}`,
  observers: [],
  examples: [
    ["https://pf.kakao.com/_xkAbCd/chat", "_xkAbCd"],
    ["https://pf.kakao.com/_xkAbCd/12345", null],
  ],
});
