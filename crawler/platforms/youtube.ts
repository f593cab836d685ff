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
  readQuery,
  under,
  words,
} from "./grammar.ts";
import { youtubeDataApi } from "./observers/youtube.ts";
import { hostOf } from "./url-parts.ts";

/** Country domains that lead to youtube.com. youtube.co is not among them. */
const countryDomains =
  words(`ae at be bg ca ch cl co.id co.il co.in co.jp co.kr co.nz co.th co.uk co.za com.ar com.au com.br
  com.co com.eg com.gr com.hk com.mx com.my com.ng com.pe com.ph com.pk com.sa com.sg com.tr com.tw com.ua cz de dk es fi fr gr
  hk hr hu ie in it jp kr lt lu lv mx my nl no pe ph pl pt ro rs ru se sg si sk ua vn`);

const tabs =
  words(`about videos featured playlists community shorts streams live channels store podcasts releases posts join
  search discussion feed courses membership home`);

const channelId = /^UC[\w-]{22}$/;
/** Lists of a channel's uploads carry its id: all uploads, long videos, shorts, live streams. */
const uploads = /^UU(?:LF|SH|LV)?([\w-]{22})$/;
const legacyName = /^[\p{L}\p{M}\p{N}_.'-]{1,100}$/u;

/** Handles have 3 to 30 letters of any script, digits, `_ - . ·`; the last may be a dot. */
const readHandle = named({ name: /^@[\p{L}\p{M}\p{N}_.·-]{3,30}$/u, tabs });
const readBare = under("c", { name: /^[\p{L}\p{M}\p{N}_-]{1,100}$/u, tabs });

const readId = (id: string | null): Reading =>
  id !== null && channelId.test(id) ? `channel/${id}` : other("grammar");

function readList(list: string | null): Reading {
  const id = uploads.exec(list ?? "")?.[1];
  return id === undefined ? post : `channel/UC${id}`;
}

const readUser = (url: URL, parameter: string): Reading =>
  prefixed("user", readQuery(url, parameter, legacyName));

const feeds: PathReader = ([file], url) => {
  const { searchParams } = url;
  if (file !== "videos.xml") return other("reserved");
  if (searchParams.has("channel_id")) return readId(searchParams.get("channel_id"));
  return searchParams.has("user") ? readUser(url, "user") : readList(searchParams.get("playlist_id"));
};

const embed: PathReader = ([kind], url) => {
  const { searchParams } = url;
  if (searchParams.get("listType") === "user_uploads") return readUser(url, "list");
  if (kind === "live_stream") return readId(searchParams.get("channel"));
  return kind === "videoseries" || kind === undefined ? readList(searchParams.get("list")) : post;
};

const rules: PathRules = {
  routes: {
    channel: ([id = null, ...rest]) => (isTab(rest, tabs) ? readId(id) : post),
    user: under("user", { name: legacyName, tabs }),
    c: under("c", { name: legacyName, tabs }),
    profile: (_path, url) => readUser(url, "user"),
    subscription_center: (_path, url) => readUser(url, "add_user"),
    playlist: (_path, url) => readList(url.searchParams.get("list")),
    feeds,
    embed,
  },
  posts: words("watch v w e live clip shorts movies shared post"),
  reserved:
    words(`watch_popup results search hashtag trending explore feed browse oembed get_video_info iframe_api s player
    source storefront oops index account t terms about upload signin logout redirect attribution_link premium creators
    howyoutubeworks yt ads static kids gaming channels login new paid_memberships reporthistory`),
  names: (path) => (path[0]?.startsWith("@") ? readHandle(path) : readBare(path)),
};

const encoded = (segment: string): string => encodeURIComponent(segment).replace(/^%40/, "@");

/** YouTube. A channel may have an id, a handle and two kinds of old names; which are the same only a page or an API tells. */
export const youtube = platformFrom({
  id: "youtube",
  name: "YouTube",
  group: "social",
  hosts: [
    "youtube.com",
    "m.youtube.com",
    "music.youtube.com",
    "youtube-nocookie.com",
    "youtu.be",
    ...[...countryDomains].map((domain) => `youtube.${domain}`),
  ],
  read: (url) => (hostOf(url) === "youtu.be" ? post : readPath(url, rules)),
  canonical: (account) => `https://www.youtube.com/${account.split("/").map(encoded).join("/")}`,
  observers: [youtubeDataApi],
  examples: [
    ["https://www.youtube.com/@OneMedia.", "@onemedia."],
    ["https://www.youtube.com/CovanceInc", "c/covanceinc"],
    ["https://www.youtube.com/playlist?list=UUw38-8_Ibv_L6hlKChHO9dQ", "channel/UCw38-8_Ibv_L6hlKChHO9dQ"],
    ["https://www.youtube.com/watch?v=dQw4w9WgXcQ&ab_channel=IQVIA", null],
  ],
});
