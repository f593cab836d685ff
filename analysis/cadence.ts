import { byCodeUnit } from "../datasets/order.ts";
import type { Account, Cadence, Observation } from "../datasets/schema.ts";
import { type Attempt, lifetimeAttempt, recentRates } from "./exposure.ts";
import { type AccountRecency, recencyOf } from "./recency.ts";
import { noRhythm, type Rhythm, rhythmIn } from "./rhythm.ts";
import { type Seen, seenOf } from "./seen.ts";

/** Anything that can be walked through once, in memory or not. */
export type AnyIterable<T> = Iterable<T> | AsyncIterable<T>;

/**
 * How often one account posts, and whether it still does.
 *
 * @param observations all observations of the account, in any order
 * @param windowDays window of recent rates
 * @returns the best recent rate, and beside it the lifetime rate where counter and creation are known, which is never mixed
 *   with it; one row `none` with a reason where there is neither. What is said of activity is the same on every row
 */
export function measureCadence(
  account: Pick<Account, "accountId">,
  observations: readonly Observation[],
  windowDays: number,
): Cadence[] {
  return cadencesOfAccount(account, observations.map(seenOf), windowDays);
}

function cadencesOfAccount(
  account: Pick<Account, "accountId">,
  observations: readonly Seen[],
  windowDays: number,
): Cadence[] {
  const recency = recencyOf(observations);
  const attempts = recentRates(observations, windowDays);
  const recent = attempts.find(({ rate }) => rate.estimate !== null);
  const lifetime = lifetimeAttempt(observations);
  const found = [recent, lifetime].flatMap((each) => (each && each.rate.estimate !== null ? [each] : []));
  const known = blank(account, recency, recent ? rhythmIn(recent.observation) : noRhythm);
  if (found.length > 0) return found.map((each) => rated(known, each, windowDays));
  const failure = (attempts[0] ?? lifetime)?.rate.reason;
  const reason = recency.reason ?? failure ?? "no_rate";
  return [{ ...known, windowDays, reason }];
}

/**
 * The cadences of all accounts, holding the observations of one account at a time.
 *
 * @param accounts in code-unit order of accountId
 * @param observations in the same order; those of accounts that are not in the list are left out
 */
export async function* measureCadences(
  accounts: AnyIterable<Pick<Account, "accountId">>,
  observations: AnyIterable<Seen>,
  windowDays: number,
): AsyncGenerator<Cadence> {
  const groups = groupsOf(observations);
  let group = await groups.next();
  for await (const account of accounts) {
    while (!group.done && byCodeUnit(group.value.accountId, account.accountId) < 0)
      group = await groups.next();
    const own = !group.done && group.value.accountId === account.accountId ? group.value.observations : [];
    yield* cadencesOfAccount(account, own, windowDays);
  }
}

interface Group {
  accountId: string;
  observations: Seen[];
}

async function* groupsOf(observations: AnyIterable<Seen>): AsyncGenerator<Group> {
  let group: Group | null = null;
  for await (const observation of observations) {
    if (group && group.accountId !== observation.accountId) {
      yield group;
      group = null;
    }
    group ??= { accountId: observation.accountId, observations: [] };
    group.observations.push(observation);
  }
  if (group) yield group;
}

/** Written out: there is one for every account, and an object put together from others is slow to read. */
function blank({ accountId }: Pick<Account, "accountId">, recency: AccountRecency, rhythm: Rhythm): Cadence {
  return {
    accountId,
    estimator: "none",
    windowDays: null,
    observationId: null,
    observedAt: recency.observedAt,
    posts: null,
    countExact: null,
    exposureDays: null,
    postsPerDay: null,
    low: null,
    high: null,
    ciMethod: null,
    dispersion: null,
    lastPostAt: recency.lastPostAt,
    ageDays: recency.ageDays,
    silentDays: recency.silentDays,
    burstiness: rhythm.burstiness,
    gapGini: rhythm.gapGini,
    activeWeeks: rhythm.activeWeeks,
    longestSilenceDays: rhythm.longestSilenceDays,
    silenceP: rhythm.silenceP,
    silenceQ: rhythm.silenceQ,
    activity: recency.activity,
    sided: recency.sided,
    reason: recency.reason,
  };
}

function rated(known: Cadence, attempt: Attempt, windowDays: number): Cadence {
  const { estimator, observation, rate } = attempt;
  return {
    ...known,
    estimator,
    windowDays: estimator === "lifetime" ? null : windowDays,
    observationId: observation.observationId,
    observedAt: observation.observedAt,
    posts: attempt.posts,
    countExact: attempt.isExact,
    exposureDays: attempt.exposureDays,
    postsPerDay: rate.estimate,
    low: rate.interval?.[0] ?? null,
    high: rate.interval?.[1] ?? null,
    ciMethod: attempt.method,
    dispersion: attempt.dispersion,
  };
}
