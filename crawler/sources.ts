import type { Observation } from "../datasets/schema.ts";
import type { Observer, Platform } from "./platforms/platform.ts";
import { policy } from "./platforms/policy.ts";

/** Which observers a run may use beside those that are on by default. */
export interface Sources {
  /** Names of observers that the user asked for and, where they need one, has a token for. */
  on: ReadonlySet<string>;
  /** Names of observers that the user wants to be left out. */
  off?: ReadonlySet<string>;
  /** Names of observers whose reading is to be repeated once it is a week old. */
  again: ReadonlySet<string>;
  /** Most that reading accounts may cost in a run; no bound when null. */
  mostUsd: number | null;
}

/** What a run uses unasked: the open interfaces. */
export const openSources: Sources = { on: new Set(), again: new Set(), mostUsd: null };

/**
 * How much of X is read, cheapest first: `lookup2` is the second reading of the counters, a week or more after the first; `counts`
 * adds the posts of seven days, `timeline` the posts themselves.
 */
const xRungs = {
  none: [],
  lookup: ["x_lookup"],
  lookup2: ["x_lookup"],
  counts: ["x_lookup", "x_counts"],
  timeline: ["x_lookup", "x_timeline"],
} as const;
export type XRung = keyof typeof xRungs;

/** What a run may use when the user has these tokens. */
export function tokenSources(
  tokens: readonly string[],
  { x = "lookup", mostUsd = null }: { x?: XRung | undefined; mostUsd?: number | null | undefined } = {},
): Sources {
  const rung: readonly string[] = xRungs[x];
  const on = Object.entries(policy.observers).flatMap(([name, { platform, token }]) =>
    token !== null && tokens.includes(token) && (platform !== "x" || rung.includes(name)) ? [name] : [],
  );
  return { on: new Set(on), again: new Set(x === "lookup2" ? rung : []), mostUsd };
}

/** The observers of a platform that are on, in their order. */
export function observersOf(platform: Platform | undefined, { on, off }: Sources): Observer[] {
  return (platform?.observers ?? []).filter(
    ({ name }) => !off?.has(name) && (on.has(name) || (policy.observers[name]?.onByDefault ?? true)),
  );
}

/**
 * What is known of an account and need not be asked again. A request with a token that was refused or failed may succeed tomorrow, or
 * with another token.
 */
export function lastingOf(seen: readonly Observation[]): Observation[] {
  return seen.filter(({ access, status }) => (access === "token" ? !passing.has(status) : access !== "none"));
}

const passing: ReadonlySet<Observation["status"]> = new Set([
  "token_required",
  "rate_limited",
  "error",
] as const);

/**
 * The observer to be asked next; null when all is known that can be. One that answered is not asked again, except where its
 * reading is to be repeated: two counters a week or more apart give a rate (M50).
 *
 * @param observers those that are on, in their order
 * @param seen what is known of the account
 * @param again names of observers whose reading is to be repeated, and the UTC instant by which it is old
 */
export function nextObserver(
  observers: readonly Observer[],
  seen: readonly Answered[],
  { again, now }: { again: ReadonlySet<string>; now: string },
): Observer | null {
  for (const [place, observer] of observers.entries()) {
    const last = seen.findLast((each) => each.observer === observer.name);
    if (
      !last &&
      isBehind(
        observer,
        seen.findLast((each) => each.observer === observers[place - 1]?.name),
      )
    )
      continue;
    if (!last || (again.has(observer.name) && isOld(last, now))) return observer;
    if (!(observer.showsNoPosts ? hasAnswered(last) : worthAnother.has(last.status))) return null;
  }
  return null;
}

/** Whether an observer could tell nothing that the one before it has not told. */
const isBehind = ({ after }: Observer, before: Answered | undefined): boolean =>
  after !== undefined && before !== undefined && !after.includes(before.reason ?? "");

/** What of an observation decides who is asked next. */
type Answered = Pick<Observation, "observer" | "status" | "observedAt"> &
  Partial<Pick<Observation, "reason">>;

const hasAnswered = ({ status }: Answered): boolean => status === "observed" || status === "partial";

/** Least distance of two readings of a counter (M50). */
const repeatAfterMs = 7 * 86_400_000;

const isOld = (last: Answered, now: string): boolean =>
  hasAnswered(last) && Date.parse(now) - Date.parse(last.observedAt) >= repeatAfterMs;

/** Statuses after which another source may see more. What the account itself chose holds for every source. */
const worthAnother: ReadonlySet<Observation["status"]> = new Set([
  "partial",
  "token_required",
  "blocked",
  "rate_limited",
  "error",
] as const);

/** All observers that will be asked if each of them answers, in their order. */
export function observersLeft(
  observers: readonly Observer[],
  seen: readonly Answered[],
  timing: { again: ReadonlySet<string>; now: string },
): Observer[] {
  const next = nextObserver(observers, seen, timing);
  if (!next) return [];
  const answer = { observer: next.name, status: "observed", observedAt: timing.now } as const;
  return [next, ...observersLeft(observers, [...seen, answer], timing)];
}
