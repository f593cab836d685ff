import { getDomain } from "tldts";
import { parseUrl } from "../datasets/url.ts";

/** Registrable domain of an address, with or without a scheme; the host itself where there is none, null where there is no host. */
export function siteDomain(url: string): string | null {
  return getDomain(url, { allowPrivateDomains: true }) ?? parseUrl(url)?.hostname ?? null;
}
