import { named, type PathRules, platformFrom, post, readPath, words } from "./grammar.ts";

const readName = named({ name: /^(?!\d+$)\w[\w.]{1,31}$/i });
const posts =
  /^(?:wall|video|photo|topic|album|market|audio|doc|clip|story|note|poll|page|app|event_info)s?-?\d/i;

const rules: PathRules = {
  shares: words("share.php"),
  reserved:
    words(`login feed search away.php join about support dev widget_community.php widget_comments.php video_ext.php im
    friends groups audio audios video videos albums photos docs market bookmarks settings apps services jobs terms privacy
    restore mail gifts clips wall topic`),
  names: (path) => (posts.test(path[0] ?? "") ? post : readName(path)),
};

/** VK: communities by name or number; `idN` is a person. */
export const vk = platformFrom({
  id: "vk",
  name: "VK",
  group: "social",
  hosts: ["vk.com", "m.vk.com", "vk.ru", "m.vk.ru", "vkontakte.ru"],
  read: (url) => readPath(url, rules),
  canonical: (account) => `https://vk.com/${account}`,
  isPerson: (account) => /^id\d+$/.test(account),
  observers: [],
  examples: [
    ["https://vk.ru/pharmstandard", "pharmstandard"],
    ["https://vk.com/club12345678", "club12345678"],
    ["https://vk.com/video-12345678_456239017", null],
  ],
});
