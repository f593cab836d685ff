import readXlsxFile from "read-excel-file/node";
import writeXlsxFile from "write-excel-file/node";
import { z } from "zod";
import { AuditError } from "./error.ts";
import type { Table } from "./tables.ts";

/** Width of a column in characters: enough for an address, not for a sentence. */
const width = { least: 12, most: 48 };

/**
 * Writes rows of a table as the one sheet of an XLSX file. Every cell is text, the blank ones too, so that a spreadsheet leaves what
 * is typed there as it was typed.
 */
export async function writeXlsx<S extends z.ZodObject>(
  path: string,
  table: Table<S>,
  records: readonly z.output<S>[],
): Promise<void> {
  const head = table.columns.map(({ name }) => ({ value: name, fontWeight: "bold" as const }));
  const rows = records.map((record) => table.toRow(record).map((cell) => String(cell ?? "")));
  const widths = table.columns.map(({ name }, index) => {
    const longest = Math.max(name.length, ...rows.map((row) => row[index]?.length ?? 0));
    return { width: Math.min(width.most, Math.max(width.least, longest + 2)) };
  });
  const data = [
    head,
    ...rows.map((row) => row.map((value) => ({ type: String, format: "@", ...(value !== "" && { value }) }))),
  ];
  await writeXlsxFile(data, { sheet: table.name, columns: widths, stickyRowsCount: 1 }).toFile(path);
}

const Cells = z.array(
  z.array(z.union([z.string(), z.number(), z.boolean(), z.date(), z.null(), z.undefined()])),
);

/** Whether bytes begin as an XLSX file does, which is a ZIP archive. */
export const isXlsx = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;

/** Whether bytes begin as a binary Excel file (.xls) does. */
export const isOldXls = (bytes: Uint8Array): boolean => bytes[0] === 0xd0 && bytes[1] === 0xcf;

/**
 * Reads the cells of every sheet of an XLSX file: numbers and dates as a CSV would hold them. Rows of one sheet are equally long.
 *
 * @throws AuditError when it is no such file
 */
export async function readXlsx(bytes: Uint8Array, file: string): Promise<string[][][]> {
  const sheets = await openXlsx(bytes, file);
  return sheets.map(({ data }) => {
    const rows = Cells.parse(data).map((row) => row.map(textOf));
    const length = Math.max(0, ...rows.map((row) => row.length));
    return rows.map((row) => [...row, ...Array<string>(length - row.length).fill("")]);
  });
}

async function openXlsx(bytes: Uint8Array, file: string) {
  try {
    return await readXlsxFile(Buffer.from(bytes));
  } catch (cause) {
    throw new AuditError(
      "bad_input",
      `${file}: is no XLSX file that could be read. Open it and save it again as XLSX, or as CSV UTF-8`,
      { cause },
    );
  }
}

function textOf(cell: z.infer<typeof Cells>[number][number]): string {
  if (cell instanceof Date) return cell.toISOString().replace(/T00:00:00\.000Z$/, "");
  return cell === null || cell === undefined ? "" : String(cell).trim();
}
