import { readFileSync } from "node:fs";
import { AuditConfig } from "../datasets/config.ts";
import { AuditError } from "../datasets/error.ts";
import { Options } from "./flags.ts";

/**
 * Options as they hold: defaults, then the file of `--config`, then what stands on the command line.
 *
 * @throws AuditError when the file is no JSON object of known options
 */
export function withConfigFile(options: Options): Options {
  if (options.config === undefined) return options;
  const parsed = Options.strict().safeParse(readJson(options.config));
  if (parsed.success) return { ...parsed.data, ...options };
  const faults = parsed.error.issues.map(
    ({ path, message }) => `${options.config}, ${path.join(".")}: ${message}`,
  );
  throw new AuditError("bad_input", faults.join("\n"));
}

/** What decides the result, out of all options. */
export function auditConfig(options: Options): AuditConfig {
  return AuditConfig.parse(options);
}

/** @throws AuditError when the file holds no JSON */
export function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    throw new AuditError("bad_input", `${path}: is no JSON (${cause.message}). Mend it and try again`, {
      cause,
    });
  }
}
