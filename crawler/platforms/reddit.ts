import {
  isTab,
  type NameRules,
  other,
  type PathReader,
  type PathRules,
  platformFrom,
  post,
  readPath,
  words,
} from "./grammar.ts";

const pseudoSubreddits = words("all popular mod friends random");

/** `PREFIX/NAME`, perhaps as a feed: `/r/NAME.rss`, `/r/NAME/.rss`. */
const readAs =
  (prefix: string, { name, tabs }: NameRules): PathReader =>
  ([first = "", ...rest]) => {
    const bare = first.toLowerCase().replace(/\.(?:rss|json)$/, "");
    if (bare === "") return other("empty");
    if (pseudoSubreddits.has(bare)) return other("reserved");
    if (!name.test(bare)) return other("grammar");
    return isTab(rest, tabs) ? `${prefix}/${bare}` : post;
  };

const readUser = readAs("user", {
  name: /^[\w-]{3,20}$/,
  tabs: words("overview submitted comments about posts .rss .json"),
});

const readSubreddit = readAs("r", {
  name: /^\w{2,21}$/,
  tabs: words("hot new top rising best controversial about wiki .rss .json"),
});

const rules: PathRules = {
  routes: {
    // r/u_NAME is the profile of a user
    r: ([first = "", ...rest], url, hint) =>
      /^u_/i.test(first)
        ? readUser([first.slice(2), ...rest], url, hint)
        : readSubreddit([first, ...rest], url, hint),
    user: readUser,
    u: readUser,
  },
  posts: words("comments gallery s"),
  shares: words("submit"),
  reserved: words("search login register settings message wiki subreddits policies"),
};

/** Reddit: communities and users. */
export const reddit = platformFrom({
  id: "reddit",
  name: "Reddit",
  group: "social",
  hosts: ["reddit.com", "*.reddit.com"],
  accountHosts: /^(?:(?:old|new|np|m|i|sh|[a-z]{2})\.)?reddit\.com$/,
  read: (url) => readPath(url, rules),
  canonical: (account) => `https://www.reddit.com/${account}`,
  observers: [],
  examples: [
    ["https://www.reddit.com/r/ClinicalResearch/.rss", "r/clinicalresearch"],
    ["https://www.reddit.com/r/u_parexel/", "user/parexel"],
    ["https://www.reddit.com/r/popular", null],
  ],
});
