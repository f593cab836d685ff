import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { deviationsAtBeginning } from "../analysis/deviations.ts";
import { platforms } from "../crawler/platforms/index.ts";
import { AuditError } from "../datasets/error.ts";
import { readManifest } from "../datasets/manifest.ts";
import { type Deviation, type KeptProtocol, type Outcome, readProtocol } from "../datasets/protocol.ts";
import type { Snapshot } from "../datasets/snapshot.ts";
import type { Terminal } from "./command.ts";
import type { Options } from "./flags.ts";

/** A protocol as the user gives it. */
export interface GivenProtocol extends Omit<KeptProtocol, "visitedBefore"> {
  bytes: Uint8Array;
}

/**
 * Reads the protocol that the options name.
 *
 * @returns null where they name none
 * @throws AuditError naming every fault, before anything is done
 */
export async function openProtocol({ protocol: path }: Options): Promise<GivenProtocol | null> {
  if (path === undefined) return null;
  const file = basename(path);
  const bytes = readFileSync(path);
  const plan = readProtocol(bytes, file);
  // Analysis is loaded for nobody else here: an audit that is gone on with has to start at once.
  const { metrics } = await import("../analysis/metrics/index.ts");
  const known = metrics.map(({ id }) => id);
  const faults = [plan.primaryOutcome, ...plan.secondaryOutcomes].flatMap((each) => faultsOf(each, known));
  if (faults.length > 0)
    throw new AuditError("bad_input", faults.map((each) => `${file}, ${each}`).join("\n"));
  return { file, bytes, sha256: createHash("sha256").update(bytes).digest("hex"), plan };
}

function faultsOf({ metric, platforms: set }: Outcome, known: readonly string[]): string[] {
  const sets = ["all", "any", "observable", ...platforms.map(({ id }) => id)];
  return [
    ...(known.includes(metric) ? [] : [`metric "${metric}": there is none. Metrics: ${known.join(", ")}`]),
    ...(sets.includes(set) ? [] : [`platforms "${set}": is no set. Sets: ${sets.join(", ")}`]),
  ];
}

/** Options as they hold under a protocol: its settings in the place of defaults, what the user says before them. */
export function withProtocol(options: Options, given: GivenProtocol | null): Options {
  return given === null ? options : { ...given.plan.settings, ...options };
}

/** @throws AuditError with each difference, where a folder was begun under another protocol */
export function checkSameProtocol(folder: string, given: GivenProtocol | null): void {
  const before = readManifest(folder)?.protocol;
  if (given === null || before === undefined || before.sha256 === given.sha256) return;
  const [old, now] = [before, given].map(({ file, sha256 }) => `${file} (SHA-256 ${sha256.slice(0, 8)})`);
  const differences = differencesOf(before.plan, given.plan);
  const lines = (differences.length > 0 ? differences : ["nothing but its spelling"]).map(
    (each) => `  ${each}`,
  );
  const hint =
    "What was decided before a wave cannot be changed in it: give the file it was begun with, or leave --protocol out, and deviations are told; or begin another folder";
  throw new AuditError(
    "bad_input",
    [`${folder}: was begun under the protocol ${old}, now ${now}. ${hint}. What differs:`, ...lines].join(
      "\n",
    ),
  );
}

/** Every value in which two records differ, by its path. */
function differencesOf(before: unknown, now: unknown, path = ""): string[] {
  if (isRecord(before) && isRecord(now)) {
    const names = new Set([...Object.keys(before), ...Object.keys(now)]);
    return [...names].flatMap((name) =>
      differencesOf(before[name], now[name], path === "" ? name : `${path}.${name}`),
    );
  }
  const [old, next] = [JSON.stringify(before), JSON.stringify(now)];
  return old === next ? [] : [`${path}: begun with ${old}, now ${next}`];
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * Puts an audit under a protocol, which stays in force, and tells where it already goes another way.
 *
 * @throws AuditError where it is under another one
 */
export function keepProtocol(
  snapshot: Snapshot,
  given: GivenProtocol | null,
  { quiet, tell }: Pick<Options, "quiet"> & Pick<Terminal, "tell">,
): void {
  checkSameProtocol(snapshot.folder, given);
  if (given !== null && snapshot.manifest().protocol === undefined) {
    const { bytes, file, sha256, plan } = given;
    const visitedBefore = [...snapshot.visits.keys()].length;
    snapshot.keep("protocol", { file, bytes });
    snapshot.update({ protocol: { file, sha256, visitedBefore, plan } });
  }
  if (quiet) return;
  for (const line of deviationLines(snapshot, deviationsAtBeginning(snapshot.manifest()))) tell(`${line}\n`);
}

/** An audit beside its protocol in lines for people; none where it has no protocol. */
export function protocolLines(snapshot: Snapshot, deviations: readonly Deviation[]): string[] {
  const { protocol } = snapshot.manifest();
  if (protocol === undefined) return [];
  const name = `Protocol ${protocol.file} (SHA-256 ${protocol.sha256.slice(0, 16)})`;
  if (deviations.length === 0) return [`${name}: followed in all that it decides`];
  const count = deviations.length === 1 ? "1 deviation" : `${deviations.length} deviations`;
  return [
    `${name}: ${count}, also in the report and in tables/deviations.csv`,
    ...deviationLines(snapshot, deviations),
  ];
}

function deviationLines(snapshot: Snapshot, deviations: readonly Deviation[]): string[] {
  const { file = "protocol" } = snapshot.manifest().protocol ?? {};
  return deviations.map(
    ({ about, planned, done }) => `  ${file}, ${about}: planned ${planned ?? "none"}; done ${done ?? "none"}`,
  );
}
