import type { Observer } from "../platform.ts";
import { policy } from "../policy.ts";

/** The delay that the platform's published limit asks for; the user's own where it publishes none. */
export function laneOf({ name }: Observer): { laneDelayMs?: number } {
  const laneDelayMs = policy.observers[name]?.laneDelayMs;
  return laneDelayMs === undefined ? {} : { laneDelayMs };
}
