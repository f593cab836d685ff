import { stringify } from "csv-stringify/sync";
import { readDelimited } from "./delimited.ts";
import type { UserFile } from "./inputs.ts";

/**
 * A CSV of the user's without the rows that have a certain cell.
 *
 * @returns null where there is no such row
 */
export function withoutRows({ file, bytes }: UserFile, isLost: (cell: string) => boolean): UserFile | null {
  const { headers, rows } = readDelimited(bytes, file);
  const kept = rows.filter(({ cells }) => !Object.values(cells).some(isLost));
  if (kept.length === rows.length) return null;
  const lines = kept.map(({ cells }) => headers.map((header) => cells[header] ?? ""));
  return { file, bytes: Buffer.from(stringify([headers, ...lines], { record_delimiter: "windows" })) };
}
