import { decodeHTMLAttribute } from "entities";
import { parseUrl } from "../../datasets/url.ts";

/** Longest address that is looked at, in characters; longer ones are data, not links. */
const maxLength = 2_000;

/** An attribute's address with entities decoded, white space at the ends and line ends removed; null when there is none to speak of. */
export function readAddress(raw: string | undefined): string | null {
  if (raw === undefined || raw.length > maxLength * 2) return null;
  const decoded = raw.includes("&") ? decodeHTMLAttribute(raw) : raw;
  const address = decoded.replace(/[\t\r\n]/g, "").trim();
  return address === "" || address === "#" || address.length > maxLength ? null : address;
}

/** An address made absolute; `facebook.com/name` without a scheme stays as it is, for the platform grammar to repair. */
export function absoluteAddress(address: string, baseUrl: string): string {
  if (/^[a-z][a-z0-9+.-]*:/i.test(address) || /^[\w-]+(\.[\w-]+)+\//.test(address)) return address;
  return parseUrl(address, baseUrl)?.href ?? address;
}
