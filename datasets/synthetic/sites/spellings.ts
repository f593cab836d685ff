import type { SyntheticAccount } from "../industry.ts";
import { pick, type Random } from "../random.ts";
import type { PlatformId } from "../scenario.ts";

type Spelling = (account: string) => string;

/** How web masters write the URL of one and the same account. */
const spellings: Readonly<Record<Exclude<PlatformId, "feed">, readonly [Spelling, ...Spelling[]]>> = {
  linkedin: [
    (a) => `https://www.linkedin.com/${a}`,
    (a) => `https://www.linkedin.com/${a}/`,
    (a) => `https://de.linkedin.com/${a}?trk=public_profile`,
    (a) => `http://www.linkedin.com/${a}/about/`,
    (a) => `//www.linkedin.com/${a}/`,
  ],
  x: [
    (a) => `https://twitter.com/${a}`,
    (a) => `https://x.com/${a}`,
    (a) => `http://www.twitter.com/${a}`,
    (a) => `https://twitter.com/${a}?lang=en`,
    (a) => `https://twitter.com/#!/${a}`,
    (a) => `https://x.com/@${a}`,
  ],
  facebook: [
    (a) => `https://www.facebook.com/${a}`,
    (a) => `https://www.facebook.com/${a}/`,
    (a) => `https://m.facebook.com/${a}?ref=hl`,
    (a) => `https://de-de.facebook.com/${a}/about`,
    (a) => `https://fb.com/${a}`,
  ],
  instagram: [
    (a) => `https://www.instagram.com/${a}/`,
    (a) => `https://instagram.com/${a}`,
    (a) => `https://www.instagram.com/${a}/?hl=en`,
  ],
  youtube: [
    (a) => `https://www.youtube.com/${a}`,
    (a) => `https://youtube.com/${a}/videos`,
    (a) => `https://www.youtube.com/${a}?sub_confirmation=1`,
  ],
  tiktok: [(a) => `https://www.tiktok.com/@${a}`, (a) => `https://www.tiktok.com/@${a}?lang=en`],
  threads: [(a) => `https://www.threads.net/@${a}`, (a) => `https://www.threads.com/@${a}`],
  bluesky: [(a) => `https://bsky.app/profile/${a}`, (a) => `https://bsky.app/profile/${a}/`],
  mastodon: [(a) => `https://${a.split("@")[1]}/@${a.split("@")[0]}`],
};

/** One way to write an account's URL. */
export function spell({ platform, account, url }: SyntheticAccount, random: Random): string {
  return platform === "feed" ? url : pick(random, spellings[platform])(account);
}

/** What an icon's label, alternative text or title calls a platform. */
export const platformLabels: Readonly<Record<PlatformId, string>> = {
  linkedin: "LinkedIn",
  x: "X (Twitter)",
  facebook: "Facebook",
  instagram: "Instagram",
  youtube: "YouTube",
  tiktok: "TikTok",
  threads: "Threads",
  bluesky: "Bluesky",
  mastodon: "Mastodon",
  feed: "RSS",
};
