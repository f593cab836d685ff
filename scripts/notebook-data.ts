/**
 * `npm run notebooks:data`: makes the tables that the notebooks read, as CSV and Parquet, each folder with its descriptor. Names of
 * folders may follow: `npm run notebooks:data -- small`.
 */
import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { z } from "zod";
import { withDuckDb } from "../analysis/duckdb.ts";
import { describeTables } from "../analysis/exporters/datapackage.ts";
import { writeParquet } from "../analysis/parquet.ts";
import { main } from "../cli/index.ts";
import { processTerminal } from "../cli/terminal.ts";
import { readTable, writeTable } from "../datasets/csv.ts";
import { dataPackages, describePackage } from "../datasets/packages.ts";
import { reopenSnapshot } from "../datasets/snapshot.ts";
import { generateIndustry, readScenario } from "../datasets/synthetic/index.ts";
import type { Industry } from "../datasets/synthetic/industry.ts";
import { postsOf } from "../datasets/synthetic/posts.ts";
import { pathOf, type Table, tables } from "../datasets/tables.ts";
import { auditStill } from "./simulation/audit-still.ts";

const { companies, ownerships, observations, posts, statuses, cadences, benchmarks, curves } = tables;

/** What is published of a synthetic industry. */
interface Selection {
  tables: readonly Table[];
  /** Sets of platforms of which figures are kept; all where absent. */
  sets?: readonly string[];
  /** The same of curves, which are long. */
  curveSets?: readonly string[];
  /** Platform of which accounts, posts and observations are kept; all where absent. */
  platform?: string;
}

/** Synthetic industries that notebooks read. What is left out of a table is left out by these words alone. */
const scenarios: Readonly<Record<string, Selection>> = {
  small: { tables: [companies, ownerships, observations, statuses, cadences, benchmarks] },
  "cro-2011": {
    tables: [companies, ownerships, observations, posts, statuses, benchmarks, curves],
    sets: ["x", "any"],
    platform: "x",
  },
  "industry-2026": {
    tables: [companies, benchmarks, curves],
    curveSets: ["observable"],
    sets: [
      "any",
      "observable",
      "linkedin",
      "x",
      "facebook",
      "instagram",
      "youtube",
      "bluesky",
      "mastodon",
      "feed",
    ],
  },
};

const given = process.argv.slice(2);
const isWanted = (name: string): boolean => given.length === 0 || given.includes(name);
const scratch = mkdtempSync(join(tmpdir(), "notebook-data-"));
try {
  for (const [name, selection] of Object.entries(scenarios))
    if (isWanted(name)) await publishScenario(name, selection);
  if (isWanted("health-care-2022")) await publishObservations(join(scratch, "observations"));
} finally {
  rmSync(scratch, { recursive: true });
}

async function publishScenario(name: string, selection: Selection): Promise<void> {
  const folder = join(scratch, name);
  const industry = generateIndustry(readScenario(name));
  await auditStill(industry, folder, 1_000);
  await importArchives(industry, folder);
  const snapshot = reopenSnapshot(folder);
  const manifest = snapshot.manifest();
  snapshot.close();
  const files = [];
  for (const table of selection.tables) files.push(await select(table, selection, folder));
  const descriptor = describeTables({ ...manifest, files });
  await publish({ name, folder, wanted: selection.tables, descriptor });
}

/** Companies to which something happens hand in the archive of the account concerned: no platform shows that much of the past. */
async function importArchives({ accounts, scenario, now }: Industry, folder: string): Promise<void> {
  for (const account of accounts.filter(({ change }) => change !== null)) {
    const rows = postsOf(account, scenario.seed).map(({ at, kind }) =>
      [account.companyId, account.platform, account.account, new Date(at).toISOString(), kind].join(","),
    );
    const file = join(scratch, "archive.csv");
    writeFileSync(file, ["company_id,platform,account,posted_at,kind", ...rows].join("\n"));
    const from = new Date(account.createdAt).toISOString();
    await main(["import", folder, file, "--from", from, "--to", now, "--quiet"], processTerminal());
    await main(["analyse", folder, "--quiet"], processTerminal());
  }
}

/** Rows of a table that are kept, written in its place. */
async function select(table: Table, { sets, curveSets = sets, platform }: Selection, folder: string) {
  const path = pathOf(table);
  const file = join(folder, path);
  const rows: z.output<Table["schema"]>[] = [];
  for await (const row of readTable(file, table)) {
    const [set, id] = [row["platforms"], row["accountId"] ?? row["observationId"]];
    const kept = table === curves ? curveSets : sets;
    const isInSet = typeof set !== "string" || kept === undefined || kept.includes(set);
    const isOnPlatform = typeof id !== "string" || platform === undefined || id.startsWith(`${platform}:`);
    if (isInSet && isOnPlatform) rows.push(row);
  }
  return { path, ...(await writeTable(file, table, rows)) };
}

/** The rates of 2022, as a scenario of their own. */
async function publishObservations(folder: string): Promise<void> {
  const shipped = dataPackages.find((pack) => pack.folder === "observations");
  if (shipped === undefined) throw new RangeError("no package of observations ships");
  const wanted = shipped.tables.filter(({ name }) => name.startsWith("x-health-care-2022"));
  mkdirSync(join(folder, "tables"), { recursive: true });
  for (const { name } of wanted)
    copyFileSync(`datasets/observations/${name}.csv`, join(folder, "tables", `${name}.csv`));
  const read = (file: string) => readFileSync(join(folder, "tables", file));
  const descriptor = describePackage({ ...shipped, tables: wanted }, read);
  await publish({ name: "health-care-2022", folder, wanted, descriptor });
}

interface Publication {
  name: string;
  /** Where `tables/NAME.csv` are. */
  folder: string;
  wanted: readonly Table[];
  descriptor: unknown;
}

async function publish({ name, folder, wanted, descriptor }: Publication): Promise<void> {
  const target = join("notebooks", "data", name);
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  await withDuckDb(async (connection) => {
    for (const table of wanted) {
      const path = pathOf(table);
      const sha256 = createHash("sha256")
        .update(readFileSync(join(folder, path)))
        .digest("hex");
      const parquet = await writeParquet(connection, { table, folder, file: { path, rows: null, sha256 } });
      copyFileSync(join(folder, path), join(target, `${table.name}.csv`));
      copyFileSync(join(folder, parquet), join(target, `${table.name}.parquet`));
    }
  });
  writeFileSync(join(target, "datapackage.json"), `${JSON.stringify(descriptor, null, 2)}\n`);
}
