import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Doubt, doubtfulAccounts, findingsOf } from "../../analysis/index.ts";
import { platforms } from "../../crawler/platforms/index.ts";
import { collect } from "../../datasets/collect.ts";
import { writeTable } from "../../datasets/csv.ts";
import { readDelimited } from "../../datasets/delimited.ts";
import { AuditError } from "../../datasets/error.ts";
import type { ReviewRow } from "../../datasets/mending.ts";
import type { AccountClaim } from "../../datasets/schema.ts";
import type { Snapshot } from "../../datasets/snapshot.ts";
import { reviewSheet, tables } from "../../datasets/tables.ts";
import type { Command } from "../command.ts";
import { inAudit } from "../work.ts";

/** The sheet of doubtful accounts. */
export const reviewCommand: Command = {
  name: "review",
  arguments: ["<dir>"],
  summary: "write the accounts whose owner is in doubt as a sheet to fill, the most valuable first",
  flags: ["quiet"],
  example: "presence-audit review audit-2026",
  run: ([folder = ""], { quiet }, terminal) =>
    inAudit(folder, async (snapshot) => {
      const path = join(folder, "review", "corrections.csv");
      keepFilled(path);
      const rows = await rowsOf(snapshot);
      mkdirSync(join(folder, "review"), { recursive: true });
      await writeTable(path, reviewSheet, rows);
      if (!quiet) for (const line of advice(path, rows)) terminal.print(`${line}\n`);
    }),
};

/** @throws AuditError where the sheet that is there holds verdicts */
function keepFilled(path: string): void {
  if (!existsSync(path)) return;
  const filled = readDelimited(readFileSync(path), path).rows.filter(({ cells }) => cells["verdict"]);
  if (filled.length === 0) return;
  const hint = "Put it beside your frame as corrections.csv, or move it away";
  throw new AuditError("bad_input", `${path}: holds ${filled.length} verdicts that would be lost. ${hint}`);
}

function advice(path: string, rows: readonly ReviewRow[]): string[] {
  if (rows.length === 0) return [`${path}: no account is in doubt`];
  const telling = rows.filter(({ changes }) => changes > 0).length;
  return [
    `${path}: ${rows.length} accounts in doubt, ${telling} of which would change a published status`,
    "Fill verdict (own, not own, unsure, or moved with the new address in instead), reason, by and on; rows without a verdict are passed over.",
    "Then put it beside the frame as corrections.csv, or say: presence-audit analyse DIR --corrections FILE",
  ];
}

async function rowsOf(snapshot: Snapshot): Promise<ReviewRow[]> {
  const doubts = doubtfulAccounts({
    findings: await findingsOf(snapshot, platforms),
    ownerships: await collect(snapshot.read(tables.ownerships)),
    accounts: await collect(snapshot.read(tables.accounts)),
  });
  const wanted = new Set(doubts.flatMap(({ ownership }) => ownership.claimIds[0] ?? []));
  const claims = await collect(snapshot.read(tables.claims), ({ claimId }) => wanted.has(claimId));
  const known = {
    claims: new Map(claims.map((claim) => [claim.claimId, claim])),
    pages: new Map(
      (await collect(snapshot.read(tables.captures))).map(({ captureId, url }) => [captureId, url]),
    ),
    names: new Map(
      (await collect(snapshot.read(tables.companies))).map(({ companyId, name }) => [companyId, name]),
    ),
  };
  return doubts.map((doubt) => rowOf(doubt, known));
}

interface Known {
  claims: ReadonlyMap<string, AccountClaim>;
  /** Addresses by captureId. */
  pages: ReadonlyMap<string, string>;
  /** Of companies. */
  names: ReadonlyMap<string, string>;
}

function rowOf({ ownership, account, changes }: Doubt, { claims, pages, names }: Known): ReviewRow {
  const { companyId, accountId, own, kind, confidence, reasons } = ownership;
  const claim = claims.get(ownership.claimIds[0] ?? "");
  const evidence = claim?.evidence;
  return {
    companyId,
    company: names.get(companyId) ?? companyId,
    account: accountId,
    url: account.url,
    changes,
    said: own,
    saidKind: kind,
    confidence,
    reasons,
    page: pages.get(claim?.captureId ?? "") ?? null,
    place: evidence === undefined ? null : `${evidence.kind} in ${evidence.region}: ${evidence.locator}`,
    href: evidence?.href ?? null,
    ...{ verdict: null, kind: null, instead: null, reason: null, by: null, on: null },
  };
}
