import { type Answer, type Asked, notFound } from "./answer.ts";
import type { Directory } from "./directory.ts";
import type { Arrival } from "./oracle.ts";
import { answerBluesky, blueskyHosts } from "./platforms/bluesky.ts";
import { answerClosed, isClosedPlatform } from "./platforms/closed.ts";
import { answerMastodon, type Instance } from "./platforms/mastodon.ts";
import { answerSite, answerStranger, strangersHost } from "./sites/answer-site.ts";
import { disallowedPrefixes } from "./sites/robots.ts";

/** What stands behind a host name: whose it is, whether robots may ask for this path, and what it answers. */
export interface Behind {
  owner: Arrival["owner"];
  isDisallowed: boolean;
  answer(): Answer;
}

/** Finds out who answers a request: a company's site, an open platform, a closed one, or nobody. */
export function behind(asked: Asked, directory: Directory, instances: readonly Instance[]): Behind {
  const { host, path } = asked;
  const site = (answer: () => Answer, prefixes: readonly string[] = []): Behind => ({
    owner: "site",
    isDisallowed: prefixes.some((prefix) => path.startsWith(prefix)),
    answer,
  });
  const company = directory.companyByHost(host);
  if (company) return site(() => answerSite(asked, directory) ?? notFound, disallowedPrefixes(company));
  if (host === strangersHost) return site(() => answerStranger(asked));
  if (blueskyHosts.includes(host)) return site(() => answerBluesky(asked, directory));
  const instance = instances.find((candidate) => candidate.host === host);
  if (instance)
    return site(() => answerMastodon(asked, instance, directory), ["/media_proxy/", "/interact/"]);
  if (isClosedPlatform(host))
    return { owner: "closed", isDisallowed: true, answer: () => answerClosed(path) };
  return { owner: "nobody", isDisallowed: false, answer: () => notFound };
}
