import { resolve } from "node:path";
import type { Effects } from "../crawler/effects.ts";
import { AuditError } from "../datasets/error.ts";
import type { Audit } from "../datasets/schema.ts";
import { reopenSnapshot, type Snapshot } from "../datasets/snapshot.ts";

/** What an earlier audit knows of each company's pages, until `close`. */
interface Earlier {
  earlier: NonNullable<Effects["earlier"]>;
  /** What the user should know: why nothing can be taken over. */
  notes: readonly string[];
  close(): void;
}

/**
 * Opens the audit of `--since-audit`. What it read is taken over only where today's instrument would read the same: otherwise every
 * page is fetched anew, and a note says why.
 *
 * @throws AuditError when the folder holds no audit, or is the one that is being made
 */
export function openEarlier(folder: string, now: Snapshot): Earlier {
  if (resolve(folder) === resolve(now.folder)) {
    throw new AuditError(
      "bad_usage",
      `--since-audit ${folder}: is the audit of --out itself. Name an earlier one`,
    );
  }
  const before = reopenSnapshot(folder);
  const differences = differencesOf(before.manifest(), now.manifest());
  const why = `${folder}: every page is fetched anew, since ${differences.join(", ")}`;
  return {
    earlier: (companyId) => (differences.length > 0 ? null : (before.visits.get(companyId)[0] ?? null)),
    notes: differences.length > 0 ? [why] : [],
    close: () => before.close(),
  };
}

/** What decides which pages are read and what is seen in them. */
function differencesOf(before: Audit, now: Audit): string[] {
  const parts = [
    ...(["extractor", "grammar"] as const).map(
      (name) => [`its ${name}`, before.instrument[name], now.instrument[name]] as const,
    ),
    ...(["pagesPerSite", "render"] as const).map(
      (name) => [name, before.config[name], now.config[name]] as const,
    ),
  ];
  return parts.flatMap(([what, old, next]) => (old === next ? [] : `${what} was ${old} and is ${next}`));
}
