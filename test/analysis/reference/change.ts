import { z } from "zod";
import { coverageOf, dispositionShares } from "../../../analysis/estimates/coverage.ts";
import { placeboRank, rateRatio, ratioOfRatios } from "../../../analysis/estimates/events.ts";
import { interruptedSeries } from "../../../analysis/estimates/interrupted.ts";
import { circularShiftTest, permutationTest } from "../../../analysis/estimates/permutation.ts";
import { changeBounds, decomposeChange, pairedChange } from "../../../analysis/estimates/waves.ts";
import { conf, type Measure, number, numbers, of, pair, triple } from "./measure.ts";

/** Events, waves and coverage. */
export const change: Readonly<Record<string, Measure>> = {
  M32: of(z.object({ after: pair, before: pair, conf }), ({ after, before, conf: level }) => {
    const found = rateRatio(
      { posts: before[0], days: before[1] },
      { posts: after[0], days: after[1] },
      level,
    );
    return {
      rate_before: found.rateBefore,
      rate_after: found.rateAfter,
      rate_ratio: found.ratio,
      ci: found.interval,
      p: found.p,
    };
  }),
  M33: of(
    z.object({ weekly_counts: numbers, split: number, conf }),
    ({ weekly_counts, split, conf: level }) => {
      const found = interruptedSeries(weekly_counts, split, level);
      return {
        coef: found?.coefficients ?? null,
        se: found?.standardErrors ?? null,
        phi: found?.phi ?? null,
        level_rr: found?.levelRatio ?? null,
        level_ci: found?.levelInterval ?? null,
        slope_change_per_bin: found?.slopeRatio ?? null,
      };
    },
  ),
  M34: of(z.object({ before: numbers, after: numbers }), ({ before, after }) => {
    const found = permutationTest(before, after);
    return {
      diff: found?.difference ?? null,
      at_least: found?.atLeast ?? null,
      relabellings: found?.relabellings ?? null,
      p: found?.p ?? null,
    };
  }),
  M34b: of(z.object({ daily_counts: numbers, split: number }), ({ daily_counts, split }) => {
    const found = circularShiftTest(daily_counts, split);
    return { diff: found?.difference ?? null, p: found?.p ?? null };
  }),
  M35: of(
    z.object({ treated: z.tuple([pair, pair]), controls: z.tuple([pair, pair]), D: number.default(1), conf }),
    ({ treated, controls, D, conf: level }) => {
      const party = ([after, before]: typeof treated) => ({
        before: { posts: before[0], days: before[1] },
        after: { posts: after[0], days: after[1] },
      });
      const found = ratioOfRatios(party(treated), party(controls), { level, dispersion: D });
      return {
        ratio_of_rate_ratios: found?.ratio ?? null,
        ci: found?.interval ?? null,
        p: found?.p ?? null,
        corrected: found?.isCorrected ?? null,
      };
    },
  ),
  M36: of(z.object({ event_ratio: number, placebo_ratios: numbers }), ({ event_ratio, placebo_ratios }) => ({
    rank: null,
    share: null,
    ...placeboRank(event_ratio, placebo_ratios),
  })),
  M37: of(
    z.object({
      active_active: number,
      active_inactive: number,
      inactive_active: number,
      inactive_inactive: number,
      conf,
    }),
    (table) => {
      const found = pairedChange(
        {
          activeActive: table.active_active,
          activeInactive: table.active_inactive,
          inactiveActive: table.inactive_active,
          inactiveInactive: table.inactive_inactive,
        },
        table.conf,
      );
      return {
        p_wave1: found?.first ?? null,
        p_wave2: found?.second ?? null,
        change: found?.change ?? null,
        se: found?.se ?? null,
        ci: found?.interval ?? null,
        mcnemar_p: found?.p ?? null,
      };
    },
  ),
  M38: of(
    z.object({ wave1_active: number, n: number, wave2_active_seen: number, wave2_observed: number }),
    ({ wave1_active, n, wave2_active_seen, wave2_observed }) => {
      const found = changeBounds({
        n,
        firstActive: wave1_active,
        secondActive: wave2_active_seen,
        secondObserved: wave2_observed,
      });
      return {
        p1: found?.first ?? null,
        p2_bounds: found?.second ?? null,
        change_bounds: found?.change ?? null,
        naive_change: found?.completeCase ?? null,
      };
    },
  ),
  M39: of(z.object({ stayers: triple, entrants: pair, leavers: pair }), ({ stayers, entrants, leavers }) => {
    const found = decomposeChange({
      stayers: { firstActive: stayers[0], secondActive: stayers[1], n: stayers[2] },
      entrants: { active: entrants[0], n: entrants[1] },
      leavers: { active: leavers[0], n: leavers[1] },
    });
    return {
      p1: found?.first ?? null,
      p2: found?.second ?? null,
      change: found?.change ?? null,
      within: found?.within ?? null,
      entry: found?.entry ?? null,
      exit: found?.exit ?? null,
      check: found && found.within + found.entry + found.exit,
    };
  }),
  M40: of(z.object({ outcomes: z.record(z.string(), number) }), ({ outcomes }) => {
    const { n, least, greatest } = coverageOf(
      Object.entries(outcomes).flatMap(([outcome, count]) => Array<string>(count).fill(outcome)),
    );
    return { n, rate: least, rate_max: greatest, shares: dispositionShares(outcomes) };
  }),
};
