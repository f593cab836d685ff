import { createReadStream } from "node:fs";
import { CsvError, parse as parseStream } from "csv-parse";
import { parse } from "csv-parse/sync";
import { AuditError } from "./error.ts";

/** One row of a user's file: its number as a spreadsheet shows it, and its cells by header, trimmed, absent when empty. */
export interface DelimitedRow {
  row: number;
  cells: Readonly<Record<string, string>>;
  /** Set where the row has more or fewer cells than the header, as `file, row N: ...`. */
  fault?: string;
}

/** A user's table: what its header says and its rows. */
export interface DelimitedTable {
  /** Headers as written, trimmed. */
  headers: readonly string[];
  rows: readonly DelimitedRow[];
  /** Rows with more or fewer cells than the header, as `row N: ...`. */
  faults: readonly string[];
}

/**
 * Reads a user's CSV whatever program wrote it: comma, semicolon or tab, UTF-8 or UTF-16, with or without a byte order mark.
 *
 * @throws AuditError when it is no text or has no header
 */
export function readDelimited(bytes: Uint8Array, file: string): DelimitedTable {
  return tableOf(readCells(bytes, file), file);
}

/**
 * The cells of a user's CSV, row by row, trimmed; blank rows are left out.
 *
 * @throws AuditError when it is no text
 */
export function readCells(bytes: Uint8Array, file: string): string[][] {
  const text = decodeText(bytes, file);
  try {
    return parse(text, { ...dialect, delimiter: delimiterOf(text) });
  } catch (error) {
    throw torn(error, file);
  }
}

/** A quote that never closes takes all the rest with it: the one fault that cannot be told of its row alone. */
function torn(error: unknown, file: string): unknown {
  if (!(error instanceof CsvError)) return error;
  const hint = "Put the text in whole quotes, and a quote inside it twice";
  return new AuditError("bad_input", `${file}: ${error.message}. ${hint}`, { cause: error });
}

const dialect = {
  bom: true,
  relax_column_count: true,
  relax_quotes: true,
  skip_empty_lines: true,
  trim: true,
} as const;

/**
 * A table out of rows of cells.
 *
 * @param place of the header row; what stands above it is left out
 * @throws AuditError when there is no header
 */
export function tableOf(cells: readonly (readonly string[])[], file: string, place = 0): DelimitedTable {
  const headers = cells[place];
  if (!headers)
    throw new AuditError("bad_input", `${file}: the file is empty. Write a header row and one row a company`);
  const rows = cells.slice(place + 1).map((row, i) => rowOf(row, headers, { file, row: i + place + 2 }));
  return {
    headers,
    rows,
    faults: rows.flatMap(({ fault }) => fault ?? []),
  };
}

function rowOf(
  cells: readonly string[],
  headers: readonly string[],
  { file, row }: { file: string; row: number },
): DelimitedRow {
  const byHeader = cellsByHeader(headers, cells);
  if (cells.length === headers.length) return { row, cells: byHeader };
  const fault = `${file}, row ${row}: has ${cells.length} cells, the header has ${headers.length}. Put a cell that holds the separator in quotes`;
  return { row, cells: byHeader, fault };
}

/**
 * The rows of a CSV in UTF-8 one after the other, however long it is.
 *
 * @param below the header and its place among the rows
 */
export async function* streamRows(
  path: string,
  { headers, place, file }: { headers: readonly string[]; place: number; file: string },
  delimiter: string,
): AsyncGenerator<DelimitedRow> {
  const parser = parseStream({ ...dialect, delimiter });
  const source = createReadStream(path).on("error", (error) => parser.destroy(error));
  source.pipe(parser);
  let row = 0;
  try {
    for await (const cells of parser) {
      row += 1;
      if (row > place + 1) yield rowOf(cells, headers, { file, row });
    }
  } catch (error) {
    throw torn(error, file);
  } finally {
    source.destroy();
  }
}

/** @throws AuditError naming the encodings that are read */
function decodeText(bytes: Uint8Array, file: string): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? "utf-16le"
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? "utf-16be"
        : "utf-8";
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new AuditError("bad_input", `${file}: is not text in UTF-8. Save it as "CSV UTF-8"`, { cause });
  }
}

/** The separator that the header row holds most of, outside quotes. */
export function delimiterOf(text: string): string {
  const header = (text.split(/\r?\n/, 1)[0] ?? "").replace(/"[^"]*"/g, "");
  const times = (separator: string) => header.split(separator).length;
  return [",", ";", "\t"].reduce((best, next) => (times(next) > times(best) ? next : best));
}

function cellsByHeader(headers: readonly string[], cells: readonly string[]) {
  const byHeader: Record<string, string> = Object.create(null);
  for (const [i, header] of headers.entries()) {
    const cell = cells[i];
    if (cell) byHeader[header] = cell;
  }
  return byHeader;
}
