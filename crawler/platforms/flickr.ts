import {
  isNamedBy,
  isTab,
  other,
  type PathReader,
  type PathRules,
  platformFrom,
  post,
  type Reading,
  readPath,
  readQuery,
  words,
} from "./grammar.ts";
import { flickrFeed } from "./observers/platform-feeds.ts";
import { hostOf } from "./url-parts.ts";

/** A member's number, such as `87654321@N05`. */
const number = /^\d+@N\d+$/i;
/** The name a member chose. */
const alias = /^[\w-]{1,60}$/;
const tabs = words("albums sets galleries favorites collections");

/** An album is a post, unless the link calls itself Flickr: then it stands for the member. */
const readMember: PathReader = ([first = "", ...rest], _url, hint) => {
  const [tab = "", ...more] = rest;
  if (first === "") return other("empty");
  if (first.toLowerCase() === "tags") return other("reserved");
  if (!number.test(first) && !alias.test(first)) return other("grammar");
  const isAlbum = tabs.has(tab) && more.length === 1 && isNamedBy(hint, /flickr/i);
  const isMember = isTab(rest, tabs) || isTab([tab.replace(/^page\d+$/, "albums"), ...more], tabs) || isAlbum;
  return isMember ? memberOf(first) : post;
};

const memberOf = (name: string): string => (number.test(name) ? name.toUpperCase() : name.toLowerCase());

const rules: PathRules = {
  routes: { photos: readMember, people: readMember },
  reserved: words("explore groups search login signup"),
};

function readFeed(url: URL): Reading {
  const id = readQuery(url, "id", number);
  return typeof id === "string" ? memberOf(id) : id;
}

/** Flickr members. */
export const flickr = platformFrom({
  id: "flickr",
  name: "Flickr",
  group: "social",
  hosts: ["flickr.com", "m.flickr.com", "api.flickr.com"],
  read: (url, hint) => (hostOf(url) === "api.flickr.com" ? readFeed(url) : readPath(url, rules, hint)),
  canonical: (account) => `https://www.flickr.com/photos/${account}`,
  observers: [flickrFeed],
  examples: [
    ["https://www.flickr.com/people/87654321%40N05", "87654321@N05"],
    ["https://www.flickr.com/photos/gsk/sets/", "gsk"],
    ["https://www.flickr.com/photos/novartis/51234567890/", null],
  ],
});
