import type { Cadence } from "../datasets/schema.ts";
import { ratio } from "./estimates/interval.ts";
import { median } from "./estimates/quantiles.ts";

/** How an account of a known industry really posts. */
export interface TrueRate {
  accountId: string;
  /** Mean of the process while it is alive, posts per day. */
  ratePerDay: number;
  /** Posts the process is expected to give in the last 90 days. */
  expectedPosts: number;
  /** Posts it really gave in them. */
  posts: number;
  /** Whether counts vary by chance alone, as those of a Poisson process do. */
  poisson: boolean;
}

/** Accounts whose interval was looked at, and those whose interval holds the process's mean rate. */
export interface Coverage {
  accounts: number;
  covering: number;
  /** Null where there is no account. */
  share: number | null;
}

/** Rates of accounts against what is true. */
export interface RateScore {
  /** Accounts whose whole window was seen: their rates can be compared with the posts really written. */
  accounts: number;
  /** Of these the rates that are exactly right. */
  exact: number;
  /** Median and greatest distance from the true rate, posts per day. */
  medianError: number | null;
  greatestError: number | null;
  poisson: Coverage;
  /** Overdispersed accounts whose interval was widened because weeks differ by more than chance. */
  overdispersedFlagged: Coverage;
  /** Those that show no sign of it; their intervals are a floor. */
  overdispersedUnflagged: Coverage;
}

/** Days over which truth counts posts. */
const windowDays = 90;

/** How intervals are called that were widened. */
const widened: readonly (string | null)[] = ["quasi_poisson", "gamma_widened"];

/** Compares recent rates with the truth. Accounts that nothing is expected of are left out of the coverage: 0 is no feat. */
export function compareRates(cadences: readonly Cadence[], truth: readonly TrueRate[]): RateScore {
  const known = new Map(truth.map((each) => [each.accountId, each]));
  const pairs = cadences.flatMap((cadence) => {
    const real = cadence.estimator === "lifetime" ? undefined : known.get(cadence.accountId);
    return real && cadence.postsPerDay !== null ? [{ cadence, real, said: cadence.postsPerDay }] : [];
  });
  const errors = pairs
    .filter(({ cadence }) => seesWholeWindow(cadence))
    .map(({ real, said }) => Math.abs(said - real.posts / windowDays));
  const covered = pairs.flatMap(({ cadence, real }) => coveredBy(cadence, real));
  const among = (poisson: boolean, flagged?: boolean) =>
    coverageOf(
      covered.filter((each) => each.poisson === poisson && (flagged ?? each.flagged) === each.flagged),
    );
  return {
    accounts: errors.length,
    exact: errors.filter((error) => error < 1e-9).length,
    medianError: median(errors),
    greatestError: errors.length === 0 ? null : Math.max(...errors),
    poisson: among(true),
    overdispersedFlagged: among(false, true),
    overdispersedUnflagged: among(false, false),
  };
}

/** A lower bound of the posts is no count. */
const seesWholeWindow = ({ exposureDays, countExact }: Cadence) =>
  countExact === true && exposureDays !== null && exposureDays > windowDays - 0.01;

interface Covered {
  poisson: boolean;
  flagged: boolean;
  covers: boolean;
}

function coveredBy({ low, high, ciMethod, exposureDays }: Cadence, real: TrueRate): Covered[] {
  const mean = exposureDays === null ? null : meanRate(real, exposureDays);
  if (low === null || high === null || mean === null || mean === 0) return [];
  const covers = low <= mean && mean <= high;
  return [{ poisson: real.poisson, flagged: widened.includes(ciMethod), covers }];
}

/** Mean rate of the process over the last days; null where it changed within 90 days and these are fewer. */
function meanRate({ ratePerDay, expectedPosts }: TrueRate, exposureDays: number): number | null {
  if (exposureDays > windowDays - 0.01) return expectedPosts / windowDays;
  return Math.abs(expectedPosts / windowDays - ratePerDay) < 1e-9 ? ratePerDay : null;
}

function coverageOf(covered: readonly Covered[]): Coverage {
  const covering = covered.filter(({ covers }) => covers).length;
  return { accounts: covered.length, covering, share: ratio(covering, covered.length) };
}
