import { parse } from "tldts";
import { byCodeUnit } from "../../../datasets/order.ts";

/** Most domains kept of one profile; real ones name one or two. */
const mostDomains = 20;

/** An address with its scheme, or a host on its own that is part neither of an e-mail address nor of a handle. */
const addresses =
  /https?:\/\/[^\s"'<>()]+|(?<![\p{L}\p{N}@._/-])(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}(?![\p{L}\p{N}@-])/giu;

/**
 * Registrable domains of the addresses in a profile's texts, HTML or plain. Nothing else of a text is kept: a word with a dot in it
 * counts only under a suffix that exists.
 *
 * @returns without repeats, in code-unit order
 */
export function linkedDomains(texts: readonly (string | null)[]): string[] {
  const found = texts.flatMap((text) => (text ?? "").match(addresses) ?? []).flatMap(domainOf);
  return [...new Set(found)].sort(byCodeUnit).slice(0, mostDomains);
}

function domainOf(address: string): string[] {
  const { domain, isIcann, isPrivate } = parse(address, { allowPrivateDomains: true });
  const isMeant = /^https?:/i.test(address) || isIcann === true || isPrivate === true;
  return domain !== null && isMeant ? [domain] : [];
}

/** What evidence keeps of such a text: the domains, written so that they are found in it again; null for what is no text. */
export function domainsAlone(value: unknown): string | null {
  if (typeof value !== "string") return null;
  return linkedDomains([value])
    .map((domain) => `https://${domain}`)
    .join(" ");
}
