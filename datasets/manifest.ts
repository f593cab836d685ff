import { createHash } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { AuditConfig } from "./config.ts";
import { AuditError } from "./error.ts";
import { Audit, type Company } from "./schema.ts";

/** What an audit is begun with. */
export interface Beginning {
  companies: readonly Company[];
  /** The frame's file name, null where a file was imported without a frame. */
  frameFile: string | null;
  config: AuditConfig;
  instrument: Audit["instrument"];
  /** Clock of `startedAt`, a UTC instant. */
  startedAt: string;
}

/** SHA-256 of anything that JSON can hold, hex. */
export function digest(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex");
}

/** The manifest of an audit in which nothing was done yet. Same frame and configuration, same auditId. */
export function newManifest({ companies, frameFile, config, instrument, startedAt }: Beginning): Audit {
  const frame = { path: frameFile, sha256: digest(companies), companies: companies.length };
  return {
    auditId: digest([frame.sha256, config]).slice(0, 16),
    formatVersion: 1,
    config,
    frame,
    instrument,
    now: config.now,
    startedAt,
    finishedAt: null,
    counts: {},
    files: [],
    tombstones: [],
  };
}

/**
 * The manifest of a folder.
 *
 * @returns null when the folder holds no audit
 * @throws AuditError when audit.json is there but cannot be read
 */
export function readManifest(folder: string): Audit | null {
  const path = join(folder, "audit.json");
  if (!existsSync(path)) return null;
  try {
    const manifest = Audit.parse(JSON.parse(readFileSync(path, "utf8")));
    return { ...manifest, config: AuditConfig.parse(manifest.config) };
  } catch (cause) {
    const message = `${path}: is no manifest of this version. Restore it from a copy, or begin a new folder`;
    throw new AuditError("bad_input", message, { cause });
  }
}

/** Writes audit.json whole or not at all. */
export function writeManifest(folder: string, manifest: Audit): void {
  const path = join(folder, "audit.json");
  writeFileSync(`${path}.unfinished`, `${JSON.stringify(Audit.parse(manifest), null, 2)}\n`);
  renameSync(`${path}.unfinished`, path);
}

/**
 * @throws AuditError naming every difference, when a folder was begun with another frame or configuration
 */
export function checkSameAudit(folder: string, before: Audit, now: Audit): void {
  const frame =
    before.frame.sha256 === now.frame.sha256
      ? []
      : [`frame: begun with ${describeFrame(before)}, now ${describeFrame(now)}`];
  const settings = Object.keys({ ...before.config, ...now.config }).flatMap((name) => {
    const [old, next] = [before.config[name], now.config[name]].map((value) => JSON.stringify(value));
    return old === next ? [] : [`${name}: begun with ${old}, now ${next}`];
  });
  const differences = [...frame, ...settings];
  if (differences.length === 0) return;
  const lines = differences.map((difference) => `  ${difference}`).join("\n");
  throw new AuditError(
    "bad_input",
    `${folder}: holds another audit. Use the same frame and options, or another --out\n${lines}`,
  );
}

function describeFrame({ frame }: Audit): string {
  return `${frame.path ?? "an imported file"} (${frame.companies} companies, ${frame.sha256.slice(0, 8)})`;
}
