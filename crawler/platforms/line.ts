import {
  other,
  type PathReader,
  type PathRules,
  platformFrom,
  type Reading,
  readPath,
  readQuery,
  share,
} from "./grammar.ts";
import { hostOf } from "./url-parts.ts";

const name = /^[a-z\d._-]{3,30}$/i;

const readId = (text: string): Reading =>
  text.startsWith("@") && name.test(text.slice(1)) ? text.toLowerCase() : other("grammar");

/** `ti/p/@ID` adds an account as a friend; without `@` it is a person's. */
const addFriend: PathReader = ([kind, id = "", ...rest]) =>
  kind === "p" && rest.length === 0 ? readId(id) : other("unknown_path");

const rules: PathRules = {
  routes: {
    r: ([first, ...rest], url, hint) => (first === "ti" ? addFriend(rest, url, hint) : share),
    ti: addFriend,
  },
};

function readPage(url: URL): Reading {
  const id = readQuery(url, "accountId", name);
  return typeof id === "string"
    ? `@${id}`
    : readPath(url, { names: ([first = ""]) => readId(`@${first.replace(/^@/, "")}`) });
}

/** LINE official accounts. */
export const line = platformFrom({
  id: "line",
  name: "LINE",
  group: "social",
  hosts: ["line.me", "page.line.me"],
  read: (url) => (hostOf(url) === "page.line.me" ? readPage(url) : readPath(url, rules)),
  canonical: (account) => `https://line.me/R/ti/p/${account}`,
  observers: [],
  examples: [
    ["https://page.line.me/chugai_jp", "@chugai_jp"],
    ["https://line.me/R/ti/p/%40astellas", "@astellas"],
    ["https://line.me/R/msg/text/?hello", null],
  ],
});
