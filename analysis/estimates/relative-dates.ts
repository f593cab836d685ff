import type { Interval } from "./interval.ts";

export { relativeAge } from "../../datasets/relative-dates.ts";

/** Whether a post of such an age lies within the threshold; null where the interval straddles it. */
export function isWithin([least, most]: Interval, thetaDays: number): boolean | null {
  if (most <= thetaDays) return true;
  return least > thetaDays ? false : null;
}
