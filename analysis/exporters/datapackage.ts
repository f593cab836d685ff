import { rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describeResource, packageProfile, readingNotes } from "../../datasets/data-package.ts";
import type { Audit } from "../../datasets/schema.ts";
import { fileOf, type Table, tables } from "../../datasets/tables.ts";
import type { Exporter } from "./exporter.ts";

/** `tables/datapackage.json`, a Data Package 2.0: other programs read the tables with the right types by it. */
export const datapackage: Exporter = {
  id: "datapackage",
  title: "Data Package 2.0: types, keys and descriptions of every published table",
  async write({ manifest }, folder) {
    const path = "tables/datapackage.json";
    const file = join(folder, path);
    await writeFile(`${file}.unfinished`, `${JSON.stringify(describeTables(manifest()), null, 2)}\n`);
    await rename(`${file}.unfinished`, file);
    return [path];
  },
};

/** The descriptor of the tables that an audit has written. It says nothing of the time at which it was made. */
export function describeTables(audit: Audit) {
  const written = Object.values<Table>(tables).flatMap((table) => {
    const file = fileOf(audit, table);
    return file === undefined ? [] : [{ table, file }];
  });
  const others = written.map(({ table }) => table);
  return {
    $schema: packageProfile,
    name: `presence-audit-${audit.auditId}`,
    title: "Audit of the public social presence of an industry",
    description: readingNotes,
    sources: [
      {
        title: `Company frame ${audit.frame.path ?? "from an imported file"}, SHA-256 ${audit.frame.sha256}`,
      },
      ...(audit.protocol === undefined
        ? []
        : [{ title: `Protocol ${audit.protocol.file}, SHA-256 ${audit.protocol.sha256}` }]),
    ],
    resources: written.map(({ table, file: { rows, sha256 } }) =>
      describeResource(table, { path: `${table.name}.csv`, rows, sha256 }, others),
    ),
  };
}
