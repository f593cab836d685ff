import {
  isTab,
  named,
  other,
  type PathReader,
  type PathRules,
  platformFrom,
  post,
  prefixed,
  type Reading,
  readPath,
  words,
} from "./grammar.ts";
import { mediumFeed } from "./observers/platform-feeds.ts";
import { hostOf } from "./url-parts.ts";

const ownHosts = words("help blog policy miro cdn-images-1 link api");
const tabs = words("about followers following archive latest home lists all");
const reserved =
  words(`m p tag tags topic topics search about me new-story membership creators feed u policy jobs-at-medium
  plans partner-program explore-topics earn business gift sitemap`);

/** The address of a story ends in its number. */
const story = /-[\da-f]{8,12}$/;

const readUser = named({ name: /^@[\w.-]{1,60}$/, tabs });
const readPublication = named({ name: /^[\w.-]{1,100}$/, tabs });

function readName(path: readonly string[]): Reading {
  const [first = ""] = path;
  if (first.startsWith("@")) return readUser(path);
  if (first === "") return other("empty");
  if (reserved.has(first.toLowerCase())) return other("reserved");
  return story.test(first) ? post : prefixed("publication", readPublication(path));
}

/** `/feed/@user`, `/feed/PUBLICATION`, `/feed/PUBLICATION/tagged/TAG`. */
const readFeed: PathReader = ([first = "", tagged, ...rest]) =>
  readName(tagged === undefined || tagged === "tagged" ? [first] : [first, tagged, ...rest]);

const rules: PathRules = { routes: { feed: readFeed }, posts: words("p"), names: readName };

/** `NAME.medium.com` may be a user's or a publication's, which nothing in it tells; it is taken for a user's. */
function readSubdomain(label: string, url: URL): Reading {
  if (ownHosts.has(label)) return other("service_host");
  const account = readUser([`@${label}`]);
  if (url.pathname === "/") return account;
  const names: PathReader = (path) => (isTab(path, tabs) ? account : post);
  return readPath(url, { routes: { feed: () => account }, names });
}

/** Medium: users and publications. Publications on domains of their own cannot be told from any other site. */
export const medium = platformFrom({
  id: "medium",
  name: "Medium",
  group: "social",
  hosts: ["medium.com", "*.medium.com"],
  read(url) {
    const host = hostOf(url);
    return host === "medium.com" ? readPath(url, rules) : readSubdomain(host.slice(0, -11), url);
  },
  canonical: (account) => `https://medium.com/${account.replace(/^publication\//, "")}`,
  observers: [mediumFeed],
  examples: [
    ["https://medium.com/@IQVIA/about", "@iqvia"],
    ["https://novartis.medium.com/", "@novartis"],
    ["https://medium.com/feed/roivant", "publication/roivant"],
    ["https://medium.com/roivant/some-story-123abc456def", null],
  ],
});
