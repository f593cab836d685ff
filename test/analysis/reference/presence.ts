import { z } from "zod";
import { isActive, postAge, rungOf, statusOver } from "../../../analysis/activity.ts";
import { worstCase } from "../../../analysis/estimates/bounds.ts";
import { shareDifference } from "../../../analysis/estimates/differences.ts";
import { hypergeometricInterval, wilsonFinite } from "../../../analysis/estimates/finite-population.ts";
import { agrestiCoull, clopperPearson, wilson } from "../../../analysis/estimates/proportions.ts";
import { stratified } from "../../../analysis/estimates/strata.ts";
import { conf, type Measure, number, numbers, of, triple } from "./measure.ts";

const stateOf: Readonly<Record<string, boolean | null>> = {
  ...{ active: true, slowing: true, inactive: false, quiet: false, dormant: false, abandoned: false },
  ...{ empty: false, gone: false, unobservable: null, unknown: null },
};

const rungOfWord: Readonly<Record<string, "empty" | "gone" | "unobservable">> = {
  ...{ empty: "empty", gone: "gone", not_found: "gone", suspended: "gone", deleted: "gone", renamed: "gone" },
  ...{
    unobservable: "unobservable",
    login_wall: "unobservable",
    robots: "unobservable",
    blocked: "unobservable",
  },
  ...{ robots_disallowed: "unobservable", error: "unobservable", challenge: "unobservable" },
  ...{ "404": "gone", "410": "gone", "401": "unobservable", "403": "unobservable", "429": "unobservable" },
};

/** Presence, activity and shares. */
export const presence: Readonly<Record<string, Measure>> = {
  M01: of(
    z.object({ with_account: number, completely_observed: number, unknown: number.default(0), conf }),
    ({ with_account: x, completely_observed: n, unknown, conf: level }) => ({
      p: n === 0 ? null : x / n,
      wilson: wilson(x, n, level),
      bounds: worstCase({ nTrue: x, nFalse: n - x, nUnknown: unknown }, level)?.bounds ?? null,
    }),
  ),
  M02: of(
    z.looseObject({
      observed_at: z.string(),
      last_post_at: z.string().nullish(),
      thresholds: numbers.default([30, 90, 180, 365]),
    }),
    ({ observed_at, last_post_at, thresholds, ...rest }) => {
      const age = last_post_at ? postAge(last_post_at, observed_at) : null;
      const said = Object.values(rest).flatMap((word) => rungOfWord[String(word)] ?? [])[0];
      const activity = said ?? (age === null ? "empty" : rungOf(age, thresholds));
      // A post from the future is an error and no observation of anything.
      const isError = Boolean(last_post_at) && age === null;
      const recency = {
        activity: isError ? ("unobservable" as const) : activity,
        ageDays: age,
        silentDays: age,
      };
      return {
        age_days: age,
        status: isError ? "error" : activity,
        active_at: Object.fromEntries(thresholds.map((theta) => [String(theta), isActive(recency, theta)])),
      };
    },
  ),
  M03: of(
    z.object({ accounts: z.array(z.string()), site: z.string().default("crawled_complete") }),
    ({ accounts, site }) => ({
      ...statusOver(
        accounts.map((account) => stateOf[account] ?? null),
        site === "crawled_complete" || site === "visited",
      ),
    }),
  ),
  M04: of(z.object({ x: number, n: number, conf }), ({ x, n, conf: level }) => ({
    p: n === 0 ? null : x / n,
    wilson: wilson(x, n, level),
    clopper_pearson: clopperPearson(x, n, level),
    agresti_coull: agrestiCoull(x, n, level),
  })),
  M05: of(z.object({ x: number, n: number, N: number, conf }), ({ x, n, N, conf: level }) => {
    const counts = hypergeometricInterval(x, n, N, level);
    return {
      wilson_fpc: wilsonFinite(x, n, N, level),
      hypergeometric_K: counts,
      hypergeometric_p: counts?.map((count) => count / N) ?? null,
    };
  }),
  M06: of(
    z.object({ inactive: number, active: number, unknown: number, conf }),
    ({ inactive, active, unknown, conf: level }) => {
      const found = worstCase({ nTrue: inactive, nFalse: active, nUnknown: unknown }, level);
      return {
        bounds: found?.bounds ?? null,
        observed_only: found?.observedOnly ?? null,
        imbens_manski: found?.imbensManski ?? null,
        c: found?.c ?? null,
      };
    },
  ),
  M07: of(z.object({ strata: z.array(triple), conf }), ({ strata, conf: level }) => {
    const found = stratified(
      strata.map(([size, n, x]) => ({ size, n, x })),
      level,
    );
    return {
      p: found?.p ?? null,
      se: found?.se ?? null,
      ci: found?.normal ?? null,
      korn_graubard: found?.kornGraubard ?? null,
      unweighted: found?.unweighted ?? null,
      kish_n_eff: found?.effectiveN ?? null,
    };
  }),
  M26: of(
    z.object({ with_executive: number, completely_observed: number, conf }),
    ({ with_executive: x, completely_observed: n, conf: level }) => ({
      p: n === 0 ? null : x / n,
      wilson: wilson(x, n, level),
    }),
  ),
  M09: of(
    z.object({ x1: number, n1: number, x2: number, n2: number, conf }),
    ({ x1, n1, x2, n2, conf: level }) => {
      const found = shareDifference({ x: x1, n: n1 }, { x: x2, n: n2 }, level);
      return { diff: found?.difference ?? null, newcombe: found?.interval ?? null };
    },
  ),
};
