import { named, other, type PathRules, platformFrom, readPath, words } from "./grammar.ts";
import { hostOf } from "./url-parts.ts";

const rules: PathRules = {
  reserved:
    words(`discover search upload you pages stream charts stations terms-of-use login settings imprint signin feed
    popular tags people notifications messages jobs community-guidelines player`),
  names: named({
    name: /^[\w-]{1,60}$/,
    tabs: words("tracks albums sets reposts likes popular-tracks followers following"),
  }),
};

/** Embedded players name their account by number. */
const api: PathRules = {
  routes: { users: ([id = ""]) => (/^\d+$/.test(id) ? `id/${id}` : other("grammar")) },
  posts: words("tracks playlists"),
};

/** SoundCloud. */
export const soundcloud = platformFrom({
  id: "soundcloud",
  name: "SoundCloud",
  group: "social",
  hosts: ["soundcloud.com", "m.soundcloud.com", "api.soundcloud.com"],
  read: (url) => readPath(url, hostOf(url) === "api.soundcloud.com" ? api : rules),
  canonical: (account) =>
    account.startsWith("id/")
      ? `https://api.soundcloud.com/users/${account.slice(3)}`
      : `https://soundcloud.com/${account}`,
  observers: [],
  examples: [
    ["https://soundcloud.com/parexel/tracks", "parexel"],
    ["https://soundcloud.com/iqvia/episode-1", null],
  ],
});
