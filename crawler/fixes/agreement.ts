import { isSocial, platformName } from "./platform-words.ts";
import { type FixRule, type FoundFix, fixAt } from "./rule.ts";
import { groupPlaces, isInFrame, isSaidByPublisher, type Place, pageCount, type Site } from "./site.ts";

/** Own accounts for the general public of a site by platform, each with its places in the site's frame. */
function generalAccounts(site: Site, kinds: readonly string[]): Map<string, [Place, ...Place[]]> {
  const framed = site.places.filter((place) => {
    const ownership = site.ownerships.get(place.accountId ?? "");
    const isGeneral = ownership?.own === "true" && kinds.includes(ownership.kind);
    return isGeneral && isSocial(place.explained.platform ?? "") && isInFrame(place);
  });
  return groupPlaces(framed, ({ accountId }) => accountId);
}

/** Ids and older forms of names, which may be another name of the account beside them. */
const mayBeAlias = (accountId: string) => /:(?:id|channel|user|c|profile)\/|[:/]\d+$|:did:/.test(accountId);

/** Facebook takes no notice of dots in a name. */
const bare = (accountId: string) =>
  accountId.startsWith("facebook:") ? accountId.replaceAll(".", "") : accountId;

/** Whether two accounts are surely two, on one platform. */
const isRival = (a: string, b: string) => platformOf(a) === platformOf(b) && bare(a) !== bare(b);

const platformOf = (accountId: string) => accountId.slice(0, accountId.indexOf(":"));

/** Two pages of one site that name different accounts on one platform as the company's. */
export const pagesDisagree: FixRule = {
  kind: "pages_disagree",
  find: (site) => {
    const accounts = [...generalAccounts(site, ["primary", "secondary"])].filter(([id]) => !mayBeAlias(id));
    const ranked = accounts.sort(([, a], [, b]) => pageCount(b) - pageCount(a));
    return ranked.flatMap(([accountId, places], at) => {
      const rivals = ranked.slice(0, at).filter(([id]) => isRival(id, accountId));
      const rival = rivals.find(
        ([id, others]) => isApart(accountId, id, site) && isApart(id, accountId, site, others),
      );
      return rival === undefined ? [] : [disagreement(accountId, places, rival[1])];
    });
  },
};

/** Whether some page shows an account in its frame and does not name the other one anywhere. */
function isApart(accountId: string, otherId: string, { places }: Site, shown?: readonly Place[]): boolean {
  const naming = new Set(places.filter((place) => place.accountId === otherId).map(({ capture }) => capture));
  const pages = shown ?? places.filter((place) => place.accountId === accountId && isInFrame(place));
  return pages.some(({ capture }) => !naming.has(capture));
}

function disagreement(
  accountId: string,
  places: readonly [Place, ...Place[]],
  others: readonly [Place, ...Place[]],
): FoundFix {
  const url = others[0].explained.found?.url ?? "";
  const pages = pageCount(others);
  const instead = `${url}, as ${pages === 1 ? "another page does" : `${pages} other pages do`}; or this one on every page`;
  return fixAt(places, { platform: platformOf(accountId), accountId, instead });
}

/** An account that the site shows and its own organisation's `sameAs` leaves out, although it names others. */
export const notInJsonLd: FixRule = {
  kind: "not_in_jsonld",
  find: (site) => {
    const listed = site.places.filter(
      (place) => place.declaration.kind === "jsonld" && isSaidByPublisher(place),
    );
    const own = listed.filter(({ accountId }) => site.ownerships.get(accountId ?? "")?.own === "true");
    if (own.length === 0) return [];
    const named = new Set(listed.flatMap(({ accountId }) => (accountId === null ? [] : bare(accountId))));
    return [...generalAccounts(site, ["primary"])]
      .filter(([id]) => !named.has(bare(id)) && !mayBeListed(id, named))
      .map(([accountId, places]) => {
        const address = places[0].explained.found?.url ?? "";
        const platform = platformOf(accountId);
        const instead = `"${address}" in sameAs of the organisation's JSON-LD, for ${platformName(platform)}`;
        return fixAt(places, { platform, accountId, instead });
      });
  },
};

/** Whether an account may be listed under another name. */
function mayBeListed(accountId: string, named: ReadonlySet<string>): boolean {
  const rivals = [...named].filter((id) => platformOf(id) === platformOf(accountId));
  return rivals.some((id) => mayBeAlias(id) || mayBeAlias(accountId));
}
