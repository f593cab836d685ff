import { type DelimitedTable, tableOf } from "../../../datasets/delimited.ts";
import { AuditError } from "../../../datasets/error.ts";
import { policy } from "../../platforms/policy.ts";
import type { Columns, Field } from "../columns.ts";
import type { ExportFormat, TableExport } from "./export.ts";
import { exportFormats } from "./index.ts";

/** A file of an export that is known. */
export interface RecognisedExport {
  format: ExportFormat;
  table: DelimitedTable | { headers: readonly string[]; rows: Iterable<DelimitedTable["rows"][number]> };
  /** Null where the headers are our own. */
  columns: Columns | null;
}

/** Rows that may stand above the header. */
const mostAbove = 10;

/** The archive that some bytes are; null for others. */
export function recogniseArchive(bytes: Uint8Array, file: string): RecognisedExport | null {
  for (const format of exportFormats) {
    const table = "open" in format ? format.open(bytes, file) : null;
    if (table) return { format, table, columns: null };
  }
  return null;
}

/**
 * The export that some sheets of cells are; null for a table of the user's own.
 *
 * @param named header by field, as the user gives them: they stand in for a header that was changed
 * @throws AuditError for what looks like a known export and lacks one of its headers
 */
export function recogniseTable(
  sheets: readonly (readonly (readonly string[])[])[],
  file: string,
  named: Readonly<Partial<Record<Field, string>>>,
): RecognisedExport | null {
  const tables = exportFormats.filter((format) => "columns" in format);
  for (const cells of sheets) {
    for (const [place, row] of cells.slice(0, mostAbove).entries()) {
      const format = tables.find(({ telling, columns }) =>
        telling.every((header) => row.includes(header) || isNamed(header, columns, named)),
      );
      if (!format) continue;
      const headers = { ...format.columns, ...named };
      const missing = Object.values(headers).filter((header) => !row.includes(header));
      if (missing.length > 0) throw changedHeader({ format, missing, row, file });
      const { platform, monthFirst = false } = format;
      return { format, table: tableOf(cells, file, place), columns: { headers, platform, monthFirst } };
    }
  }
  const [near] = sheets.flatMap((cells) =>
    cells.slice(0, mostAbove).flatMap((row) => tables.flatMap((format) => nearly(format, row))),
  );
  if (near) throw changedHeader({ ...near, file });
  return null;
}

const isNamed = (
  header: string,
  columns: TableExport["columns"],
  named: Readonly<Partial<Record<Field, string>>>,
) => Object.entries(columns).some(([field, name]) => name === header && Object.hasOwn(named, field));

/** One header of the telling ones is not there, and the others are: of at least three. */
function nearly(format: TableExport, row: readonly string[]) {
  const { telling, columns } = format;
  const missing = telling.filter((header) => !row.includes(header));
  const wanted = [...new Set([...telling, ...Object.values(columns)])];
  const found = wanted.filter((header) => row.includes(header)).length;
  return missing.length === 1 && telling.length > 2 && found >= 3 ? [{ format, missing, row }] : [];
}

function changedHeader({ format, missing, row, file }: Changed): AuditError {
  const field = Object.entries(format.columns).find(([, header]) => missing.includes(header))?.[0];
  const { checkedOn } = policy.exports[format.id] ?? {};
  const hint = field ? ` If it is called otherwise now: --columns ${field}=HEADER` : "";
  return new AuditError(
    "bad_input",
    `${file}, header: looks like ${format.title} as of ${checkedOn}, but has no column "${missing.join('", "')}". Expected: ${Object.values(format.columns).join(", ")}. It has: ${row.join(", ")}.${hint}`,
  );
}

interface Changed {
  format: TableExport;
  missing: readonly string[];
  row: readonly string[];
  file: string;
}
