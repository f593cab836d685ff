import { clip } from "./interval.ts";

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
