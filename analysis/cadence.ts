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
  const known = { recency, rhythm: recent ? rhythmIn(recent.observation) : noRhythm, windowDays };
  if (found.length > 0) return found.map((each) => cadenceOf(account, known, each));
  const failure = (attempts[0] ?? lifetime)?.rate.reason;
  const reason = recency.reason ?? failure ?? "no_rate";
  return [cadenceOf(account, { ...known, recency: { ...recency, reason } }, null)];
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
    for (const cadence of cadencesOfAccount(account, own, windowDays)) yield cadence;
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

interface Known {
  recency: AccountRecency;
  rhythm: Rhythm;
  windowDays: number;
}

/** Written out: there is one for every account, and an object put together from others is slow to make and to read. */
function cadenceOf(
  { accountId }: Pick<Account, "accountId">,
  { recency, rhythm, windowDays }: Known,
  attempt: Attempt | null,
): Cadence {
  return {
    accountId,
    estimator: attempt?.estimator ?? "none",
    windowDays: attempt?.estimator === "lifetime" ? null : windowDays,
    observationId: attempt?.observation.observationId ?? null,
    observedAt: attempt?.observation.observedAt ?? recency.observedAt,
    posts: attempt?.posts ?? null,
    countExact: attempt?.isExact ?? null,
    exposureDays: attempt?.exposureDays ?? null,
    postsPerDay: attempt?.rate.estimate ?? null,
    low: attempt?.rate.interval?.[0] ?? null,
    high: attempt?.rate.interval?.[1] ?? null,
    ciMethod: attempt?.method ?? null,
    dispersion: attempt?.dispersion ?? null,
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
