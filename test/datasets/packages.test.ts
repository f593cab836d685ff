import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv } from "ajv";
import { expect, test } from "vitest";
import { z } from "zod";
import { readTable, writeTable } from "../../datasets/csv.ts";
import { dataPackages, dataVersion, describePackage } from "../../datasets/packages.ts";
import type { Table } from "../../datasets/tables.ts";
import { version } from "../../datasets/version.ts";

const validate = new Ajv({ strict: false, validateFormats: false, allErrors: true }).compile(
  JSON.parse(readFileSync("test/fixtures/datapackage-2.0.schema.json", "utf8")),
);
const files = dataPackages.flatMap(({ folder, tables }) =>
  tables.map((table) => ({ path: `datasets/${folder}/${table.name}.csv`, table })),
);

test.each(dataPackages)("the descriptor of $folder is valid by the official profile", ({ folder }) => {
  const written = JSON.parse(readFileSync(`datasets/${folder}/datapackage.json`, "utf8"));
  validate(written);
  expect(validate.errors ?? []).toEqual([]);
  expect(validate({ ...written, resources: [] })).toBe(false);
  expect(written).toMatchObject({ version: dataVersion, licenses: [{ name: "CC0-1.0" }] });
});

test.each(dataPackages)("the descriptor of $folder tells the checksum and the rows of its files", (pack) => {
  const read = (file: string) => readFileSync(`datasets/${pack.folder}/${file}`);
  const written = JSON.parse(readFileSync(`datasets/${pack.folder}/datapackage.json`, "utf8"));
  expect(written).toEqual(JSON.parse(JSON.stringify(describePackage(pack, read))));
  const changed = describePackage(pack, (file) => Buffer.concat([read(file), Buffer.from("x\r\n")]));
  expect(changed.resources[0]?.hash).not.toBe(written.resources[0].hash);
  expect(changed.resources[0]?.rows).toBe(written.resources[0].rows + 1);
});

async function rowsOf(path: string, table: Table) {
  const rows: z.output<Table["schema"]>[] = [];
  for await (const row of readTable(path, table)) rows.push(row);
  return rows;
}

test.each(files)(
  "$path fits its schema, its key tells rows apart, and our writer would write it so",
  async ({ path, table }) => {
    const rows = await rowsOf(path, table);
    expect(rows.length).toBeGreaterThan(8);
    const keyed = rows.map((row) => JSON.stringify(table.toRow(row).filter((_, at) => isKey(table, at))));
    expect(keyed.length - new Set(keyed).size).toBe(0);
    const folder = mkdtempSync(join(tmpdir(), "shipped-"));
    await writeTable(join(folder, "again.csv"), table, rows);
    const again = readFileSync(join(folder, "again.csv"), "utf8");
    rmSync(folder, { recursive: true });
    expect(again === readFileSync(path, "utf8")).toBe(true);
  },
);

const isKey = ({ key, columns }: Table, at: number) => key.includes(columns[at]?.name ?? "");

test("every row names its source, and none says that it was remembered", async () => {
  const Sourced = z.object({ source: z.string().optional(), sourceTitle: z.string().optional() });
  const candidates = (await Promise.all(files.map(({ path, table }) => rowsOf(path, table)))).flat();
  const sources = candidates.flatMap((row) => {
    const { source, sourceTitle } = Sourced.parse(row);
    return row["status"] === undefined ? [source ?? sourceTitle] : [];
  });
  expect(sources.filter((source) => source && /memory|general knowledge/i.test(source))).toEqual([]);
});

test("the citation names the version of the software and of the data", () => {
  const citation = readFileSync("CITATION.cff", "utf8");
  expect([...citation.matchAll(/^ *version: (.*)$/gm)].map(([, found]) => found)).toEqual([
    version,
    dataVersion,
  ]);
  expect(existsSync("LICENSE")).toBe(true);
});
