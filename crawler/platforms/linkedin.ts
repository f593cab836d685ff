import {
  isNamedBy,
  named,
  other,
  type PathReader,
  type PathRules,
  platformFrom,
  prefixed,
  readPath,
  under,
  words,
} from "./grammar.ts";

const slug = /^[\p{L}\p{M}\p{N}._&'-]{1,200}$/u;
const tabs = words(
  "about posts jobs people life videos insights products events mycompany admin alumni careers",
);
const numberAtEnd = /(?:^|-)(\d+)$/;

const companyPage = under("company", { name: slug, tabs });
/** Tabs with pages of their own. */
const deepTabs = words("life admin mycompany");

const company: PathReader = ([name = "", tab = "", ...rest]) => {
  if (name.toLowerCase() === "setup") return other("reserved");
  return companyPage(deepTabs.has(tab.toLowerCase()) ? [name] : [name, tab, ...rest].filter(Boolean));
};

/** A person, whatever part of the profile is linked. */
const person: PathReader = (path) => prefixed("in", named({ name: slug })(path.slice(0, 1)));

/** Groups are communities, not pages: only a link that calls itself LinkedIn presents one as the publisher's account. */
const group: PathReader = ([name = ""], url, hint) => {
  const number = url.searchParams.get("gid") ?? numberAtEnd.exec(name)?.[1] ?? "";
  return /^\d+$/.test(number) && isNamedBy(hint, /linked[\s-]?in/i) ? `groups/${number}` : other("group");
};

/** Schools before 2013: `/edu/NAME-ID` and `/edu/school?id=ID`. */
const edu: PathReader = ([name = ""], url) => {
  const number = numberAtEnd.exec(name)?.[1] ?? url.searchParams.get("id") ?? "";
  return /^\d+$/.test(number) ? `school/${number}` : other("grammar");
};

const rules: PathRules = {
  routes: {
    company,
    "company-beta": company,
    companies: company,
    showcase: under("showcase", { name: slug, tabs }),
    school: under("school", { name: slug, tabs }),
    edu,
    in: person,
    groups: group,
  },
  shares: words("sharing sharearticle cws"),
  posts: words("posts pulse embed"),
  reserved:
    words(`feed jobs learning events redir authwall uas login signup legal help safety checkpoint directory games
    sales talent services top-content today in-app search pub profile`),
};

/** LinkedIn: pages of companies, their showcases, schools; people are told apart. */
export const linkedin = platformFrom({
  id: "linkedin",
  name: "LinkedIn",
  group: "social",
  hosts: ["linkedin.com", "*.linkedin.com"],
  // A label of two letters is a country or a language; business., engineering., ... are LinkedIn's own sites
  accountHosts: /^(?:[a-z]{2}\.)?linkedin\.com$/,
  read: (url, hint) => readPath(url, rules, hint),
  canonical(account) {
    const [kind = "", name = ""] = account.split("/");
    return `https://www.linkedin.com/${kind}/${encodeURIComponent(name)}`;
  },
  isPerson: (account) => account.startsWith("in/"),
  observers: [],
  examples: [
    ["https://de.linkedin.com/company/evotec-ag/jobs", "company/evotec-ag"],
    ["https://www.linkedin.com/showcase/iqvia-technologies/", "showcase/iqvia-technologies"],
    ["https://www.linkedin.com/edu/purdue-university-18357", "school/18357"],
    ["https://www.linkedin.com/in/jane-example", "in/jane-example"],
    ["https://www.linkedin.com/posts/iqvia_clinicaltrials-activity-7123456789012345678-AbCd", null],
    ["https://www.linkedin.com/shareArticle?url=https%3A%2F%2Fwww.parexel.com%2F", null],
  ],
});
