import { other, type PathReader, type PathRules, platformFrom, post, readPath, words } from "./grammar.ts";

const show: PathReader = ([id = "", ...rest]) =>
  /^[A-Za-z\d]{22}$/.test(id) && rest.length === 0 ? `show/${id}` : other("grammar");

const embed: PathReader = ([kind, ...rest], url, hint) => (kind === "show" ? show(rest, url, hint) : post);

const rules: PathRules = {
  routes: { show, embed, "embed-podcast": embed },
  posts: words("episode track album playlist artist user"),
  // A language may come first: /intl-de/show/ID
  names: ([language = "", ...rest], url, hint) =>
    language.startsWith("intl-") ? embed(rest, url, hint) : other("unknown_path"),
};

/** Podcast shows at Spotify, whose ids are case-sensitive. Artists and users are not companies' channels. */
export const spotify = platformFrom({
  id: "spotify",
  name: "Spotify podcasts",
  group: "owned",
  hosts: ["open.spotify.com"],
  read: (url) => readPath(url, rules),
  canonical: (account) => `https://open.spotify.com/${account}`,
  observers: [],
  examples: [
    ["https://open.spotify.com/embed/show/5CfCWKI5pZ28U0uOzXkDHe?theme=0", "show/5CfCWKI5pZ28U0uOzXkDHe"],
    ["https://open.spotify.com/episode/512ojhOuo1ktJprKbVcKyQ", null],
  ],
});
