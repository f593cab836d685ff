import { platformName } from "./platform-words.ts";
import { type FixRule, fixAt } from "./rule.ts";
import {
  groupPlaces,
  isInFrame,
  isSaidByPublisher,
  isShown,
  isWithin,
  ownAddress,
  type Place,
} from "./site.ts";

/** An account that a theme or a site builder left behind where the company's should be. */
export const templateAccounts: FixRule = {
  kind: "template_account",
  find: (site) => {
    const left = site.places.filter((place) => {
      const ownership = site.ownerships.get(place.accountId ?? "");
      const isTemplates = ownership?.own === "false" && ownership.reasons.includes("template_account");
      return isTemplates && (isInFrame(place) || isSaidByPublisher(place));
    });
    return [...groupPlaces(left, accountOf)].map(([accountId, places]) => {
      const platform = places[0].explained.platform ?? "";
      const instead =
        ownAddress(site, platform) ?? `your own account on ${platformName(platform)}, or nothing`;
      return fixAt(places, { platform, accountId, instead });
    });
  },
};

/** An account of whoever made the site, in the line that says so: programs and hasty readers take it for the company's. */
export const agencyAccounts: FixRule = {
  kind: "agency_account",
  find: (site) => {
    const signed = site.places.filter((place) => {
      const isOthers = site.ownerships.get(place.accountId ?? "")?.own === "false";
      const isSignature = isWithin(place, ["credit"]) && !isWithin(place, notOfTheSite);
      return isOthers && isShown(place) && isSignature && place.declaration.region !== "main";
    });
    return [...groupPlaces(signed, accountOf)].map(([accountId, places]) =>
      fixAt(places, {
        platform: places[0].explained.platform ?? "",
        accountId,
        instead: "the credit with a link to the maker's website alone",
      }),
    );
  },
};

/** A credit in an article, or for a picture of one, is no signature of the site. */
const notOfTheSite = ["article", "comment", "embed"];

const accountOf = ({ accountId }: Place) => accountId;
