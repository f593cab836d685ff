import { createHash } from "node:crypto";
import { closeSync, createReadStream, openSync, readFileSync, readSync, statSync } from "node:fs";
import { basename } from "node:path";
import { fieldNamed } from "../crawler/import/columns.ts";
import {
  type RecognisedExport,
  recogniseArchive,
  recogniseTable,
} from "../crawler/import/exports/recognise.ts";
import type { ImportTable } from "../crawler/import/index.ts";
import { sheetKind } from "../crawler/import/sheet.ts";
import { policy } from "../crawler/platforms/policy.ts";
import { delimiterOf, readCells, streamRows, tableOf } from "../datasets/delimited.ts";
import { AuditError } from "../datasets/error.ts";
import { isOldXls, isXlsx, readXlsx } from "../datasets/xlsx.ts";
import type { GivenSheet } from "./import-sheet.ts";

/** A file of the user's, opened. */
export interface GivenFile {
  /** Name without folders. */
  file: string;
  /** Hex, of the whole file: the evidence of what is taken from it. */
  sha256: string;
  table: ImportTable;
  /** Set where it is a sheet of ours that somebody filled. */
  sheet: GivenSheet | null;
  /** What was understood of a known export, as a note. */
  note: readonly string[];
}

/** From this size on a CSV is read row by row. */
const longFile = 8_000_000;

/**
 * Opens a file to import: a filled sheet, a known export, or a table of the user's own. A long CSV is streamed.
 *
 * @param named header by field, as `--columns` gives them
 * @throws AuditError for what cannot be read, and for a known export one of whose headers was changed
 */
export async function openGiven(path: string, named: Readonly<Record<string, string>>): Promise<GivenFile> {
  const file = basename(path);
  const head = headOf(path);
  const about = { file, sha256: await hashOf(path) };
  const fields = Object.fromEntries(
    Object.entries(named).flatMap(([name, header]) => {
      const field = fieldNamed(name);
      return field ? [[field, header]] : [];
    }),
  );
  if (isOldXls(head)) {
    const hint = "Open it in a spreadsheet and save it as XLSX or CSV UTF-8";
    throw new AuditError("bad_input", `${file}: is an Excel file of the old kind (.xls). ${hint}`);
  }
  if (isXlsx(head)) return ofCells(await readXlsx(readFileSync(path), file), { ...about, fields });
  if (statSync(path).size >= longFile && isPlain(head)) return streamed(path, head, { ...about, fields });
  const bytes = readFileSync(path);
  const archive = recogniseArchive(bytes, file);
  if (archive) return { ...about, table: archive.table, sheet: null, note: noteOn(archive, file) };
  return ofCells([readCells(bytes, file)], { ...about, fields });
}

interface About {
  file: string;
  sha256: string;
  fields: Parameters<typeof recogniseTable>[2];
}

function ofCells(sheets: readonly string[][][], { file, sha256, fields }: About): GivenFile {
  const [first = []] = sheets;
  const kind = sheetKind(first[0] ?? []);
  const found = kind ? null : recogniseTable(sheets, file, fields);
  const table = tableOf(first, file);
  return {
    ...{ file, sha256, note: found ? noteOn(found, file) : [] },
    table: found ? { ...found.table, columns: found.columns } : table,
    sheet: kind && { kind, table, file, sha256 },
  };
}

/** What stands at the head of a long CSV says what it is; the rest is read when it is wanted. */
function streamed(path: string, head: Uint8Array, { file, sha256, fields }: About): GivenFile {
  const whole = head.subarray(0, head.lastIndexOf(10) + 1);
  const cells = readCells(whole, file);
  const found = recogniseTable([cells], file, fields);
  const { headers } = found?.table ?? tableOf(cells, file);
  const place = cells.findIndex((row) => row.join("\n") === headers.join("\n"));
  const delimiter = delimiterOf(Buffer.from(whole).toString("utf8"));
  const further = streamRows(path, { headers, place, file }, delimiter);
  const note = found ? noteOn(found, file) : [];
  return {
    file,
    sha256,
    note,
    sheet: null,
    table: { headers, rows: [], further, columns: found?.columns ?? null },
  };
}

function headOf(path: string): Uint8Array {
  const descriptor = openSync(path, "r");
  try {
    const bytes = Buffer.alloc(65_536);
    return bytes.subarray(0, readSync(descriptor, bytes));
  } finally {
    closeSync(descriptor);
  }
}

/** A CSV in UTF-8, as far as its head tells: no byte order mark of UTF-16, no zero, and no brace or binary archive. */
const isPlain = (head: Uint8Array): boolean =>
  head[0] !== 0xff &&
  head[0] !== 0xfe &&
  !head.includes(0) &&
  !/^\s*(?:[{[]|window\.)/.test(Buffer.from(head.subarray(0, 200)).toString("latin1"));

async function hashOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest("hex");
}

/** The preview: what the file was taken for, and which header for what. */
function noteOn({ format, table, columns }: RecognisedExport, file: string): string[] {
  const { checkedOn, source, basis } = policy.exports[format.id] ?? {};
  const isSure = basis === "specification" ? "" : "; compare what it gives with what you see on the platform";
  const mapped = Object.entries(columns?.headers ?? {}).map(([field, header]) => `${field} from "${header}"`);
  const said = columns ? mapped : table.headers;
  return [
    `${file}: read as ${format.title} (as of ${checkedOn}; ${source}): ${said.join(", ")}. Nothing else of it is kept${isSure}`,
  ];
}
