import type { Company, Declaration, Observation, Ownership, PageCapture } from "../../datasets/schema.ts";
import { addressOf, hintOf } from "../claims.ts";
import { type Explanation, explain } from "../platforms/resolve.ts";

/** One declaration in its page, with what its address names. */
export interface Place {
  capture: PageCapture;
  declaration: Declaration;
  explained: Explanation;
  /** Account or person's profile it names, `platform:account`; null when it names neither. */
  accountId: string | null;
}

/** All that is known of one company's own pages. */
export interface Site {
  company: Company;
  /** Pages that were read. */
  captures: readonly PageCapture[];
  /** In the order of pages and of what stands in them. */
  places: readonly Place[];
  /** By accountId. */
  ownerships: ReadonlyMap<string, Ownership>;
  /** The newest observation of an account; undefined when it was not observed. */
  observationOf(accountId: string): Observation | undefined;
}

/** Every declaration of some pages, read. */
export function placesOf(captures: readonly PageCapture[]): Place[] {
  return captures.flatMap((capture) =>
    capture.declares.map((declaration) => {
      const explained = explain(addressOf(declaration), capture.url, hintOf(declaration));
      const { found } = explained;
      return { capture, declaration, explained, accountId: found && `${found.platform}:${found.account}` };
    }),
  );
}

/** Places by a key, in the order of their first; those without one are left out. */
export function groupPlaces(
  places: readonly Place[],
  keyOf: (place: Place) => string | null,
): Map<string, [Place, ...Place[]]> {
  const groups = new Map<string, [Place, ...Place[]]>();
  for (const place of places) {
    const key = keyOf(place);
    const group = key === null ? undefined : groups.get(key);
    if (group !== undefined) group.push(place);
    else if (key !== null) groups.set(key, [place]);
  }
  return groups;
}

/** Pages on which some places stand. */
export const pageCount = (places: readonly Place[]): number =>
  new Set(places.map(({ capture }) => capture.captureId)).size;

/** Whether the site calls an account its own. */
export function isOwn(site: Site, accountId: string | null): boolean {
  return accountId !== null && site.ownerships.get(accountId)?.own === "true";
}

/** Canonical address of the company's own account on a platform, the primary one before others; null when it names none. */
export function ownAddress({ places, ownerships }: Site, platform: string): string | null {
  const own = places.filter(({ accountId, explained }) => {
    return explained.found?.platform === platform && ownerships.get(accountId ?? "")?.own === "true";
  });
  const primary = own.find(({ accountId }) => ownerships.get(accountId ?? "")?.kind === "primary");
  return (primary ?? own[0])?.explained.found?.url ?? null;
}

const shownKinds: ReadonlySet<string> = new Set(["link", "relme", "widget", "microdata", "iframe"]);
const frameRegions: ReadonlySet<string> = new Set(["header", "nav", "aside", "footer"]);
const socialBlocks = ["icon_list", "social", "follow"];
/** Corners of a page where somebody else's accounts have their place. */
const strangersCorners = "share author comment embed article team partner credit blogroll prose".split(" ");
const othersCorners = [...strangersCorners, "account_list"];

/** Whether a place is shown to visitors. */
export const isShown = ({ declaration }: Place): boolean => shownKinds.has(declaration.kind);

/** Whether something around a place says one of some words. */
export const isWithin = ({ declaration }: Place, words: readonly string[]): boolean =>
  declaration.context.some((word) => words.includes(word));

/** Whether a place is one of a block of the company's accounts: shown as such, and in nobody else's corner. */
export function isInSocialBlock(place: Place): boolean {
  return isShown(place) && isWithin(place, socialBlocks) && !isWithin(place, othersCorners);
}

/** Whether a place belongs to the site's frame around its content, or to a block of accounts. */
export function isInFrame(place: Place): boolean {
  const isAround = frameRegions.has(place.declaration.region) && !isWithin(place, othersCorners);
  return isInSocialBlock(place) || (isShown(place) && isAround);
}

/** Whether a place stands in one list with an account of the company's own. */
export function isBesideOwn(place: Place, site: Site): boolean {
  const { list } = place.declaration;
  if (list === null || !isShown(place) || isWithin(place, strangersCorners)) return false;
  return site.places.some(
    ({ capture, declaration, accountId }) =>
      capture === place.capture && declaration.list === list && isOwn(site, accountId),
  );
}

/** Whether the page's own machine-readable data says it, as publisher or organisation. */
export function isSaidByPublisher(place: Place): boolean {
  const { kind } = place.declaration;
  return (kind === "jsonld" || kind === "meta") && isWithin(place, ["publisher", "organization", "website"]);
}

/** Whether a link is an icon or says the platform's name, and not somebody's. */
export function isPlatformLabel({ declaration: { text } }: Place, name: string): boolean {
  if (text === null || text.startsWith(".")) return true;
  const said = wordsOf(text);
  return text.length <= 40 && wordsOf(name).some((word) => said.includes(word));
}

const wordsOf = (text: string) =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}+]+/u)
    .filter((word) => word !== "and" && word !== "");
