import type { AccountClaim, Declaration, PageCapture } from "../datasets/schema.ts";
import { readNames } from "./attribution/company-names.ts";
import { handleOf } from "./attribution/handle.ts";
import { hostNames } from "./attribution/names.ts";
import { isSiteOwner } from "./attribution/people.ts";
import type { UrlHint } from "./platforms/platform.ts";
import { resolve } from "./platforms/resolve.ts";

/**
 * The accounts one page names, each with the declaration that names it. Share links, posts and addresses of no platform are no
 * claims; people's profiles are dropped unless the site is that person's own.
 *
 * @returns claims in the order of the page, one for each declaration
 */
export function findClaims(capture: PageCapture): AccountClaim[] {
  const companyId = capture.captureId.slice(0, Math.max(0, capture.captureId.lastIndexOf("#")));
  const names = readNames([...hostNames(capture.url), ...capture.names]);
  return capture.declares.flatMap((evidence, ordinal) => {
    const found = resolve(addressOf(evidence), capture.url, hintOf(evidence));
    if (found === null) return [];
    const { platform, account, url, person } = found;
    if (person && !isSiteOwner(handleOf(platform, account, addressOf(evidence)) ?? "", evidence, names))
      return [];
    const claimId = `${capture.captureId}/${String(ordinal + 1).padStart(3, "0")}`;
    return [{ claimId, companyId, platform, account, url, captureId: capture.captureId, evidence }];
  });
}

/** The address that a declaration gives in the end. */
export const addressOf = ({ href, leadsTo }: Declaration): string => leadsTo ?? href;

/** What stood around a declared address: within a list of accounts its host names the platform that the link presents itself as. */
export function hintOf({ kind, text, context, href }: Declaration): UrlHint {
  const rel = kind === "relme" ? "me" : kind === "feed" ? "alternate" : undefined;
  const isAmongAccounts = context.includes("icon_list") || context.includes("social");
  const label = [text ?? "", isAmongAccounts ? href : ""].join(" ").trim();
  return { ...(rel === undefined ? {} : { rel }), ...(label === "" ? {} : { label }) };
}
