import type { Company, SiteVisit } from "../../datasets/schema.ts";
import { parseUrl } from "../../datasets/url.ts";
import { rightsSign } from "../extract/rights.ts";
import { hostNames, type Name, readName } from "./names.ts";

/** Names a company goes by: the frame's, its hosts', and those its pages give themselves. */
export function companyNames(company: Company, visit: SiteVisit): Name[] {
  const { captures, finalUrl } = visit;
  const home = captures[0];
  return readNames([
    ...frameNames(company),
    ...(finalUrl === null ? [] : hostNames(finalUrl)),
    ...captures.flatMap(({ names }) => names.filter((name) => !name.startsWith(rightsSign))),
    ...(home === undefined ? [] : titleNames(home.title, home.url)),
  ]);
}

/** Names the frame alone gives a company. */
export function frameNames({ name, aliases, website }: Company): string[] {
  return [name, ...aliases, ...(website === null ? [] : hostNames(website))];
}

/** Reads names as people write them; those that tell nobody from anybody are left out. */
export function readNames(texts: readonly string[]): Name[] {
  return texts.flatMap((text) => readName(text) ?? []);
}

/** The short parts of a title: any of a home page's, the last one of another page's, where sites put their name. */
export function titleNames(title: string | null, url: string): string[] {
  const parts = (title ?? "").split(/\s+[|–—·:»-]+\s+|: /).map((part) => part.trim());
  const isHome = (parseUrl(url)?.pathname.length ?? 2) <= 1;
  const candidates = isHome ? parts : parts.slice(1).slice(-1);
  return candidates.filter((part) => part.split(/\s+/).length <= 5);
}
