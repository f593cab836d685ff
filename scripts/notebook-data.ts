/**
 * `npm run notebooks:data`: makes the tables that the notebooks read, as CSV and Parquet, each folder with its descriptor. Names of
 * folders may follow: `npm run notebooks:data -- small`.
 */
import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { withDuckDb } from "../analysis/duckdb.ts";
import { describeTables } from "../analysis/exporters/datapackage.ts";
import { writeParquet } from "../analysis/parquet.ts";
import { main } from "../cli/index.ts";
import { processTerminal } from "../cli/terminal.ts";
import { dataPackages, describePackage } from "../datasets/packages.ts";
import { reopenSnapshot } from "../datasets/snapshot.ts";
import { type Table, tables } from "../datasets/tables.ts";

const { companies, ownerships, observations, statuses, cadences, benchmarks } = tables;

/** Synthetic industries that notebooks read, and the tables of each. */
const scenarios: Readonly<Record<string, readonly Table[]>> = {
  small: [companies, ownerships, observations, statuses, cadences, benchmarks],
};

const given = process.argv.slice(2);
const isWanted = (name: string): boolean => given.length === 0 || given.includes(name);
const scratch = mkdtempSync(join(tmpdir(), "notebook-data-"));
try {
  for (const [name, wanted] of Object.entries(scenarios)) {
    if (!isWanted(name)) continue;
    const folder = join(scratch, name);
    await main(["demo", "--out", folder, "--quiet"], processTerminal());
    const snapshot = reopenSnapshot(folder);
    const manifest = snapshot.manifest();
    snapshot.close();
    const paths = wanted.map((table) => `tables/${table.name}.csv`);
    const files = manifest.files.filter(({ path }) => paths.includes(path));
    await publish({ name, folder, wanted, descriptor: describeTables({ ...manifest, files }) });
  }
  if (isWanted("health-care-2022")) await publishObservations(join(scratch, "observations"));
} finally {
  rmSync(scratch, { recursive: true });
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
      const path = `tables/${table.name}.csv`;
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
