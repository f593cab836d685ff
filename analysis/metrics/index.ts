import { activityLadder } from "./activity-ladder.ts";
import { coverage } from "./coverage.ts";
import { detection } from "./detection.ts";
import type { Metric } from "./metric.ts";
import { postsPerDay } from "./posts-per-day.ts";
import { postsPerDayCounter } from "./posts-per-day-counter.ts";
import { postsPerDayLifetime } from "./posts-per-day-lifetime.ts";
import { presence } from "./presence.ts";
import { readableAccounts } from "./readable-accounts.ts";
import { shareInactive } from "./share-inactive.ts";

export type { Metric } from "./metric.ts";

/** Every published metric, in the order in which a report shows them. */
export const metrics: readonly Metric[] = [
  coverage,
  presence,
  shareInactive,
  activityLadder,
  postsPerDay,
  postsPerDayCounter,
  postsPerDayLifetime,
  readableAccounts,
  detection,
];
