import { named, type PathRules, platformFrom, readPath, words } from "./grammar.ts";

const name = /^(?=.{1,39}$)[a-z\d]+(?:-[a-z\d]+)*$/i;
const readName = named({ name });

const rules: PathRules = {
  routes: {
    orgs: named({ name, tabs: words("people repositories projects packages teams discussions") }),
    sponsors: readName,
  },
  reserved:
    words(`features pricing topics explore marketplace login join settings search security enterprise team contact site
    apps readme events new collections trending notifications about blog codespaces copilot customer-stories dashboard
    discussions education git-guides gist github-copilot issues logout mobile nonprofit open-source organizations partners
    premium-support privacy pulls resources session sessions signup solutions stars terms users watching why-github`),
  names: ([first = "", ...rest]) => readName([first.replace(/\.atom$/, ""), ...rest]),
};

/** GitHub organisations and users. Repositories are not accounts. */
export const github = platformFrom({
  id: "github",
  name: "GitHub",
  group: "developer",
  hosts: ["github.com"],
  read: (url) => readPath(url, rules),
  canonical: (account) => `https://github.com/${account}`,
  observers: [],
  examples: [
    ["https://github.com/orgs/pfizer-opensource", "pfizer-opensource"],
    ["https://github.com/Merck/metalite", null],
  ],
});
