import { notInJsonLd, pagesDisagree } from "./agreement.ts";
import { closedPlatforms, emptyPlatformLinks, personalProfiles, shareLinks } from "./links.ts";
import { deadAccounts, oldHandles } from "./observed.ts";
import type { FixRule } from "./rule.ts";
import { agencyAccounts, templateAccounts } from "./strangers.ts";

/** Every rule, in the order of the list. */
export const fixRules: readonly FixRule[] = [
  deadAccounts,
  oldHandles,
  personalProfiles,
  shareLinks,
  emptyPlatformLinks,
  templateAccounts,
  agencyAccounts,
  closedPlatforms,
  pagesDisagree,
  notInJsonLd,
];
