import { closedWords, isClosed, platformName } from "./platform-words.ts";
import { type FixRule, fixAt } from "./rule.ts";
import {
  groupPlaces,
  isBesideOwn,
  isInFrame,
  isInSocialBlock,
  isOwn,
  isPlatformLabel,
  isSaidByPublisher,
  isShown,
  isWithin,
  ownAddress,
  type Place,
  pageCount,
  type Site,
} from "./site.ts";

/** `https://www.facebook.com/` under an icon: it leads visitors to the platform's own front page. */
export const emptyPlatformLinks: FixRule = {
  kind: "empty_platform_link",
  find: (site) => {
    const empty = site.places.filter(({ explained }) => {
      const { platform, reason, found } = explained;
      return found === null && reason === "empty" && platform !== null && !isClosed(platform);
    });
    return [...groupPlaces(empty.filter(isTemplateLink), platformOf)].map(([platform, places]) => {
      const address = ownAddress(site, platform);
      const name = platformName(platform);
      const instead = address ?? `your own account on ${name}, or nothing where you have none`;
      return fixAt(places, { platform, accountId: null, instead });
    });
  },
};

/** A link of the site's frame. What is in no known region must be repeated to be of the template: running text is not. */
function isTemplateLink(place: Place, _: number, all: readonly Place[]): boolean {
  const { platform } = place.explained;
  if (platform === null || !isPlatformLabel(place, platformName(platform))) return false;
  if (isInFrame(place)) return true;
  const { region, href, locator } = place.declaration;
  const same = all.filter((each) => each.declaration.href === href && each.declaration.locator === locator);
  return (
    region === "unknown" && isShown(place) && !isWithin(place, ["prose", "credit"]) && pageCount(same) > 1
  );
}

const platformOf = ({ explained }: Place) => explained.platform;

/** A person's profile where the company's account should be: under an icon of the site's frame, or in its structured data. */
export const personalProfiles: FixRule = {
  kind: "personal_profile",
  find: (site) => {
    const people = site.places.filter((place) => {
      const { found } = place.explained;
      if (found?.person !== true || site.ownerships.has(place.accountId ?? "")) return false;
      const isOnDisplay = isInFrame(place) || isBesideOwn(place, site);
      return (
        isSaidByPublisher(place) || (isOnDisplay && isPlatformLabel(place, platformName(found.platform)))
      );
    });
    return [...groupPlaces(people, platformOf)].map(([platform, places]) =>
      fixAt(places, {
        platform,
        accountId: null,
        href: withoutName(places[0].declaration.href),
        instead:
          ownAddress(site, platform) ?? `the company's own page on ${platformName(platform)}, or nothing`,
      }),
    );
  },
};

/** People's names stay out of what is published. */
const withoutName = (href: string) =>
  href.replace(/(\/(?:in|pub|profile|user|people|p)\/).*$|[?].*$|[^/]+\/?$/, "$1…");

/** A share link among the links to accounts: it shares the page, where visitors expect the account. */
export const shareLinks: FixRule = {
  kind: "share_link_as_profile",
  find: (site) => {
    const shares = site.places.filter(({ explained }) => explained.kind === "share");
    const misplaced = shares.filter((place) => isAmongAccounts(place, shares, site));
    return [...groupPlaces(misplaced, platformOf)].map(([platform, places]) => {
      const instead =
        ownAddress(site, platform) ?? `your own account on ${platformName(platform)}, or nothing`;
      return fixAt(places, { platform, accountId: null, instead });
    });
  },
};

/** In one list with more accounts of the company's own than share links, none of them on its platform. */
function isAmongAccounts(place: Place, shares: readonly Place[], site: Site): boolean {
  if (!isShown(place) || isWithin(place, ["share", "article", "prose"])) return false;
  const isBeside = (other: Place) =>
    other.capture === place.capture && listPath(other) === listPath(place) && isShown(other);
  const accounts = site.places.filter((other) => isBeside(other) && isOwn(site, other.accountId));
  const rivals = shares.filter(isBeside);
  const isTaken = accounts.some(({ explained }) => explained.platform === place.explained.platform);
  return !isTaken && accounts.length >= 2 && accounts.length > rivals.length;
}

/** The list a link stands in: its path without the classes of the link and of what holds it alone, which name the platform. */
function listPath({ declaration }: Place): string {
  const steps = declaration.locator.split(" > ");
  return steps.map((step, at) => (at < steps.length - 2 ? step : step.replace(/[.#].*$/, ""))).join(" > ");
}

/** A link to a platform that is no more. */
export const closedPlatforms: FixRule = {
  kind: "closed_platform",
  find: (site) => {
    const closed = site.places.filter((place) => {
      const { platform, found, reason } = place.explained;
      if (platform === null || !isClosed(platform) || (found === null && reason !== "empty")) return false;
      return (
        isOwn(site, place.accountId) || isInFrame(place) || isInSocialBlock(place) || isSaidByPublisher(place)
      );
    });
    return [...groupPlaces(closed, platformOf)].map(([platform, places]) =>
      fixAt(places, {
        platform,
        accountId: places[0].accountId,
        instead: `nothing: ${platformName(platform)} closed${closedWords(platform)}`,
      }),
    );
  },
};
