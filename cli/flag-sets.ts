import type { FlagName } from "./flags.ts";

/** Options of every command that sends requests. */
export const networkFlags: readonly FlagName[] = [
  "contact",
  "concurrency",
  "inFlight",
  "evidence",
  "connectTo",
  "ca",
  "insecureTls",
  "log",
  "quiet",
];

/** Options of every command that reads accounts. */
export const tokenFlags: readonly FlagName[] = ["tokens", "observers", "x", "maxCost"];

/** Options of every command that begins an audit from a frame. */
export const visitFlags: readonly FlagName[] = [
  "out",
  "columns",
  "segment",
  "include",
  "window",
  "lookback",
  "pagesPerSite",
  "delayMs",
  "render",
  "thetas",
  "kinds",
  "seed",
  "now",
  "retry",
  "sinceAudit",
  "corrections",
  "exclusions",
  "config",
];
