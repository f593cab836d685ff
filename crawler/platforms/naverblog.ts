import { named, type PathRules, platformFrom, post, readPath, readQuery, words } from "./grammar.ts";

const name = /^[\w-]{3,40}$/;
const readName = named({ name });

const rules: PathRules = {
  reserved: words("search login section"),
  names([first = "", ...rest], url) {
    if (/^postview\.(?:naver|nhn)$/i.test(first)) return post;
    if (/\.(?:naver|nhn)$/i.test(first)) return readQuery(url, "blogId", name);
    return readName([first.replace(/\.xml$/, ""), ...rest]);
  },
};

/** Blogs at Naver, South Korea. */
export const naverblog = platformFrom({
  id: "naverblog",
  name: "Naver Blog",
  group: "social",
  hosts: ["blog.naver.com", "m.blog.naver.com", "rss.blog.naver.com"],
  read: (url) => readPath(url, rules),
  canonical: (account) => `https://blog.naver.com/${account}`,
  observers: [],
  examples: [
    ["https://blog.naver.com/PostList.naver?blogId=lskglobal", "lskglobal"],
    ["https://blog.naver.com/lskglobal/221234567890", null],
  ],
});
