import { type Answer, type Asked, notFound } from "./answer.ts";
import type { Directory } from "./directory.ts";
import type { Arrival } from "./oracle.ts";
import { answerBluesky, blueskyHosts } from "./platforms/bluesky.ts";
import { answerClosed, isClosedPlatform } from "./platforms/closed.ts";
import { answerMastodon, type Instance } from "./platforms/mastodon.ts";
import { answerMeta, metaApiHosts } from "./platforms/meta.ts";
import { answerX, xApiHost } from "./platforms/x.ts";
import { answerYoutube, youtubeApiHost } from "./platforms/youtube.ts";
import { answerSite, answerStranger, strangersHost } from "./sites/answer-site.ts";
import { crawlDelaySeconds, disallowedPrefixes } from "./sites/robots.ts";

/** What stands behind a host name: whose it is, what it asks of robots, and what it answers. */
export interface Behind extends Pick<Arrival, "owner" | "lane" | "delayMs" | "isDisallowed"> {
  answer(): Answer;
}

/** All that can be asked, and the delay that the crawler promised. */
export interface Web {
  directory: Directory;
  instances: readonly Instance[];
  /** Milliseconds. */
  delayMs: number;
}

/** Milliseconds between requests that are no burden to Bluesky's AppView; its robots.txt allows "a handful" at once. */
const blueskyDelayMs = 100;

/** The same for interfaces that are asked with a token, which have limits of their own. */
const apiDelayMs = 100;

/** Official interfaces by host: they are no part of the platforms' sites, which forbid robots. */
const apis: Readonly<Record<string, (asked: Asked, directory: Directory) => Answer>> = {
  [xApiHost]: answerX,
  [youtubeApiHost]: answerYoutube,
  ...Object.fromEntries(metaApiHosts.map((host) => [host, answerMeta])),
};

/** Hosts of one registrable domain share a lane; that of the Data API is a domain of its own. */
const laneOf = (host: string) => (host === youtubeApiHost ? host : host.split(".").slice(-2).join("."));

/** Finds out who answers a request: a company's site, an open platform, a closed one, or nobody. */
export function behind(asked: Asked, { directory, instances, delayMs }: Web): Behind {
  const { host, path } = asked;
  const site = (answer: () => Answer): Behind => ({
    owner: "site",
    lane: host,
    delayMs,
    isDisallowed: false,
    answer,
  });
  const company = directory.companyByHost(host);
  if (company) {
    return {
      ...site(() => answerSite(asked, directory) ?? notFound),
      lane: company.domain,
      delayMs: Math.max(delayMs, crawlDelaySeconds(company) * 1_000),
      isDisallowed: disallowedPrefixes(company).some((prefix) => path.startsWith(prefix)),
    };
  }
  if (host === strangersHost) return site(() => answerStranger(asked));
  if (blueskyHosts.includes(host)) {
    const lane = { lane: "bsky.app", delayMs: Math.min(delayMs, blueskyDelayMs) };
    return { ...site(() => answerBluesky(asked, directory)), ...lane };
  }
  const api = apis[host];
  if (api) {
    const lane = { lane: laneOf(host), delayMs: Math.min(delayMs, apiDelayMs) };
    return { ...site(() => api(asked, directory)), ...lane };
  }
  const instance = instances.find((candidate) => candidate.host === host);
  if (instance) return site(() => answerMastodon(asked, instance, directory));
  const owner = isClosedPlatform(host) ? "closed" : "nobody";
  return { ...site(() => (owner === "closed" ? answerClosed(path) : notFound)), owner, delayMs: 0 };
}
