import { grouped } from "../datasets/grouping.ts";
import { byCodeUnit } from "../datasets/order.ts";
import type { Account, AccountClaim, Company, Ownership, SiteVisit } from "../datasets/schema.ts";
import { companyNames } from "./attribution/company-names.ts";
import { type KindCase, kindsOf } from "./attribution/kinds.ts";
import { judgeLists } from "./attribution/lists.ts";
import { type Name, readName } from "./attribution/names.ts";
import { isPerson, platformGroup } from "./attribution/platforms.ts";
import { type ClaimView, viewClaim } from "./attribution/view.ts";
import { type Verdict, weigh } from "./attribution/weigh.ts";
import { siteDomain } from "./site-domain.ts";

export { settleShared } from "./attribution/shared.ts";

/** Accounts that a company's pages name, and whose they are. */
export interface ResolvedAccounts {
  accounts: Account[];
  ownerships: Ownership[];
}

/**
 * Claims of one company -> accounts and whether they are its own. Every account named gets an ownership; `own` is `false` for
 * somebody else's, and `unknown` where the evidence speaks against it so faintly that it may be the company's all the same
 * (`in_doubt`), or where the site has moved to a host that is not the company's (`redirected_offsite`; the next reason names the
 * host, and `settleShared`, which knows the frame, may settle it).
 *
 * @returns both in code-unit order of accountId
 */
export function resolveAccounts(
  company: Company,
  visit: SiteVisit,
  claims: readonly AccountClaim[],
): ResolvedAccounts {
  const cases = [...grouped(viewsOf(company, visit, claims), ({ accountId }) => accountId)]
    .map(([accountId, views]) => ({
      accountId,
      views,
      isPerson: isPerson(views[0]?.claim.url ?? ""),
      ...weigh(views),
    }))
    .sort((a, b) => byCodeUnit(a.accountId, b.accountId));
  const kinds = kindsOf(cases.filter(isOwn));
  const offsite = offsiteHost(company, visit);
  return {
    accounts: cases.flatMap(({ views }) => (views[0] === undefined ? [] : [accountOf(views[0].claim)])),
    ownerships: cases.map((one) => ownershipOf(company, one, { kind: kinds.get(one.accountId), offsite })),
  };
}

type Case = KindCase & Verdict;

const isOwn = ({ logOdds }: Verdict) => logOdds > 0;

/**
 * Log-odds up to which nothing is said to be somebody else's: a company whose account was left out would pass for one without. Own
 * choice; on 105 labelled pages all but the sure ones lie beyond.
 */
const faint = -1;
const isInDoubt = ({ logOdds }: Verdict) => logOdds <= 0 && logOdds > faint;

/** Log-odds from which a well-named account lends its handle as a further name of the company. */
const lendsName = 3;

/** Looks at all claims twice: handles that match the company's names become names for the second look. */
function viewsOf(company: Company, visit: SiteVisit, claims: readonly AccountClaim[]): ClaimView[] {
  const captures = new Map(visit.captures.map((capture) => [capture.captureId, capture]));
  const look = (names: readonly Name[]) =>
    claims.map((claim) => viewClaim(claim, names, captures.get(claim.captureId)));
  const names = companyNames(company, visit);
  const learned = [...grouped(look(names), ({ accountId }) => accountId).values()].flatMap((views) => {
    const [view] = views;
    const isLender = (view?.likeness ?? 0) >= 0.8 && weigh(views).logOdds >= lendsName;
    return isLender ? (readName(view?.handle ?? "") ?? []) : [];
  });
  return judgeLists(look([...names, ...learned]));
}

function accountOf({ platform, account, url }: AccountClaim): Account {
  return {
    accountId: `${platform}:${account}`,
    platform,
    group: platformGroup(platform),
    account,
    url,
    platformId: /^(?:id|channel)\/(.+)$/.exec(account)?.[1] ?? null,
    aliases: [],
  };
}

function ownershipOf(
  company: Company,
  one: Case,
  { kind, offsite }: { kind: Ownership["kind"] | undefined; offsite: string | null },
): Ownership {
  const isClaimed = isOwn(one);
  return {
    companyId: company.companyId,
    accountId: one.accountId,
    own: ownOf(one, offsite),
    kind: kind ?? "other",
    confidence: confidenceOf(one),
    reasons: [
      ...(isClaimed && offsite !== null ? ["redirected_offsite", `host_${offsite}`] : []),
      ...(isInDoubt(one) ? ["in_doubt"] : []),
      ...one.reasons,
    ],
    claimIds: one.views.map(({ claim }) => claim.claimId),
    reciprocal: null,
    corrected: null,
  };
}

function ownOf(one: Case, offsite: string | null): Ownership["own"] {
  if (isInDoubt(one)) return "unknown";
  if (!isOwn(one)) return "false";
  return offsite === null ? "true" : "unknown";
}

/** Log-odds past which a few hundred labelled accounts cannot tell how sure one may be. */
const surest = 5;

/** Probability of the likelier verdict, 0.5 to 0.993. */
function confidenceOf({ logOdds }: Verdict): number {
  return Number((1 / (1 + Math.exp(-Math.min(surest, Math.abs(logOdds))))).toFixed(3));
}

/** Registrable domain the site was redirected to, where it is not that of the frame; null when the site stayed at home. */
function offsiteHost({ website }: Company, { finalUrl }: SiteVisit): string | null {
  const home = website === null ? null : siteDomain(website);
  const final = finalUrl === null ? null : siteDomain(finalUrl);
  return home === null || final === null || home === final ? null : final;
}
