import {
  named,
  type PathReader,
  type PathRules,
  platformFrom,
  post,
  prefixed,
  readPath,
  share,
  under,
  words,
} from "./grammar.ts";

const name = /^[\p{L}\p{M}\p{N}._&-]{1,150}$/u;
const tabs = words("about jobs updates news employees reviews products events follow culture");
const company = under("companies", { name, tabs });

/** The first segment alone: what follows is a part of the same page. */
const firstOnly = (prefix: string): PathReader => {
  const read = named({ name });
  return (path) => prefixed(prefix, read(path.slice(0, 1)));
};

const newsPage = under("news/pages", { name });

const rules: PathRules = {
  routes: {
    companies: company,
    company,
    pages: under("pages", { name, tabs }),
    profile: firstOnly("profile"),
    net: firstOnly("net"),
    news: ([kind, ...rest]) => (kind === "pages" ? newsPage(rest) : post),
    app: () => share,
  },
  shares: words("spi social"),
  reserved: words("jobs events login signup search communities start privacy help"),
};

/** XING: companies in their old and new form, groups, news pages; people are told apart. */
export const xing = platformFrom({
  id: "xing",
  name: "XING",
  group: "social",
  hosts: ["xing.com"],
  read: (url) => readPath(url, rules),
  canonical: (account) => `https://www.xing.com/${account.split("/").map(encodeURIComponent).join("/")}`,
  isPerson: (account) => account.startsWith("profile/"),
  observers: [],
  examples: [
    ["https://www.xing.com/companies/EvotecSE", "companies/evotecse"],
    ["https://www.xing.com/profile/Erika_Mustermann/cv", "profile/erika_mustermann"],
    ["https://www.xing.com/spi/shares/new?url=https%3A%2F%2Fexample.com", null],
  ],
});
