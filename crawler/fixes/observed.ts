import type { Observation } from "../../datasets/schema.ts";
import { platformName } from "./platform-words.ts";
import { type FixRule, type FoundFix, fixAt } from "./rule.ts";
import { groupPlaces, isInFrame, isOwn, type Place, type Site } from "./site.ts";

/** An account of the company's own that does not exist any more. */
export const deadAccounts: FixRule = {
  kind: "dead_account",
  find: (site) =>
    observedFixes(site, ({ status, reason }, platform) =>
      status === "gone" && reason !== "closed_platform"
        ? `nothing, or the account that is in use: ${platformName(platform)} says that this one is gone`
        : null,
    ),
};

/** An account of the company's own that has moved to another name. */
export const oldHandles: FixRule = {
  kind: "old_handle",
  find: (site) =>
    observedFixes(site, ({ status, reason }) => {
      if (status !== "moved") return null;
      const address = /^moved_to (https?:\/\/\S+)$/.exec(reason ?? "")?.[1];
      return address ?? "the account's new name: this one is not the account it was";
    }),
};

/** Own accounts whose newest observation is a reason to write something else. */
function observedFixes(
  site: Site,
  insteadOf: (observation: Observation, platform: string) => string | null,
): FoundFix[] {
  const own = site.places.filter(({ accountId }) => isOwn(site, accountId));
  return [...groupPlaces(own, ({ accountId }) => accountId)].flatMap(([accountId, places]) => {
    const observation = site.observationOf(accountId);
    const platform = places[0].explained.platform ?? "feed";
    const instead = observation === undefined ? null : insteadOf(observation, platform);
    return instead === null ? [] : [fixAt(inFrameFirst(places), { platform, accountId, instead })];
  });
}

/** A link that visitors see says more than a line in the source. */
function inFrameFirst([first, ...others]: readonly [Place, ...Place[]]): [Place, ...Place[]] {
  const shown = others.find(isInFrame);
  return shown === undefined || isInFrame(first) ? [first, ...others] : [shown, first, ...others];
}
