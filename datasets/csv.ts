import { createHash } from "node:crypto";
import { createReadStream, readFileSync } from "node:fs";
import { rename, rm, writeFile } from "node:fs/promises";
import { CsvError, parse } from "csv-parse";
import { parse as parseAtOnce } from "csv-parse/sync";
import { type Options, stringify } from "csv-stringify/sync";
import { z } from "zod";
import type { Column, ColumnType } from "./columns.ts";
import { AuditError } from "./error.ts";
import type { Table } from "./tables.ts";
import { inTurns } from "./turns.ts";

/** What was written. */
export interface WrittenTable {
  /** Rows without the header. */
  rows: number;
  /** SHA-256 of the file, hex. */
  sha256: string;
}

// RFC 4180: comma, CRLF, quotes only where needed; a lone CR or LF inside a cell needs them too.
const dialect: Options = { record_delimiter: "windows", quoted_match: /[\r\n]/ };

const rowsPerChunk = 1_000;

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
  const unfinished = `${path}.unfinished`;
  const hash = createHash("sha256");
  let rows = 0;
  const toText = (chunk: string[][]) => {
    const text = stringify(chunk, dialect);
    hash.update(text);
    return text;
  };
  async function* texts() {
    const chunk = [table.columns.map(({ name }) => name)];
    for await (const record of inTurns(records)) {
      chunk.push(encodeRow(table.columns, table.toRow(record)));
      rows += 1;
      if (chunk.length >= rowsPerChunk) yield toText(chunk.splice(0));
    }
    yield toText(chunk);
  }
  try {
    await writeFile(unfinished, texts());
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
  return { rows, sha256: hash.digest("hex") };
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
  let row = 0;
  for await (const cells of readCells(path)) {
    row += 1;
    if (places === undefined) {
      places = placesOf(table.columns, cells, path);
      continue;
    }
    const parsed = table.fromRow(decodeRow(table.columns, places, cells));
    if (!parsed.success) throw faultyRow(`${path}, row ${row}`, table.columns, parsed.error);
    yield parsed.data;
  }
  if (places === undefined) throw new AuditError("bad_input", `${path}: has no header. ${writeAgain}`);
}

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

const writeAgain = "Write the tables again with the analyse command";

const Cells = z.array(z.string());

async function* readCells(path: string): AsyncGenerator<string[]> {
  // Joined by hand: pipe() would not hand on the file's errors.
  const parser = parse({ bom: true });
  const file = createReadStream(path).on("error", (error) => parser.destroy(error));
  file.pipe(parser);
  try {
    for await (const cells of parser) yield Cells.parse(cells);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new AuditError("bad_input", `${path}: ${error.message}. ${writeAgain}`, { cause: error });
  } finally {
    file.destroy();
  }
}

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

const encodeRow = (columns: readonly Column[], row: readonly unknown[]) =>
  row.map((value, index) => encode(columns[index]?.type ?? "text", value));

/** Null is an empty cell. Anything that has no true text (NaN, Infinity) is a fault of the program. */
function encode(type: ColumnType, value: unknown): string {
  if (value === null || value === undefined) return "";
  if (type === "text") return String(value).replace(formula, "'$&");
  if (type === "texts") return JSON.stringify(value);
  if (typeof value === "number" && !Number.isFinite(value)) throw new RangeError(`${value} fits no cell`);
  return String(value);
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

// A spreadsheet runs a cell that begins so; a ' keeps it text. What already begins with a ' before such a sign gets another.
const formula = /^'*[=+\-@\t\r]/;
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
