import { createReadStream } from "node:fs";
import { pipeline, Readable } from "node:stream";
import { CsvError, parse as parseStream } from "csv-parse";
import { parse } from "csv-parse/sync";
import { AuditError } from "./error.ts";
import { plainReader } from "./plain-rows.ts";

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
  const delimiter = delimiterOf(text);
  const plain = plainReader(delimiter)(text);
  if (plain.end === text.length) return plain.rows;
  try {
    return parse(text, { ...dialect, delimiter });
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
  const fault = widthFault(cells, headers, { file, row });
  return { row, cells: cellsByHeader(headers, cells), ...(fault !== null && { fault }) };
}

function widthFault(
  { length }: readonly string[],
  headers: readonly string[],
  { file, row }: { file: string; row: number },
): string | null {
  if (length === headers.length) return null;
  return `${file}, row ${row}: has ${length} cells, the header has ${headers.length}. Put a cell that holds the separator in quotes`;
}

/** One row of a file that is read in pieces: its cells in the order of the header. */
export interface CellRow extends Pick<DelimitedRow, "row" | "fault"> {
  cells: readonly string[];
}

/**
 * The rows of a CSV in UTF-8 one batch after the other, however long it is.
 *
 * @param below the header and its place among the rows
 */
export async function* streamRows(
  path: string,
  { headers, place, file }: { headers: readonly string[]; place: number; file: string },
  delimiter: string,
): AsyncGenerator<CellRow[]> {
  let row = 0;
  const isBelow = ({ row }: CellRow) => row > place + 1;
  for await (const batch of recordsOf(path, { file, delimiter })) {
    yield batch
      .map((cells): CellRow => {
        row += 1;
        const fault = widthFault(cells, headers, { file, row });
        return fault === null ? { row, cells } : { row, cells, fault };
      })
      .filter(isBelow);
  }
}

/** Rows are read as plain ones as long as they are; from the first other one on by a full parser. */
async function* recordsOf(
  path: string,
  { file, delimiter }: { file: string; delimiter: string },
): AsyncGenerator<string[][]> {
  const texts = textsOf(path);
  const read = plainReader(delimiter);
  let [pending, row] = ["", 0];
  let lineEnd: string | null = null;
  try {
    for (let isPlain = true; isPlain; ) {
      const next = await texts.next();
      if (next.done) break;
      const found = read(pending + next.value);
      pending = (pending + next.value).slice(found.end);
      isPlain = found.isPlain && pending.length < mostPending;
      row += found.rows.length;
      lineEnd = found.lineEnd;
      yield found.rows;
    }
    const dialectOfRest = { delimiter, ...(lineEnd !== null && { record_delimiter: lineEnd }) };
    yield* parsedOf(pending, texts, dialectOfRest);
  } catch (error) {
    const told = torn(error, file);
    // The parser counts lines from where it began.
    if (told instanceof AuditError) told.message = told.message.replace(/ at line \d+/, ` below row ${row}`);
    throw told;
  } finally {
    await texts.return();
  }
}

/** Characters of a row that has not come to its end; a longer one is for the parser to judge. */
const mostPending = 8_000_000;

const chunkBytes = 262_144;

async function* textsOf(path: string): AsyncGenerator<string, void, void> {
  const decoder = new TextDecoder();
  for await (const chunk of createReadStream(path, { highWaterMark: chunkBytes }))
    yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

/** Rows that the parser hands on together, so that one does not cost a turn of the event loop. */
const batchSize = 1_000;

async function* parsedOf(
  begin: string,
  texts: AsyncIterable<string>,
  more: { delimiter: string; record_delimiter?: string },
): AsyncGenerator<string[][]> {
  async function* all() {
    yield begin;
    yield* texts;
  }
  let batch: string[][] = [];
  const parser = parseStream({ ...dialect, ...more });
  // An error of the file reaches the loop through the parser.
  pipeline(Readable.from(all()), parser, () => undefined);
  for await (const cells of parser) {
    batch.push(cells);
    if (batch.length < batchSize) continue;
    yield batch;
    batch = [];
  }
  yield batch;
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
