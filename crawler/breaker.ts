import type { WebOutcome, WebResponse } from "./effects.ts";
import type { Failure } from "./failures.ts";

/** Consecutive network failures after which a host is not asked any more, and for how long. Own choice. */
const mostFailures = 3;
const coolOffMs = 300_000;

const networkFailures: readonly WebOutcome[] = ["dns_error", "tls_error", "connect_error", "timeout"];

/**
 * Spares a host that does not answer, and the audit the waiting: `refusal(origin)` gives the last failure once there were three in a
 * row, and null again after five minutes; `note` keeps count.
 */
export function openBreaker(clock: () => number) {
  const failing = new Map<string, { failure: Failure; count: number; at: number }>();
  return {
    refusal(origin: string): Failure | null {
      const known = failing.get(origin);
      const isOpen = known !== undefined && known.count >= mostFailures && clock() - known.at < coolOffMs;
      return isOpen ? known.failure : null;
    },
    note(origin: string, { outcome, reason }: WebResponse): void {
      if (!networkFailures.includes(outcome)) {
        failing.delete(origin);
        return;
      }
      const count = (failing.get(origin)?.count ?? 0) + 1;
      failing.set(origin, { failure: { outcome, reason }, count, at: clock() });
    },
  };
}
