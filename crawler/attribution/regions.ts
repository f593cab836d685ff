/** Words by which accounts say that they are for one part of the world only: countries, regions, languages and large cities. */

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Two- and three-letter codes as handles and labels use them: countries, and `UK`, `EU`, `USA`, `UAE`. */
const codes = words(
  "us usa uk gb eu de fr es it nl be ch at jp cn in br mx ca au nz ru pl se dk no fi pt tr kr za ie il ar cl co pe cz sk hu ro gr ua sg hk tw th my id ph vn uae ksa eg ng ke",
);

/** Names, of two words without the space, without accents. */
const names = words(`
  europe europa emea apac latam asia asiapacific africa america americas northamerica latinamerica latinoamerica middleeast mena nordic nordics
  scandinavia benelux dach iberia baltics balkans canada usa unitedstates brasil brazil mexico argentina chile colombia peru australia newzealand
  japan nippon china india korea deutschland germany france frankreich espana spain italia italy nederland netherlands belgium belgie belgique
  schweiz suisse svizzera switzerland osterreich austria polska poland sverige sweden danmark denmark norge norway suomi finland portugal ireland
  unitedkingdom england scotland wales israel turkiye turkey southafrica singapore hongkong taiwan thailand malaysia indonesia philippines vietnam
  russia rossiya ukraine czech cesko slovakia magyarorszag hungary romania greece hellas arabia saudiarabia emirates egypt nigeria kenya pakistan
  latino latinos espanol deutsch francais italiano nederlands portugues english arabic
  london paris berlin munich muenchen hamburg wien vienna zurich zuerich madrid barcelona milano roma lisboa amsterdam brussels copenhagen stockholm
  oslo helsinki dublin moscow istanbul dubai mumbai delhi bangalore beijing shanghai tokyo seoul sydney melbourne toronto montreal newyork nyc
  chicago boston losangeles sanfrancisco houston texas california florida saopaulo`);

/**
 * Whether a handle names a part of the world, by itself or behind the name that the company's other handles share.
 *
 * @param others handles of the company's other accounts, `compact`
 */
export function namesRegion(handle: string, others: readonly string[]): boolean {
  const parts = fold(handle)
    .split(/[^a-z\d]+/)
    .filter(Boolean);
  if (parts.length > 1 && parts.some(isRegion)) return true;
  const rest = restOf(handle, others);
  return rest !== null && (isRegion(rest) || names.has(rest.replace(/^(?:in|at|the)/, "")));
}

/** Whether a label of a link names a part of the world; codes count in capitals only, since "follow us" is no country. */
export function labelsRegion(label: string): boolean {
  const parts = label.split(/[^\p{L}]+/u).filter(Boolean);
  const folded = parts.map(fold);
  const isNamed = folded.some(
    (part, index) => names.has(part) || names.has(part + (folded[index + 1] ?? "")),
  );
  const isShouted = label === label.toUpperCase() && parts.length > 1;
  return (
    isNamed ||
    (!isShouted && parts.some((part) => /^[A-Z]{2,3}$/.test(part) && codes.has(part.toLowerCase())))
  );
}

/** What a handle adds to the longest of some others (`compact`) that it holds; null when it holds none. */
export function restOf(handle: string, others: readonly string[]): string | null {
  const whole = compact(handle);
  const held = others
    .filter((other) => other.length >= 3 && other.length < whole.length && whole.includes(other))
    .sort((a, b) => b.length - a.length)[0];
  return held === undefined ? null : whole.replace(held, "");
}

const isRegion = (word: string): boolean => codes.has(word) || names.has(word);

/** A handle without case, accents and signs. */
export function compact(text: string): string {
  return fold(text).replace(/[^a-z\d]/g, "");
}

function fold(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
