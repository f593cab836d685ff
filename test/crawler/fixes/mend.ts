import { resolveAccounts } from "../../../crawler/accounts.ts";
import { findClaims } from "../../../crawler/claims.ts";
import { findFixes } from "../../../crawler/fix-list.ts";
import type { Fix } from "../../../datasets/mending.ts";
import type { Company, Observation } from "../../../datasets/schema.ts";
import { observation } from "../../datasets/records.ts";
import { captureOf, companyOf, visitOf } from "../site.ts";

/** What else is known beside a site's pages. */
interface Also {
  observed?: readonly (readonly [accountId: string, said: Partial<Observation>])[];
  company?: Partial<Company>;
  finalUrl?: string;
}

/** The fix list of a site: HTML by path. */
export function fixesOf(pages: Readonly<Record<string, string>>, also: Also = {}): Fix[] {
  const captures = Object.entries(pages).map(([path, html], at) =>
    captureOf(html, `https://www.acme.example${path}`, at + 1),
  );
  const company = companyOf(also.company);
  const visit = visitOf(captures, also.finalUrl);
  const { ownerships } = resolveAccounts(company, visit, captures.flatMap(findClaims));
  const observations = (also.observed ?? []).map(([accountId, said]) => observation(accountId, said));
  return findFixes(company, visit, {
    ownerships,
    observationsOf: (accountId) => observations.filter((each) => each.accountId === accountId),
  });
}

/** Kind, subject and advice of each problem. */
export function mended(pages: Readonly<Record<string, string>>, also: Also = {}): string[][] {
  return fixesOf(pages, also).map(({ kind, platform, accountId, instead }) => [
    kind,
    accountId ?? platform,
    instead,
  ]);
}

/** A footer of a site with icons of its own accounts on X and Instagram, and something more among them. */
export const footer = (more = "") => `<footer><ul class="social">
  <li><a href="https://x.com/acme" title="X"></a></li>
  <li><a href="https://www.instagram.com/acme/" title="Instagram"></a></li>${more}</ul></footer>`;
