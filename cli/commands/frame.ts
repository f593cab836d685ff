import { mkdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { stringify } from "csv-stringify/sync";
import { localRunner } from "../../crawler/runners/local.ts";
import { verifySite } from "../../crawler/verify-frame.ts";
import { writeTable } from "../../datasets/csv.ts";
import { readDelimited } from "../../datasets/delimited.ts";
import { AuditError } from "../../datasets/error.ts";
import { readFrame } from "../../datasets/frame.ts";
import { checkFrame } from "../../datasets/frame-check.ts";
import { byCodeUnit } from "../../datasets/order.ts";
import { type SiteCheck, siteChecks, siteStates } from "../../datasets/site-check.ts";
import { frameFile, frameOptions, required } from "../begin.ts";
import type { Command, Terminal } from "../command.ts";
import { networkFlags } from "../flag-sets.ts";
import type { Options } from "../flags.ts";
import { withWorld } from "../place.ts";

/** What a frame says, held against itself and against the sites it names. */
export const frameCommand: Command = {
  name: "frame",
  arguments: ["<check-or-verify>", "<frame>"],
  summary:
    "check a frame for rows that cannot be right (sends nothing), or verify it: ask each site whether it is live, redirected, renamed or dead",
  flags: ["columns", "segment", "out", "delayMs", "json", ...networkFlags],
  example: "presence-audit frame check cros",
  run([action = "", frame = ""], options, terminal) {
    const act = Object.hasOwn(actions, action) ? actions[action] : undefined;
    if (act) return act(frame, options, terminal);
    throw new AuditError(
      "bad_usage",
      `frame ${action}: there is no such action. Say frame check or frame verify`,
    );
  },
};

type Action = (frame: string, options: Options, terminal: Terminal) => Promise<number | undefined>;

const actions: Readonly<Record<string, Action>> = { check, verify };

async function check(frame: string, options: Options, terminal: Terminal): Promise<number | undefined> {
  const { bytes, file } = frameFile(frame);
  const faults = checkFrame(bytes, file, frameOptions(options));
  const rows = readDelimited(bytes, file).rows.length;
  const told = faults.map(({ row, kind, what }) => `${file}, row ${row}, ${kind}: ${what}`);
  const closing = `${file}: ${rows} rows, ${faults.length} faults`;
  terminal.print(
    options.json ? `${JSON.stringify({ file, rows, faults })}\n` : `${[...told, closing].join("\n")}\n`,
  );
  return faults.length === 0 ? undefined : 2;
}

/** Of the files written, `frame.csv` is the frame with every row that its site vouched for. */
async function verify(frame: string, options: Options, terminal: Terminal): Promise<undefined> {
  const folder = required(options.out, "--out <dir>");
  const { bytes, file } = frameFile(frame);
  const { companies } = readFrame(bytes, file, frameOptions(options));
  const checks: SiteCheck[] = [];
  const delayMs = options.delayMs ?? 1_000;
  await withWorld(
    options,
    terminal,
    (effects, stop) =>
      localRunner(effects, { atOnce: options.concurrency ?? 1_000, stop })(
        verifySite(companies, delayMs),
        companies.filter(({ website }) => website !== null),
        (_, found) => checks.push(...found),
      ),
    { delayMs },
  );
  checks.sort((a, b) => byCodeUnit(a.companyId, b.companyId));
  mkdirSync(folder, { recursive: true });
  await writeTable(join(folder, "verification.csv"), siteChecks, checks);
  writeFileSync(join(folder, "frame.csv"), promoted(bytes, basename(file), checks));
  const counts = siteStates.map(
    (state) => `${state} ${checks.filter((each) => each.state === state).length}`,
  );
  const vouched = checks.filter(({ isVouchedFor }) => isVouchedFor).length;
  const telling = `${file}: ${checks.length} sites, ${counts.join(", ")}; ${vouched} vouch for their row`;
  terminal.print(options.json ? `${JSON.stringify(checks)}\n` : `${telling}\n`);
  return undefined;
}

/** The frame as it was, with the rows that were not verified and now are. */
function promoted(bytes: Uint8Array, file: string, checks: readonly SiteCheck[]): string {
  const { headers, rows } = readDelimited(bytes, file);
  const found = new Map(checks.map((check) => [check.companyId, check]));
  const idOf = ["id", "company_id", "companyId"].find((header) => headers.includes(header)) ?? "id";
  const proof = (check: SiteCheck) => ({
    status: "active",
    verified_on: check.checkedAt.slice(0, 10),
    verified_by: "site",
    evidence_url: check.url ?? "",
  });
  const all = [...new Set([...headers, "status", "verified_on", "verified_by", "evidence_url"])];
  const written = rows.map(({ cells }) => {
    const check = found.get(cells[idOf] ?? "");
    const isNew = check?.isVouchedFor === true && cells["status"] === "unverified";
    const filled = isNew ? { ...cells, ...proof(check) } : cells;
    return all.map((header) => filled[header] ?? "");
  });
  return stringify([all, ...written], { record_delimiter: "windows" });
}
