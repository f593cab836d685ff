import { applepodcasts } from "./applepodcasts.ts";
import { bluesky } from "./bluesky.ts";
import { discord } from "./discord.ts";
import { facebook } from "./facebook.ts";
import { feed } from "./feed.ts";
import { flickr } from "./flickr.ts";
import { github } from "./github.ts";
import { googleplus } from "./googleplus.ts";
import { instagram } from "./instagram.ts";
import { kakao } from "./kakao.ts";
import { line } from "./line.ts";
import { linkedin } from "./linkedin.ts";
import { mastodon } from "./mastodon.ts";
import { medium } from "./medium.ts";
import { naverblog } from "./naverblog.ts";
import { otherNetworks } from "./other-networks.ts";
import { periscope } from "./periscope.ts";
import { pinterest } from "./pinterest.ts";
import type { Platform } from "./platform.ts";
import { mayCombine } from "./policy.ts";
import { reddit } from "./reddit.ts";
import { slideshare } from "./slideshare.ts";
import { snapchat } from "./snapchat.ts";
import { soundcloud } from "./soundcloud.ts";
import { spotify } from "./spotify.ts";
import { telegram } from "./telegram.ts";
import { threads } from "./threads.ts";
import { tiktok } from "./tiktok.ts";
import { tumblr } from "./tumblr.ts";
import { vimeo } from "./vimeo.ts";
import { vk } from "./vk.ts";
import { wechat } from "./wechat.ts";
import { weibo } from "./weibo.ts";
import { whatsapp } from "./whatsapp.ts";
import { x } from "./x.ts";
import { xing } from "./xing.ts";
import { youtube } from "./youtube.ts";

/** Every platform in the order of reports. A platform is never deleted: dead ones are `closed_down`. */
export const platforms: readonly Platform[] = [
  linkedin,
  x,
  facebook,
  youtube,
  instagram,
  bluesky,
  mastodon,
  threads,
  tiktok,
  reddit,
  telegram,
  medium,
  tumblr,
  vimeo,
  flickr,
  pinterest,
  slideshare,
  soundcloud,
  xing,
  vk,
  weibo,
  wechat,
  line,
  kakao,
  naverblog,
  snapchat,
  discord,
  whatsapp,
  otherNetworks,
  feed,
  applepodcasts,
  spotify,
  github,
  googleplus,
  periscope,
];

/** The platforms as figures name them: some may not be joined with others. */
export const named = platforms.map(({ id, name, group }) => ({ id, name, group, combine: mayCombine(id) }));
