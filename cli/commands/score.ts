import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { type Label, type PageAccount, type Score, type ScoreCard, score } from "../../analysis/score.ts";
import { detect } from "../../crawler/detect.ts";
import { resolve } from "../../crawler/platforms/resolve.ts";
import { collect } from "../../datasets/collect.ts";
import { type DelimitedRow, readDelimited } from "../../datasets/delimited.ts";
import { AuditError } from "../../datasets/error.ts";
import { reopenSnapshot } from "../../datasets/snapshot.ts";
import { tables } from "../../datasets/tables.ts";
import type { Command } from "../command.ts";

/** Detection against hand labels. */
export const scoreCommand: Command = {
  name: "score",
  arguments: ["<pages>", "<labels>"],
  summary:
    "score detection on saved pages (or an audit whose ids are page names) against hand labels: precision, recall, F1 with intervals",
  flags: ["ambiguous", "json"],
  example: "presence-audit score pages/ labels.csv",
  async run([pages = "", labelsFile = ""], { ambiguous, json }, terminal) {
    const labels = readLabels(labelsFile);
    const reported = existsSync(join(pages, "audit.json"))
      ? await auditedAccounts(pages)
      : detectedAccounts(pages, labels);
    const unsure = ambiguous ? readRows(ambiguous).map(accountOf) : [];
    const card = score(reported, labels, unsure);
    terminal.print(json ? `${JSON.stringify(card)}\n` : `${linesOf(card).join("\n")}\n`);
    return undefined;
  },
};

type LabelRow = Label & { address: string };

/** @throws AuditError when a column that is needed is not there */
function readLabels(path: string): LabelRow[] {
  return readRows(path).map((row) => {
    const address = row.cells["account_url"] ?? "";
    const site = row.cells["site_url"] ?? "https://example.invalid/";
    const found = address ? resolve(address, site, { label: row.cells["platform"] ?? "" }) : null;
    return {
      ...accountOf(row),
      siteKind: row.cells["site_kind"] ?? "all",
      resolved: found && `${found.platform}:${found.account}`,
      address: site,
    };
  });
}

function readRows(path: string): readonly DelimitedRow[] {
  const file = basename(path);
  const { headers, rows, faults } = readDelimited(readFileSync(path), file);
  const missing = ["page", "platform", "account"].filter((header) => !headers.includes(header));
  const all = [
    ...missing.map((header) => `${file}, header: no column ${header}. Name them page, platform, account`),
    ...faults,
  ];
  if (all.length > 0) throw new AuditError("bad_input", all.join("\n"));
  return rows;
}

function accountOf({ cells }: DelimitedRow): PageAccount {
  return { page: cells["page"] ?? "", platform: cells["platform"] ?? "", account: cells["account"] ?? "" };
}

/** What detection says of each labelled page, a file `PAGE.html` in the folder. */
function detectedAccounts(folder: string, labels: readonly LabelRow[]): PageAccount[] {
  const pages = new Map(labels.map(({ page, address }) => [page, address]));
  const files = [...pages].map(([page, url]) => ({ page, url, file: pageFile(folder, page) }));
  return files.flatMap(({ page, url, file }) =>
    detect({ body: readFileSync(file), url, contentType: null }).map(({ platform, account }) => ({
      page,
      platform,
      account,
    })),
  );
}

/** @throws AuditError when the page is not there */
function pageFile(folder: string, page: string): string {
  const places = [join(folder, `${page}.html`), join(folder, "pages", `${page}.html`)];
  const file = places.find((place) => existsSync(place));
  if (file) return file;
  throw new AuditError(
    "bad_input",
    `${places[0]}: there is no such page. Name the folder that holds PAGE.html for every page of the labels`,
  );
}

/** Own accounts of an audit, feeds and podcasts left out; a company's id is its page. */
async function auditedAccounts(folder: string): Promise<PageAccount[]> {
  const snapshot = reopenSnapshot(folder);
  try {
    const accounts = new Map(
      (await collect(snapshot.read(tables.accounts))).map((account) => [account.accountId, account]),
    );
    const own = await collect(snapshot.read(tables.ownerships), (ownership) => ownership.own === "true");
    return own.flatMap(({ companyId, accountId }) => {
      const account = accounts.get(accountId);
      return account && account.group !== "owned"
        ? [{ page: companyId, platform: account.platform, account: account.account }]
        : [];
    });
  } finally {
    snapshot.close();
  }
}

function linesOf(card: ScoreCard): string[] {
  const list = (title: string, accounts: readonly PageAccount[]) =>
    accounts.length === 0
      ? []
      : ["", title, ...accounts.map(({ page, platform, account }) => `  ${page}  ${platform}:${account}`)];
  return [
    "group         precision (95 % CI)     recall (95 % CI)        F1     found missed added",
    ...[card.overall, ...card.byPlatform, ...card.bySiteKind].map(lineOf),
    "",
    `every account right on ${card.exactPages} of ${card.pages} pages`,
    ...list("Missed", card.misses),
    ...list("Added", card.additions),
  ];
}

function lineOf({
  group,
  precision,
  precisionInterval,
  recall,
  recallInterval,
  f1,
  found,
  missed,
  added,
}: Score): string {
  const figure = (value: number | null) => (value === null ? "-" : value.toFixed(3));
  const withInterval = (value: number | null, interval: Score["precisionInterval"]) =>
    `${figure(value)}${interval ? ` (${interval.map((limit) => limit.toFixed(3)).join(" to ")})` : ""}`.padEnd(
      24,
    );
  const counts = [found, missed, added].map((value) => String(value).padStart(5)).join(" ");
  return `${group.padEnd(14)}${withInterval(precision, precisionInterval)}${withInterval(recall, recallInterval)}${figure(f1).padEnd(6)}${counts}`;
}
