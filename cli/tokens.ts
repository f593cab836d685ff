import { statSync } from "node:fs";
import { z } from "zod";
import { switched } from "../crawler/platforms/switches.ts";
import { type Sources, tokenSources } from "../crawler/sources.ts";
import { AuditError } from "../datasets/error.ts";
import type { Options } from "./flags.ts";
import { readJson } from "./settings.ts";

/** Tokens by the name that observers ask for, and the environment variable that may hold each. */
const variables = {
  x: "PRESENCE_AUDIT_X_TOKEN",
  youtube: "PRESENCE_AUDIT_YOUTUBE_KEY",
  meta: "PRESENCE_AUDIT_META_TOKEN",
} as const;

const TokensFile = z.partialRecord(z.enum(["x", "youtube", "meta"]), z.string().min(1));

/**
 * The user's own tokens, from the environment or the file of `--tokens`. They go into requests and nowhere else.
 *
 * @throws AuditError when the file can be read by others, or is not `{ "x": "...", "youtube": "...", "meta": "..." }`
 */
export function readTokens(
  { tokens: path }: Options,
  environment: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  const found = Object.entries(variables).flatMap(([name, variable]) => {
    const value = environment[variable];
    return value ? [[name, value] as const] : [];
  });
  return { ...Object.fromEntries(found), ...(path ? readTokensFile(path) : {}) };
}

function readTokensFile(path: string): Record<string, string> {
  if ((statSync(path).mode & 0o077) !== 0) {
    throw new AuditError("bad_input", `${path}: other users can read your tokens. Say: chmod 600 ${path}`);
  }
  const parsed = TokensFile.safeParse(readJson(path));
  if (parsed.success) return parsed.data;
  throw new AuditError(
    "bad_input",
    `${path}: write {"x": "...", "youtube": "...", "meta": "..."}, each where you have one`,
  );
}

/**
 * What a run may read: with the user's tokens, and as the user switched observers on and off.
 *
 * @throws AuditError where a rung of X is asked for without a token of X
 */
export function sourcesOf(
  { x, maxCost, observers = [] }: Options,
  tokens: Readonly<Record<string, string>>,
): Sources {
  if (x !== undefined && x !== "none" && tokens["x"] === undefined) {
    const where = `Put it into ${variables.x}, or into the file of --tokens`;
    throw new AuditError("bad_usage", `--x ${x}: X is read with your own token only. ${where}`);
  }
  const sources = tokenSources(Object.keys(tokens), { x, mostUsd: maxCost });
  const { on, off } = switched(observers);
  return { ...sources, on: new Set([...sources.on, ...on]), off };
}
