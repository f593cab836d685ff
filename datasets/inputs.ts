import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Audit } from "./schema.ts";

/** Files of the user's own with a row for each company or account they speak of. */
export const rowInputs = ["corrections", "exclusions"] as const;

/** Files of the user's own that an audit obeys beside its frame. */
export const inputNames = [...rowInputs, "protocol"] as const;
export type InputName = (typeof inputNames)[number];

/** One such file. */
export interface UserFile {
  /** Name, for messages. */
  file: string;
  bytes: Uint8Array;
}

const pathOf = (name: InputName) => `inputs/${name}.${name === "protocol" ? "json" : "csv"}`;

/** The copy that an audit folder keeps; null where no such file was ever given. */
export function readInput(folder: string, name: InputName): UserFile | null {
  const path = join(folder, pathOf(name));
  return existsSync(path) ? { file: basename(path), bytes: readFileSync(path) } : null;
}

/**
 * Keeps a copy, so that later stages and replays obey the same.
 *
 * @returns its entry in audit.json
 */
export function keepInput(folder: string, name: InputName, { bytes }: UserFile): Audit["files"][number] {
  const path = pathOf(name);
  mkdirSync(join(folder, "inputs"), { recursive: true });
  writeFileSync(join(folder, path), bytes);
  return { path, rows: null, sha256: createHash("sha256").update(bytes).digest("hex") };
}
