/** Digits of ROR ids: Crockford's base 32, without i, l, o and u. */
const digits = "0123456789abcdefghjkmnpqrstvwxyz";

/**
 * Whether a text is the address of a record that the Research Organization Registry can have: its last two digits check the others
 * (ISO/IEC 7064, mod 97-10).
 */
export function isRorId(text: string): boolean {
  const [, number = "", check] =
    /^(?:https:\/\/ror\.org\/)?0([a-hj-km-np-tv-z\d]{6})(\d{2})$/.exec(text) ?? [];
  if (check === undefined) return false;
  const value = [...number].reduce((sum, digit) => sum * 32 + digits.indexOf(digit), 0);
  return 98 - ((value * 100) % 97) === Number(check);
}

/** Whether a text has the form of a Wikidata item, Q and a number. */
export const isWikidataId = (text: string): boolean => /^Q[1-9]\d*$/.test(text);
