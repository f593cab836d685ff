import { createHash } from "node:crypto";
import { existsSync, writeFileSync } from "node:fs";
import { platforms } from "../crawler/platforms/index.ts";
import { AuditError } from "../datasets/error.ts";
import type { Frame } from "../datasets/frame.ts";
import type { UserFile } from "../datasets/inputs.ts";
import { digest } from "../datasets/manifest.ts";
import { boundsOnly, Protocol } from "../datasets/protocol.ts";
import { instrumentVersions } from "../datasets/version.ts";
import type { Options } from "./flags.ts";
import { auditConfig } from "./settings.ts";

/** The threshold that published studies share most often, in days. */
const usualTheta = 90;

/** What a protocol is drafted from. */
export interface Drafting {
  frame: Frame;
  options: Options;
  exclusions: UserFile | null;
  /** YYYY-MM-DD. */
  today: string;
}

/** A protocol with all that the options decide, for a person to finish: outcome, steps, notes. */
export function draftProtocol({ frame, options, exclusions, today }: Drafting): Protocol {
  const { delayMs: _delay, now: _now, ...settings } = auditConfig(options);
  const { companies, file } = frame;
  const isSample = companies.some(({ stratum }) => stratum !== null);
  const outcome = { metric: "share_inactive", statistic: "share", segment: "all", sizeBand: "all" };
  const thetaDays =
    options.theta ?? settings.thetas.find((days) => days === usualTheta) ?? settings.thetas[0] ?? usualTheta;
  return Protocol.parse({
    protocolVersion: 1,
    title: `Social presence of the companies of ${file}`,
    decidedOn: today,
    frame: { file, sha256: digest(companies), companies: companies.length },
    settings,
    platforms: platforms.flatMap(({ id, group }) => (group === "social" ? [id] : [])),
    instrument: instrumentVersions,
    exclusions: exclusions && createHash("sha256").update(exclusions.bytes).digest("hex"),
    steps: [],
    primaryOutcome: { ...outcome, platforms: options.set ?? "any", thetaDays, windowDays: null },
    secondaryOutcomes: [],
    estimators: { share_inactive: [isSample ? "korn_graubard" : "wilson", boundsOnly] },
    notes: null,
  });
}

/**
 * Writes a protocol where there is none yet.
 *
 * @returns its SHA-256, hex
 * @throws AuditError where the file is there: it may be registered already
 */
export function writeProtocol(path: string, protocol: Protocol): string {
  if (existsSync(path)) {
    const hint = "It may be registered already: name another file, or delete it yourself";
    throw new AuditError("bad_usage", `${path}: is there already. ${hint}`);
  }
  const text = `${JSON.stringify(protocol, null, 2)}\n`;
  writeFileSync(path, text);
  return createHash("sha256").update(text).digest("hex");
}
