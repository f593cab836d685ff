import type { CompanyCard, Standing } from "../analysis/index.ts";
import { platforms } from "../crawler/platforms/index.ts";
import { decimals, limits, weeklyRate } from "./figures.ts";

const names = new Map(platforms.map(({ id, name }) => [id, name]));

/** A company beside its peers, in lines of plain words. */
export function cardLines({ company, peers, standings }: CompanyCard): string[] {
  return [
    `${company.name} beside ${peers.companies} other companies (${peers.rule})`,
    ...standings.flatMap((standing) => ["", ...standingLines(standing, company.companyId)]),
    "",
    "Within a tier no order is known: the intervals overlap. A company without an account has no rate, which is not a rate of zero.",
  ];
}

function standingLines(standing: Standing, companyId: string): string[] {
  const {
    platforms: label,
    platformIds,
    status,
    thetaDays,
    rate,
    comparable,
    withoutAccount,
    unknown,
  } = standing;
  const name =
    names.get(label) ?? `All readable platforms (${platformIds.map((id) => names.get(id) ?? id).join(", ")})`;
  const own =
    rate.reason === null
      ? `${weeklyRate(rate.postsPerDay)} posts a week (95 % CI ${limits([7 * rate.interval[0], 7 * rate.interval[1]])})`
      : `rate not known: ${reasons[rate.reason]}`;
  return [
    `${name}: ${own}; ${status} at ${thetaDays} days`,
    `  ${comparable} comparable, ${withoutAccount} peers without an account, ${unknown} peers not known`,
    ...placeLines(standing),
    ...tierLines(standing, companyId),
  ];
}

const reasons = {
  no_account: "no account",
  site_not_complete: "its site was not wholly read",
  account_unobservable: "an account could not be read",
} as const;

function placeLines({ place, target, comparable, rate }: Standing): string[] {
  const aim = target
    ? [
        `  to be like the median of its peers: ${weeklyRate(target.median)} posts a week; like the top quarter: ${weeklyRate(target.topQuarter)}`,
      ]
    : [];
  if (!place)
    return rate.reason === null && comparable > 0
      ? [...aim, "  too few comparable companies for a place (fewer than 5)"]
      : aim;
  const { percentile, bestRank, worstRank, tier, tiers, shareOfVoice } = place;
  const voice = shareOfVoice === null ? "" : `, ${decimals(100 * shareOfVoice, 1)} % of their posts`;
  return [
    `  percentile ${decimals(percentile, 0)}, rank between ${bestRank} and ${worstRank} of ${comparable}, tier ${tier} of ${tiers}${voice}`,
    ...aim,
  ];
}

/** Tiers as far as a screen takes them; the rest is in the JSON. */
function tierLines({ tiers }: Standing, companyId: string): string[] {
  const tierOf = new Map<number, string[]>();
  for (const member of tiers) {
    const words = `${member.companyId === companyId ? "*" : ""}${member.name} ${weeklyRate(member.postsPerDay)} (${limits([7 * member.low, 7 * member.high], 1)})`;
    tierOf.set(member.tier, [...(tierOf.get(member.tier) ?? []), words]);
  }
  const most = 12;
  return [...tierOf].map(([tier, members]) => {
    const rest = members.length > most ? `, and ${members.length - most} more` : "";
    return `  tier ${tier}: ${members.slice(0, most).join(", ")}${rest}`;
  });
}
