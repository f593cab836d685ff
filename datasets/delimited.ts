import { parse } from "csv-parse/sync";
import { AuditError } from "./error.ts";

/** One row of a user's file: its number as a spreadsheet shows it, and its cells by header, trimmed, absent when empty. */
export interface DelimitedRow {
  row: number;
  cells: Readonly<Record<string, string>>;
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
  const text = decodeText(bytes, file);
  const [headers, ...rest]: string[][] = parse(text, {
    bom: true,
    delimiter: delimiterOf(text),
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    trim: true,
  });
  if (!headers)
    throw new AuditError("bad_input", `${file}: the file is empty. Write a header row and one row a company`);
  const faults = rest.flatMap((cells, i) =>
    cells.length === headers.length
      ? []
      : [
          `${file}, row ${i + 2}: has ${cells.length} cells, the header has ${headers.length}. Put a cell that holds the separator in quotes`,
        ],
  );
  const rows = rest.map((cells, i) => ({ row: i + 2, cells: cellsByHeader(headers, cells) }));
  return { headers, rows, faults };
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
function delimiterOf(text: string): string {
  const header = (text.split(/\r?\n/, 1)[0] ?? "").replace(/"[^"]*"/g, "");
  const times = (separator: string) => header.split(separator).length;
  return [",", ";", "\t"].reduce((best, next) => (times(next) > times(best) ? next : best));
}

function cellsByHeader(headers: readonly string[], cells: readonly string[]) {
  const byHeader: Record<string, string> = Object.create(null);
  headers.forEach((header, i) => {
    if (cells[i]) byHeader[header] = cells[i];
  });
  return byHeader;
}
