import { signals } from "./signals.ts";
import type { ClaimView } from "./view.ts";

/** How the claims of one account come out together. */
export interface Verdict {
  /** Log-odds that the account is the company's own. */
  logOdds: number;
  /** Names of the signals of the best claim, most telling first. */
  reasons: string[];
}

/**
 * Weighs the claims of one account. The best claim counts in full, since one clear declaration is enough; each further claim that
 * speaks for the account adds a half, up to 2.
 */
export function weigh(views: readonly ClaimView[]): Verdict {
  return weighTogether(views.map(weighClaim));
}

/** What the verdicts on an account's claims come to, in any order; see `weigh`. */
export function weighTogether(verdicts: readonly Verdict[]): Verdict {
  const [best = { logOdds: 0, reasons: [] }, ...others] = verdicts.toSorted((a, b) => b.logOdds - a.logOdds);
  const support = others.filter(({ logOdds }) => logOdds > 0).length;
  return { logOdds: best.logOdds + Math.min(2, 0.5 * support), reasons: best.reasons };
}

/** Weighs one claim: the sum of its signals. */
export function weighClaim(view: ClaimView): Verdict {
  const held = signals.filter((signal) => signal.holds(view));
  return {
    logOdds: held.reduce((sum, { weight }) => sum + weight, 0),
    reasons: held.toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight)).map(({ reason }) => reason),
  };
}
