import { zOf } from "./distributions.ts";
import { defaultLevel, type Interval } from "./interval.ts";

/** How many companies there are, from two lists of them. */
export interface FrameSize {
  size: number;
  se: number;
  interval: Interval;
  /** Companies on either list. */
  seen: number;
  /** seen / size. */
  coverage: number;
}

/**
 * Size of an industry from two lists and their overlap (M45). The lists are assumed independent; if companies on one are
 * likelier to be on the other, the size is understated.
 *
 * @returns null where the overlap is greater than a list, or both lists are empty
 * @see Chapman 1951; Seber 1970 (variance); Burnham et al. 1987 (log-normal interval of the unseen part)
 */
export function frameSize(
  { first, second, both }: { first: number; second: number; both: number },
  level = defaultLevel,
): FrameSize | null {
  const seen = first + second - both;
  if (both < 0 || both > Math.min(first, second) || seen === 0) return null;
  const size = ((first + 1) * (second + 1)) / (both + 1) - 1;
  const variance =
    ((first + 1) * (second + 1) * (first - both) * (second - both)) / ((both + 1) ** 2 * (both + 2));
  const unseen = size - seen;
  const stretch =
    unseen > 0 ? Math.exp(zOf(level) * Math.sqrt(Math.log(1 + variance / (unseen * unseen)))) : 1;
  return {
    size,
    se: Math.sqrt(variance),
    interval: [seen + unseen / stretch, seen + unseen * stretch],
    seen,
    coverage: seen / size,
  };
}
