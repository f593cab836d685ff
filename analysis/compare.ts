import { byCodeUnit } from "../datasets/order.ts";
import type { Company } from "../datasets/schema.ts";
import { minCompanies } from "./cells.ts";
import { type CompanyRate, companyRate } from "./company-rates.ts";
import { concentration } from "./estimates/concentration.ts";
import { median, percentileRank, quantile } from "./estimates/quantiles.ts";
import { rankIntervals, tiersOf } from "./estimates/ranks.ts";
import type { Findings } from "./findings.ts";
import { allSets, type PlatformSet } from "./platform-sets.ts";
import { isOn, statusOf, type UnitStatus } from "./segments.ts";
import type { Unit } from "./units.ts";

/** Who a company is compared with: those of its segment, size band or country, or a list of ids. */
export type PeerRule = "segment" | "size" | "country" | readonly string[];

/** One company beside its peers: what a card about it shows. */
export interface CompanyCard {
  company: Company;
  /** Other companies, by the rule: "segment cro". */
  peers: { rule: string; companies: number };
  /** One a platform on which somebody of them has an account, then those that can be read together. */
  standings: readonly Standing[];
}

/** A company's posting on one set of platforms beside that of its peers. */
export interface Standing {
  platforms: string;
  platformIds: readonly string[];
  thetaDays: number;
  /** Whether it was active at the threshold. */
  status: UnitStatus["status"];
  rate: CompanyRate;
  /** Companies whose rate is known, this one included. */
  comparable: number;
  /** Peers that surely have no account there, and those whose rate is not known. */
  withoutAccount: number;
  unknown: number;
  /** Null where the company's own rate is not known, or fewer than five are. */
  place: Place | null;
  /** Posts a day of comparable peers, this company left out; null for fewer than five. */
  target: { median: number; topQuarter: number } | null;
  /** Comparable companies by tier and name: within a tier no order is known. */
  tiers: readonly TierMember[];
}

/** Where a company stands among those comparable, itself included. */
export interface Place {
  /** Share of them that post less, ties half, in percent (M28). */
  percentile: number;
  /** Ranks its interval allows, 1 posting most (M30). */
  bestRank: number;
  worstRank: number;
  tier: number;
  tiers: number;
  /** Its share of their posts; null where nobody posts (M29). */
  shareOfVoice: number | null;
}

/** A comparable company in its tier. */
export interface TierMember {
  companyId: string;
  name: string;
  postsPerDay: number;
  low: number;
  high: number;
  bestRank: number;
  worstRank: number;
  tier: number;
}

/** What is asked. */
export interface CompareQuestion {
  companyId: string;
  peers: PeerRule;
  thetaDays: number;
}

/**
 * Compares a company with its peers on every platform.
 *
 * @param companies the frame, for names and countries
 * @returns null where the company is not in the frame or not eligible
 */
export function compareCompany(
  findings: Findings,
  companies: readonly Company[],
  { companyId, peers, thetaDays }: CompareQuestion,
): CompanyCard | null {
  const frame = new Map(companies.map((company) => [company.companyId, company]));
  const company = frame.get(companyId);
  const own = findings.units.find(({ unitId }) => unitId === companyId);
  if (!company || !own) return null;
  const { rule, isPeer } = peerRule(company, peers);
  const others = findings.units.filter((unit) => {
    const other = frame.get(unit.unitId);
    return unit !== own && other !== undefined && isPeer(other);
  });
  const nameOf = (unit: Unit): string => frame.get(unit.unitId)?.name ?? unit.unitId;
  const { kinds } = findings.settings;
  const standings = allSets(findings.sets)
    .filter(({ label, platformIds }) => label !== "any" && (label !== "observable" || platformIds.length > 1))
    .filter((set) => [own, ...others].some((unit) => hasAccountOn(unit, set)))
    .map((set) => standingOn(set, { own, others, kinds, thetaDays, nameOf }));
  return { company, peers: { rule, companies: others.length }, standings };
}

