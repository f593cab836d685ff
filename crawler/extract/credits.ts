import { getDomain, getDomainWithoutSuffix } from "tldts";
import type { Finding } from "./notes.ts";
import { creditsNext } from "./phrases.ts";

/**
 * Who made a page, by its links to other sites that words like "Design by" stand before: themes leave their maker's accounts in the
 * same page as that credit.
 *
 * @returns whether an account bears the name of one of those sites
 */
export function creditsOf(links: readonly Finding[], baseUrl: string): (account: string) => boolean {
  const site = getDomain(baseUrl, { allowPrivateDomains: true });
  const makers = new Set(
    links.flatMap(({ href, before }) => {
      if (!/^(?:https?:)?\/\//i.test(href) || !creditsNext(before?.at(-1)?.text ?? "")) return [];
      const isOwn = getDomain(href, { allowPrivateDomains: true }) === site;
      const name = compact(getDomainWithoutSuffix(href, { allowPrivateDomains: true }) ?? "");
      return isOwn || name.length < shortest ? [] : [name];
    }),
  );
  return (account) => makers.has(compact(account.slice(account.lastIndexOf("/") + 1)));
}

/** Shorter names are too likely to be met by chance, in letters. */
const shortest = 4;

function compact(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}
