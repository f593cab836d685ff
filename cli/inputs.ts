import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { readCorrections } from "../crawler/corrections.ts";
import { readExclusions, unmatchedExclusions } from "../crawler/exclusions.ts";
import { collect } from "../datasets/collect.ts";
import { rowInputs, type UserFile } from "../datasets/inputs.ts";
import type { Company } from "../datasets/schema.ts";
import type { Snapshot } from "../datasets/snapshot.ts";
import { tables } from "../datasets/tables.ts";
import type { Terminal } from "./command.ts";
import type { Options } from "./flags.ts";

/** Files of the user's own that an audit obeys, as far as they are given. */
export type Inputs = ReadonlyMap<RowInput, UserFile>;

type RowInput = (typeof rowInputs)[number];

/**
 * Reads `corrections.csv` and `exclusions.csv`: those that the options name, else those beside the frame.
 *
 * @param frame what the user calls the frame; null where there is none
 * @throws AuditError naming every fault, before anything is done
 */
export function readInputs(options: Options, frame: string | null): Inputs {
  const inputs = new Map(
    rowInputs.flatMap((name) => {
      const path = options[name] ?? besideFrame(name, frame);
      return path === null ? [] : [[name, { file: basename(path), bytes: readFileSync(path) }] as const];
    }),
  );
  readCorrections(inputs.get("corrections") ?? null);
  readExclusions(inputs.get("exclusions") ?? null);
  return inputs;
}

function besideFrame(name: RowInput, frame: string | null): string | null {
  if (frame === null || !existsSync(frame)) return null;
  const path = join(dirname(frame), `${name}.csv`);
  return existsSync(path) ? path : null;
}

/** Takes the files over into an audit. What it was given earlier stays in force where nothing newer is given. */
export function keepInputs(snapshot: Snapshot, inputs: Inputs): void {
  for (const [name, given] of inputs) snapshot.keep(name, given);
}

/** Tells which rows of the user's files match nothing in the audit. */
export async function tellUnmatched(
  snapshot: Snapshot,
  companies: readonly Company[],
  terminal: Terminal,
): Promise<void> {
  const exclusions = readExclusions(snapshot.input("exclusions"));
  for (const note of unmatchedExclusions(companies, exclusions)) terminal.tell(`${note}\n`);
  const lost = await collect(snapshot.read(tables.corrections), ({ effect }) => effect === "no_match");
  for (const { row, companyId, accountId } of lost) {
    terminal.tell(`corrections.csv, row ${row}: ${companyId} and ${accountId} match nothing any more\n`);
  }
}