const hasAccountOn = ({ accounts }: Unit, set: PlatformSet): boolean =>
  accounts.some((owned) => isOn(owned, set));

function peerRule(
  { segment, sizeBand, country }: Company,
  rule: PeerRule,
): { rule: string; isPeer(other: Company): boolean } {
  if (rule === "segment") return { rule: `segment ${segment}`, isPeer: (other) => other.segment === segment };
  if (rule === "size")
    return {
      rule: `size ${sizeBand ?? "not given"}`,
      isPeer: (other) => sizeBand !== null && other.sizeBand === sizeBand,
    };
  if (rule === "country")
    return {
      rule: `country ${country ?? "not given"}`,
      isPeer: (other) => country !== null && other.country === country,
    };
  return { rule: "a list of its own", isPeer: ({ companyId }) => rule.includes(companyId) };
}

interface Party {
  own: Unit;
  others: readonly Unit[];
  kinds: readonly string[];
  thetaDays: number;
  nameOf(unit: Unit): string;
}

function standingOn(set: PlatformSet, { own, others, kinds, thetaDays, nameOf }: Party): Standing {
  const rates = others.map((unit) => ({ unit, rate: companyRate(unit, set, kinds) }));
  const ownRate = companyRate(own, set, kinds);
  const tiers = tiersAmong([{ unit: own, rate: ownRate }, ...rates], nameOf);
  const peerRates = tiers.filter(({ companyId }) => companyId !== own.unitId).map((each) => each.postsPerDay);
  const withoutAccount = rates.filter(({ rate }) => rate.reason === "no_account").length;
  return {
    platforms: set.label,
    platformIds: set.platformIds,
    thetaDays,
    status: statusOf(own, { set, thetaDays, kinds }).status,
    rate: ownRate,
    comparable: tiers.length,
    withoutAccount,
    unknown: others.length - peerRates.length - withoutAccount,
    place: placeOf(own.unitId, tiers),
    target: targetOf(peerRates),
    tiers,
  };
}

function targetOf(rates: readonly number[]): Standing["target"] {
  const [middle, topQuarter] = [median(rates), quantile(rates, 0.75)];
  if (rates.length < minCompanies || middle === null || topQuarter === null) return null;
  return { median: middle, topQuarter };
}

function placeOf(companyId: string, members: readonly TierMember[]): Place | null {
  const index = members.findIndex((member) => member.companyId === companyId);
  const own = members[index];
  const rates = members.map(({ postsPerDay }) => postsPerDay);
  const percentile = own ? percentileRank(rates, own.postsPerDay) : null;
  if (!own || percentile === null || members.length < minCompanies) return null;
  const { bestRank, worstRank, tier } = own;
  return {
    ...{ percentile, bestRank, worstRank, tier },
    tiers: Math.max(...members.map((member) => member.tier)),
    shareOfVoice: concentration(rates)?.shares[index] ?? null,
  };
}

function tiersAmong(
  parties: readonly { unit: Unit; rate: CompanyRate }[],
  nameOf: (unit: Unit) => string,
): TierMember[] {
  const known = parties.flatMap(({ unit, rate }) =>
    rate.reason === null
      ? [{ unit, postsPerDay: rate.postsPerDay, low: rate.interval[0], high: rate.interval[1] }]
      : [],
  );
  const intervals = known.map(({ low, high }) => [low, high] as const);
  const ranks = rankIntervals(intervals);
  const tiers = tiersOf(intervals);
  return known
    .map(({ unit, ...rate }, index) => ({
      ...{ companyId: unit.unitId, name: nameOf(unit), ...rate },
      bestRank: ranks[index]?.[0] ?? 0,
      worstRank: ranks[index]?.[1] ?? 0,
      tier: tiers[index] ?? 0,
    }))
    .sort((a, b) => a.tier - b.tier || byCodeUnit(a.name, b.name) || byCodeUnit(a.companyId, b.companyId));
}
