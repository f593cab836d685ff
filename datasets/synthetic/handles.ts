import type { SyntheticAccount, SyntheticCompany } from "./industry.ts";
import { hash32, pick, type Random, randomFrom } from "./random.ts";
import type { PlatformId } from "./scenario.ts";

/** An account's key part and canonical URL, as the platforms themselves write it. */
export interface Handle {
  account: string;
  url: string;
}

/** Names a company's account on each platform. */
export const handles: Readonly<
  Record<PlatformId, (company: SyntheticCompany, random: Random, instance: string) => Handle>
> = {
  linkedin: (company) => {
    const slug = company.name.toLowerCase().replaceAll(" ", "-");
    return { account: `company/${slug}`, url: `https://www.linkedin.com/company/${slug}` };
  },
  x: ({ brand, segment }, random) => {
    const name = shortened(brand.toLowerCase(), pick(random, ["", segment, "_news"]));
    return { account: name, url: `https://x.com/${name}` };
  },
  facebook: ({ name }) => {
    const page = name.toLowerCase().replaceAll(" ", "");
    return { account: page, url: `https://www.facebook.com/${page}` };
  },
  instagram: ({ brand }, random) => {
    const stem = brand.toLowerCase();
    const name = pick(random, [stem, `${stem}_official`, `${stem}.global`]);
    return { account: name, url: `https://www.instagram.com/${name}` };
  },
  youtube: ({ brand, companyId }, random) => {
    const account = pick(random, [
      `@${brand.toLowerCase()}`,
      `@${brand.toLowerCase()}tv`,
      channel(companyId),
    ]);
    return { account, url: `https://www.youtube.com/${account}` };
  },
  tiktok: ({ brand }) => atName("https://www.tiktok.com", brand.toLowerCase()),
  threads: ({ brand }) => atName("https://www.threads.com", brand.toLowerCase()),
  bluesky: ({ brand, domain }, random) => {
    const account = pick(random, [`${brand.toLowerCase()}.bsky.social`, domain]);
    return { account, url: `https://bsky.app/profile/${account}` };
  },
  mastodon: ({ brand }, _random, instance) => {
    const user = brand.toLowerCase();
    return { account: `${user}@${instance}`, url: `https://${instance}/@${user}` };
  },
  feed: ({ host }, random) => {
    const account = host + pick(random, ["/feed/", "/news/rss.xml", "/atom.xml", "/feed.json"]);
    return { account, url: `https://${account}` };
  },
};

/** What an account beside the primary one is for. */
export type SisterKind = "careers" | "regional";

/** Platforms on which companies keep accounts beside the primary one. */
export const sisterPlatforms: readonly PlatformId[] = ["linkedin", "x", "instagram"];

/** Names an account that a company has beside its primary one; the regional one speaks for another country. */
export function sisterHandle(platform: PlatformId, kind: SisterKind, company: SyntheticCompany): Handle {
  const stem = company.brand.toLowerCase();
  const region = company.country === "US" ? "uk" : "us";
  const slug = company.name.toLowerCase().replaceAll(" ", "-");
  const tag = kind === "careers" ? "careers" : region;
  if (platform === "linkedin") {
    return { account: `company/${slug}-${tag}`, url: `https://www.linkedin.com/company/${slug}-${tag}` };
  }
  if (platform === "instagram") {
    return { account: `${stem}.${tag}`, url: `https://www.instagram.com/${stem}.${tag}` };
  }
  const name = shortened(stem, kind === "careers" ? "careers" : `_${region}`);
  return { account: name, url: `https://x.com/${name}` };
}

/** The name a company had on X before the one it has now. */
export function formerHandle({ brand }: SyntheticCompany): Handle {
  const name = shortened(brand.toLowerCase(), "_old");
  return { account: name, url: `https://x.com/${name}` };
}

/** X takes 15 characters; what is longer is cut and told apart by four more. */
function shortened(stem: string, tag: string): string {
  const room = 15 - tag.length;
  if (stem.length <= room) return stem + tag;
  return stem.slice(0, room - 4) + hash32(stem).toString(36).padStart(4, "0").slice(-4) + tag;
}

function atName(site: string, name: string): Handle {
  return { account: name, url: `${site}/@${name}` };
}

/** A channel id: UC and 22 of 64 characters. */
function channel(seed: string): string {
  const random = randomFrom(`channel ${seed}`);
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  return `channel/UC${Array.from({ length: 22 }, () => letters[Math.floor(random() * 64)]).join("")}`;
}

/** A decentralised identifier of the `plc` method: 24 letters and digits 2 to 7. */
export function did(account: string): string {
  const random = randomFrom(`did ${account}`);
  const letters = "abcdefghijklmnopqrstuvwxyz234567";
  return `did:plc:${Array.from({ length: 24 }, () => letters[Math.floor(random() * 32)]).join("")}`;
}

/** A Mastodon account id: digits that grow with time, as the server's snowflakes do. */
export function mastodonId(account: string, createdAt: number): string {
  return String(BigInt(createdAt) * 65_536n + BigInt(hash32(account) % 65_536));
}

/** An X account's number: it stays when the name changes. */
export function xUserId({ bornAs }: Pick<SyntheticAccount, "bornAs">): string {
  return String(1_000_000_000 + hash32(`x user x:${bornAs}`));
}

/** A YouTube channel's id, which a link may name in place of its handle. */
export function channelId({ account, companyId }: Pick<SyntheticAccount, "account" | "companyId">): string {
  return account.startsWith("channel/")
    ? account.slice("channel/".length)
    : channel(companyId).slice("channel/".length);
}
