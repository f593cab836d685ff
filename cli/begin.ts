import { existsSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { policy } from "../crawler/platforms/policy.ts";
import { AuditError } from "../datasets/error.ts";
import { type Frame, type FrameOptions, readFrame } from "../datasets/frame.ts";
import type { Audit, Company } from "../datasets/schema.ts";
import { openSnapshot, type Snapshot } from "../datasets/snapshot.ts";
import { instrumentVersions, version } from "../datasets/version.ts";
import type { Options } from "./flags.ts";
import { auditConfig } from "./settings.ts";

/** Frames that ship with the package, by the name a command line calls them. */
const shippedFrames: Readonly<Record<string, string>> = {
  cros: "frames/cros.csv",
  pharma: "frames/pharma.csv",
  others: "frames/others.csv",
};

/**
 * Reads the frame a user names: a file, or one that ships.
 *
 * @throws AuditError with every fault of it
 */
export function openFrame(name: string, options: Options): Frame {
  const { bytes, file } = frameFile(name);
  return readFrame(bytes, file, frameOptions(options));
}

/**
 * The bytes of the frame a user names: a file, or one that ships.
 *
 * @throws AuditError where there is neither
 */
export function frameFile(name: string): { bytes: Uint8Array; file: string } {
  const shipped = shippedFrames[name];
  if (!existsSync(name) && !shipped) {
    const known = Object.keys(shippedFrames).join(", ");
    throw new AuditError(
      "bad_input",
      `${name}: there is no such file. Name a CSV file, or a frame that ships: ${known}`,
    );
  }
  const path = existsSync(name) ? name : new URL(`../datasets/${shipped}`, import.meta.url);
  return { bytes: readFileSync(path), file: basename(String(path)) };
}

/** What the user said of the file beside its name. */
export const frameOptions = ({ columns, segment }: Options): FrameOptions => ({
  ...(columns && { columns }),
  ...(segment && { segment }),
});

/** Begins the audit of some companies in the folder of `--out`, or goes on with it. */
export function beginAudit(
  { companies, file }: { companies: readonly Company[]; file: string | null },
  folder: string,
  options: Options,
): Snapshot {
  const config = auditConfig(options);
  const startedAt = config.now ?? new Date().toISOString();
  return openSnapshot(folder, { companies, frameFile: file, config, instrument, startedAt });
}

/** With what an audit measures. */
export const instrument: Audit["instrument"] = {
  software: `presence-audit ${version}`,
  ...instrumentVersions,
  observers: Object.entries(policy.observers).flatMap(([name, { onByDefault }]) =>
    onByDefault ? [name] : [],
  ),
};

/** @throws AuditError where an option that a command cannot do without is missing */
export function required<T>(value: T | undefined, usage: string): T {
  if (value !== undefined) return value;
  throw new AuditError("bad_usage", `${usage} is missing. Say where the audit goes, or see --help`);
}
