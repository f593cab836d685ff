import { cleanText } from "./notes.ts";

/** Stands before the name of a copyright line among a page's names: it speaks for the page, but not about its accounts. */
export const rightsSign = "© ";

/**
 * Whom the page's copyright line names, as written: `© 2019-2024 Acme Inc. All rights reserved` says `Acme Inc.`. Of several lines
 * the last counts, since it is the page's and not a picture's. Null where none names anybody.
 */
export function rightsHolder(html: string): string | null {
  const lines = signs.flatMap((sign) => placesOf(sign, html).slice(-mostLines)).sort((a, b) => b - a);
  for (const at of lines.slice(0, mostLines)) {
    const holder = holderIn(html.slice(at, at + lineLength));
    if (holder !== null) return holder;
  }
  return null;
}

// Searching forwards is many times as fast as searching for the last one.
function placesOf(sign: string, html: string): number[] {
  const places: number[] = [];
  for (let at = html.indexOf(sign); at >= 0; at = html.indexOf(sign, at + 1)) places.push(at);
  return places;
}

/** How pages write the sign. */
const signs = ["©", "&copy;", "&#169;", "(c) 20", "(C) 20"] as const;

/** Scripts and styles have copyright lines, too, so that a page can have many. */
const mostLines = 6;
const lineLength = 600;

function holderIn(line: string): string | null {
  const parts = line.replace(/^(?:&[#\w]+;|©|\([cC]\))/, "").split(/<[^>]*>|\n|\s[|·•]\s/);
  for (const part of parts.slice(0, mostParts)) {
    const text = (cleanText(part) ?? "")
      .replace(/copyright|©|\b(?:19|20)\d\d\b(?:\s*[-–—/,]\s*(?:\d{2,4}|present|today)\b)*/gi, " ")
      .replace(/^[\s\p{P}]*(?:by\s+)?/iu, "")
      .replace(reserved, "")
      .replace(/[\s\p{Pd},;:|]+$/u, "");
    if (/[{}=;*]/.test(text)) return null;
    if (/\p{L}{2}/u.test(text)) return text.length <= longestHolder ? text : null;
  }
  return null;
}

/** Parts between tags that are looked at: sign, years and name often stand in elements of their own. */
const mostParts = 8;
const longestHolder = 80;

/** What follows the name, in the languages of most sites; a sentence that begins behind it as well. */
const reserved =
  /[\s.,\-–—|]*(?:\b(?:all rights|alle rechte|tous droits|todos los derechos|tutti i diritti|todos os direitos|alle rechten|wszelkie prawa|alla rättigheter)\b|\.\s+\p{Lu}|保留所有权利|版权所有).*$/isu;
