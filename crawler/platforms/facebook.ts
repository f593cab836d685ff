import {
  isNamedBy,
  named,
  other,
  type PathReader,
  type PathRules,
  platformFrom,
  prefixed,
  type Reading,
  readPath,
  readQuery,
  words,
} from "./grammar.ts";
import { facebookPages } from "./observers/facebook.ts";
import type { UrlHint } from "./platform.ts";
import { hashbang, hostOf } from "./url-parts.ts";

const numeric = /^\d+$/;
/** A page without a name of its own: `Title-ID`. Names hold no hyphen, and ids are long. */
const titleAndId = /-(\d{10,})$/;

const idIn = (segment: string): string | undefined =>
  numeric.test(segment) ? segment : titleAndId.exec(segment)?.[1];

const readPage = named({
  // What ends in .php is a page of Facebook itself
  name: /^(?!.*\.php$)[a-z\d.]{1,50}$/i,
  tabs: words(`about photos videos reviews events community posts timeline reels live followers mentions services shop info
    notes likes app`),
  at: "dropped",
});

/** `/NAME`, `/ID` and `/TITLE-ID` with the page's tabs, which come as `about_details`, `photos_stream`, `app_123`, ... */
function readName([first = "", tab, ...rest]: readonly string[]): Reading {
  const id = idIn(first);
  const path = tab === undefined ? [] : [tab.split("_", 1)[0] ?? "", ...rest];
  const page = readPage([id ?? first, ...path]);
  return id === undefined ? page : prefixed("id", page);
}

/** The number in `/pages/Title/ID`, `/pages/category/Type/Title-ID`, `/people/Name/ID` or `/p/Title-ID`. */
const numbered: PathReader = (path) => {
  const id = path.map(idIn).find((found) => found !== undefined);
  return id === undefined ? other("empty") : `id/${id}`;
};

const byQuery: PathReader = (_path, url) => prefixed("id", readQuery(url, "id", numeric));

const isCalledFacebook = (hint: UrlHint) => isNamedBy(hint, /facebook|\bfb\b/i);

/** Groups are communities, not pages: only a link that calls itself Facebook presents one as the publisher's account. */
const group: PathReader = ([name = ""], _url, hint) =>
  /^[\w.-]+$/.test(name) && isCalledFacebook(hint) ? `groups/${name.toLowerCase()}` : other("group");

const rules: PathRules = {
  routes: {
    pg: readName,
    pages: numbered,
    p: numbered,
    people: numbered,
    "profile.php": byQuery,
    groups: group,
    // Page plugins name their page by `href`, which is unwrapped before, or in old pages by number
    plugins: (path, url, hint) =>
      /^(?:likebox|fan)\.php$/.test(path[0] ?? "") ? byQuery(path, url, hint) : other("plugin"),
    share: () => other("needs_resolve"),
  },
  shares: words("sharer sharer.php share.php dialog"),
  posts: words("photo photo.php permalink.php story.php stories reel reels watch media live"),
  reserved:
    words(`tr events hashtag login login.php home.php help policies privacy legal settings marketplace gaming ads
    business messages notes l.php search games jobs recover reg ajax common images rsrc.php weather fundraisers offers
    profile latest creatorstudio adsmanager apps public`),
  names: readName,
  finalDot: "dropped",
};

/** fb.me hides anything behind a code; only a word beside the name of Facebook is a page's own address there. */
function readShort(url: URL, hint: UrlHint): Reading {
  const isWord = /^\/[a-z.]{5,50}\/?$/i.test(url.pathname);
  return isWord && isCalledFacebook(hint) ? readPath(url, rules, hint) : other("needs_resolve");
}

/** Facebook pages, by name or number. */
export const facebook = platformFrom({
  id: "facebook",
  name: "Facebook",
  group: "social",
  hosts: ["facebook.com", "*.facebook.com", "fb.com", "m.fb.com", "m.me", "fb.me"],
  accountHosts:
    /^(?:(?:m|mbasic|touch|web|business|mobile|[a-z]{2}-[a-z]{2})\.)?facebook\.com$|^(?:m\.)?fb\.com$|^(?:m|fb)\.me$/,
  read: (url, hint) =>
    hostOf(url) === "fb.me" ? readShort(url, hint) : readPath(hashbang(url), rules, hint),
  canonical: (account) => `https://www.facebook.com/${account.replace(/^id\//, "")}`,
  observers: [facebookPages],
  examples: [
    ["https://de-de.facebook.com/BayerAG/", "bayerag"],
    ["https://www.facebook.com/pages/Quintiles/108098662548", "id/108098662548"],
    ["https://www.facebook.com/Evotec-SE-112233445566778/", "id/112233445566778"],
    ["https://www.facebook.com/parexel/videos/1234567890/", null],
    ["https://www.facebook.com/sharer.php?u=https%3A%2F%2Fwww.medpace.com%2F", null],
  ],
});
