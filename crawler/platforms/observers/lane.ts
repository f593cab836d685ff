import type { WebRequest } from "../../effects.ts";
import type { Observer } from "../platform.ts";
import { policy } from "../policy.ts";

/**
 * How an observer's requests go: with the delay that the platform's published limit asks for, the user's own where it publishes none; and
 * until the first refusal, where it is off unless the user asks for it.
 */
export function laneOf({ name }: Observer): Pick<WebRequest, "laneDelayMs" | "endsAtRefusal"> {
  const { laneDelayMs, onByDefault = true, token = null } = policy.observers[name] ?? {};
  return {
    ...(laneDelayMs === undefined ? {} : { laneDelayMs }),
    ...(onByDefault || token !== null ? {} : { endsAtRefusal: true }),
  };
}
