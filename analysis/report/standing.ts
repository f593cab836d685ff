import { grouped } from "../../datasets/grouping.ts";
import type { Interval } from "../estimates/interval.ts";
import { quantile } from "../estimates/quantiles.ts";
import { rankIntervals } from "../estimates/ranks.ts";
import type { AccountView, CompanyView, ReportModel } from "./model.ts";
import { perWeek, weekly } from "./words.ts";

/** Fewest comparable accounts about which anything is said. */
const fewest = 5;

/** How a company's main account on one platform compares with those of its segment. Rates are posts a day. */
export interface Standing {
  platform: string;
  /** The account that stands for the company, its recent rate and the limits of that; null where no rate is known. */
  account: AccountView | null;
  rate: number | null;
  limits: Interval | null;
  peers: number;
  median: number;
  topQuarter: number;
  /** Best and worst rank that the intervals allow, 1 being the most posts; null where the rate is not known. */
  ranks: readonly [best: number, worst: number] | null;
}

/** Makes the function that places a company among the accounts of its segment that could be read, platform by platform. */
export function standings({ views, platforms }: ReportModel): (view: CompanyView) => Standing[] {
  const rates = views.flatMap(({ company, accounts }) =>
    accounts.flatMap((account) => recentRate(account, company.companyId, company.segment)),
  );
  const groups = new Map(
    [...grouped(rates, ({ group }) => group)].map(([group, members]) => [group, groupOf(members)]),
  );
  return ({ company }) =>
    platforms.flatMap(({ id, group }) => {
      const found = groups.get(`${company.segment}\n${id}`);
      if (group !== "social" || found === undefined || found.peers < fewest) return [];
      const own = found.members.get(company.companyId);
      const { peers, median, topQuarter } = found;
      return { platform: id, peers, median, topQuarter, ...(own ?? unplaced) };
    });
}

const unplaced = { account: null, rate: null, limits: null, ranks: null };

function recentRate(view: AccountView, companyId: string, segment: string) {
  const { account, ownership, cadence, counts } = view;
  const { postsPerDay: rate, low, high, estimator } = cadence ?? {};
  const isRecent = counts && estimator !== "lifetime";
  if (!isRecent || rate == null || low == null || high == null) return [];
  const limits: Interval = [low, high];
  return [{ group: `${segment}\n${account.platform}`, companyId, kind: ownership.kind, view, rate, limits }];
}

type Rate = ReturnType<typeof recentRate>[number];

function groupOf(rates: readonly Rate[]) {
  const values = rates.map(({ rate }) => rate);
  const ranks = rankIntervals(rates.map(({ limits }) => limits));
  const placed = rates.map((each, index) => ({ ...each, ranks: ranks[index] ?? null }));
  // The last of a company's accounts stands for it: a main one before others, then the one that posts most.
  const isMain = ({ kind }: Rate) => Number(kind === "primary");
  placed.sort((a, b) => isMain(a) - isMain(b) || a.rate - b.rate);
  return {
    peers: rates.length,
    median: quantile(values, 0.5) ?? 0,
    topQuarter: quantile(values, 0.75) ?? 0,
    members: new Map(
      placed.map(({ companyId, view, rate, limits, ranks }) => [
        companyId,
        { account: view, rate, limits, ranks },
      ]),
    ),
  };
}

/** Every place that the intervals allow; null where the company's own rate is not known. */
export function placeWords({ ranks, peers }: Standing): string | null {
  if (ranks === null) return null;
  return `${ranks[0] === ranks[1] ? ranks[0] : `between ${ranks[0]} and ${ranks[1]}`} of ${peers}`;
}

/** Standings in words, one fact a platform on which the company's own rate is known. */
export function standingFacts(
  found: readonly Standing[],
  { names }: ReportModel,
): [term: string, words: string][] {
  return found.flatMap((standing) => {
    const { platform, rate, median, topQuarter } = standing;
    const place = placeWords(standing);
    if (rate === null || place === null) return [];
    const words = `${perWeek(rate)}; place ${place} accounts of the segment that could be read. The middle one posts ${weekly(median)} times a week, the busiest quarter begins at ${weekly(topQuarter)}`;
    return [[`Among others on ${names.get(platform) ?? platform}`, words]];
  });
}
