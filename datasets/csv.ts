import { readFileSync } from "node:fs";
import { parse as parseAtOnce } from "csv-parse/sync";
import { z } from "zod";
import { readCells, writeAgain } from "./cells.ts";
import type { Column, ColumnType } from "./columns.ts";
import { AuditError } from "./error.ts";
import { fillTables, openTableFile, type WrittenTable } from "./table-file.ts";
import type { Table } from "./tables.ts";

/**
 * Writes a table as CSV in UTF-8 without byte order mark, streaming; the file has its name only once it is whole.
 *
 * @param records in the order of the table's key
 */
export async function writeTable<S extends z.ZodObject>(
  path: string,
  table: Table<S>,
  records: Iterable<z.output<S>> | AsyncIterable<z.output<S>>,
): Promise<WrittenTable> {
  const file = openTableFile(path, table);
  await fillTables([file], records);
  return file.end();
}

/**
 * Reads a table that `writeTable` wrote, streaming. Columns may stand in any order; unknown ones are ignored.
 *
 * @throws AuditError that names file, row (the header is row 1) and column of the first row at fault
 */
export async function* readTable<S extends z.ZodObject>(
  path: string,
  table: Table<S>,
): AsyncGenerator<z.output<S>> {
  let places: number[] | undefined;
  let width = 0;
  let row = 0;
  for await (const rows of readCells(path)) {
    for (const cells of rows) {
      row += 1;
      if (places === undefined) {
        places = placesOf(table.columns, cells, path);
        width = cells.length;
        continue;
      }
      if (cells.length !== width) throw ragged(`${path}, row ${row}`, cells.length, width);
      const parsed = table.fromRow(decodeRow(table.columns, places, cells));
      if (!parsed.success) throw faultyRow(`${path}, row ${row}`, table.columns, parsed.error);
      yield parsed.data;
    }
  }
  if (places === undefined) throw new AuditError("bad_input", `${path}: has no header. ${writeAgain}`);
}

const ragged = (place: string, cells: number, width: number): AuditError =>
  new AuditError("bad_input", `${place}: has ${cells} cells, the header ${width}. ${writeAgain}`);

/**
 * Reads a table that ships with the package, at once.
 *
 * @throws AuditError as `readTable` does
 */
export function readShippedTable<S extends z.ZodObject>(file: URL, table: Table<S>): z.output<S>[] {
  const [header = [], ...rows] = z.array(Cells).parse(parseAtOnce(readFileSync(file), { bom: true }));
  const places = placesOf(table.columns, header, file.pathname);
  return rows.map((cells, index) => {
    const parsed = table.fromRow(decodeRow(table.columns, places, cells));
    if (!parsed.success) throw faultyRow(`${file.pathname}, row ${index + 2}`, table.columns, parsed.error);
    return parsed.data;
  });
}

const Cells = z.array(z.string());

/** Where each column stands in the file. */
function placesOf(columns: readonly Column[], header: readonly string[], path: string): number[] {
  const missing = columns.filter(({ name }) => !header.includes(name)).map(({ name }) => name);
  if (missing.length === 0) return columns.map(({ name }) => header.indexOf(name));
  throw new AuditError("bad_input", `${path}, row 1: no column ${missing.join(", ")}. ${writeAgain}`);
}

function faultyRow(place: string, columns: readonly Column[], error: z.ZodError): AuditError {
  const faults = error.issues.map(({ path, message }) => {
    const column = columns.find((each) => each.path.every((key, level) => key === path[level]));
    return `${place}, ${column?.name ?? path.join(".")}: ${message}. Mend the cell or write the table again`;
  });
  return new AuditError("bad_input", faults.join("\n"));
}

const decodeRow = (columns: readonly Column[], places: readonly number[], cells: readonly string[]) =>
  columns.map(({ type }, index) => decode(type, cells[places[index] ?? -1] ?? ""));

function decode(type: ColumnType, cell: string): unknown {
  return cell === "" ? null : (decoders[type]?.(cell) ?? cell);
}

// What a decoder does not understand stays text, and the schema then refuses it.
const decoders: Partial<Record<ColumnType, (cell: string) => unknown>> = {
  text: (cell) => cell.replace(guardedFormula, ""),
  texts: parseJson,
  integer: parseNumber,
  number: parseNumber,
  boolean: (cell) => (cell === "true" ? true : cell === "false" ? false : undefined),
};

// What keeps a spreadsheet from running a cell; see `openTableFile`.
const guardedFormula = /^'(?='*[=+\-@\t\r])/;

// Number("") and Number(" ") are 0, and an empty cell must never be.
function parseNumber(cell: string): number | undefined {
  return /^-?\d+(\.\d+)?(e[+-]?\d+)?$/.test(cell) ? Number(cell) : undefined;
}

function parseJson(cell: string): unknown {
  try {
    return JSON.parse(cell);
  } catch {
    return undefined;
  }
}
