import { manskiBounds } from "./bounds.ts";
import { type Interval, ratio } from "./interval.ts";
import { wilson } from "./proportions.ts";

/** Share active at one threshold. */
export interface CurvePoint {
  thetaDays: number;
  /** Among accounts of which it is known; null when there are none. */
  share: number | null;
  interval: Interval | null;
  /** Whatever the others are; null without accounts. */
  bounds: Interval | null;
}

/**
 * Share of accounts active at every threshold from 1 to 730 days (M02b): which definition gives which figure.
 *
 * @param isActive of each account at a threshold; null where it is not known
 */
export function activityCurve(
  accounts: readonly ((thetaDays: number) => boolean | null)[],
  lastDay = 730,
): CurvePoint[] {
  return Array.from({ length: lastDay }, (_, index) => {
    const thetaDays = index + 1;
    const known = accounts.map((isActive) => isActive(thetaDays)).filter((active) => active !== null);
    const nTrue = known.filter((active) => active).length;
    const tally = { nTrue, nFalse: known.length - nTrue, nUnknown: accounts.length - known.length };
    return {
      thetaDays,
      share: ratio(nTrue, known.length),
      interval: wilson(nTrue, known.length),
      bounds: manskiBounds(tally),
    };
  });
}
