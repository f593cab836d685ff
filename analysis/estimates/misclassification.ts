import { zOf } from "./distributions.ts";
import { clip, defaultLevel, type Interval } from "./interval.ts";

/**
 * True share behind an apparent one, given how often the instrument errs (M44): a detector that misses accounts calls active
 * companies inactive.
 *
 * @param sensitivity chance that a true case is called one
 * @param specificity chance that another is not
 * @returns null where the instrument is no better than chance
 * @see Rogan & Gladen 1978
 */
export function correctedShare(apparent: number, sensitivity: number, specificity: number): number | null {
  const power = sensitivity + specificity - 1;
  return power <= 0 ? null : clip((apparent + specificity - 1) / power, 0, 1);
}

/** A share and the units that it rests on, effective ones where they were drawn in strata. */
interface Measured {
  p: number;
  n: number;
}

/** What a corrected share is made of. */
export interface Misclassified {
  apparent: Measured;
  sensitivity: Measured;
  specificity: Measured;
}

/**
 * Interval of a corrected share, which knows that sensitivity and specificity were estimated, too; a few cases are added to each, so that an
 * instrument that was never seen to err is not taken to be perfect.
 *
 * @returns null where the instrument may be no better than chance
 * @see Lang & Reiczigel 2014, Preventive Veterinary Medicine 113
 */
export function correctedInterval(
  { apparent, sensitivity, specificity }: Misclassified,
  level = defaultLevel,
): Interval | null {
  const z = zOf(level);
  const seen = withAdded(apparent, z * z);
  const [right, wrong] = [withAdded(sensitivity, 2), withAdded(specificity, 2)];
  const power = right.p + wrong.p - 1;
  if (power <= 0) return null;
  const share = clip((seen.p + wrong.p - 1) / power, 0, 1);
  const [spreadOfRight, spreadOfWrong] = [spread(right), spread(wrong)];
  const shift = 2 * z * z * (share * spreadOfRight - (1 - share) * spreadOfWrong);
  const variance = spread(seen) + share ** 2 * spreadOfRight + (1 - share) ** 2 * spreadOfWrong;
  const half = (z * Math.sqrt(variance)) / power;
  return [clip(share + shift - half, 0, 1), clip(share + shift + half, 0, 1)];
}

/** Half as many cases added to either side. */
const withAdded = ({ p, n }: Measured, added: number): Measured => ({
  p: (p * n + added / 2) / (n + added),
  n: n + added,
});

const spread = ({ p, n }: Measured): number => (p * (1 - p)) / n;
