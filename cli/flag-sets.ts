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
  "protocol",
  "config",
];

/** Options that few need: a command with many tells them only when asked for all. */
export const rareFlags: ReadonlySet<FlagName> = new Set([
  "columns",
  "segment",
  "include",
  "lookback",
  "pagesPerSite",
  "thetas",
  "kinds",
  "seed",
  "now",
  "retry",
  "concurrency",
  "inFlight",
  "evidence",
  "connectTo",
  "ca",
  "insecureTls",
  "log",
  "x",
  "config",
  "theta",
]);
