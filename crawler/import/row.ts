import type { DelimitedRow } from "../../datasets/delimited.ts";
import { type ReadDate, readDate } from "../platforms/observers/dates.ts";
import type { Columns, Field } from "./columns.ts";

/** One row of a user's file. What cannot be read is noted as a fault and reads as absent. */
export interface Row {
  number: number;
  text(field: Field): string | null;
  /** A whole number of at least 0, with or without separators of thousands. */
  count(field: Field): number | null;
  date(field: Field): ReadDate | null;
  flag(field: Field): boolean | null;
  /** Notes a fault: what is wrong, and what to write instead. */
  fault(field: Field, what: string): void;
  /** As `file, row, column: what`. */
  faults: readonly string[];
}

/** Opens a row for reading. */
export function openRow({ row, cells }: DelimitedRow, columns: Columns, file: string): Row {
  const faults: string[] = [];
  const fault = (field: Field, what: string) => {
    faults.push(`${file}, row ${row}, ${columns.headers[field] ?? field}: ${what}`);
  };
  const text = (field: Field) => {
    const header = columns.headers[field];
    const cell = (header === undefined ? undefined : cells[header]) ?? columns.constants?.[field] ?? null;
    // No such word is longer.
    return cell !== null && cell.length < 10 && absent.test(cell) && !names.has(field) ? null : cell;
  };
  const read = <T>(field: Field, reader: (cell: string) => T | null, hint: string): T | null => {
    const cell = text(field);
    const value = cell === null ? null : reader(cell);
    if (cell !== null && value === null) fault(field, `"${cell}" ${hint}`);
    return value;
  };
  return {
    number: row,
    text,
    count: (field) => read(field, readCount, "is no whole number. Write it like 1234, without rounding"),
    date: (field) =>
      read(
        field,
        columns.monthFirst ? readMonthFirst : readInstant,
        "can not be read as one date. Write it like 2026-12-31 or 2026-12-31T09:30:00Z",
      ),
    flag: (field) => read(field, readFlag, "is neither yes nor no. Write true or false"),
    fault,
    faults,
  };
}

// Instants as programs write them need no look at all the other forms: a file may hold a million.
const plainInstant = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.000)?Z$/;

function readInstant(cell: string): ReadDate | null {
  const [, plain] = plainInstant.exec(cell) ?? [];
  const isReal = plain !== undefined && cell >= "1990" && cell < "2200" && !Number.isNaN(Date.parse(cell));
  return isReal && Number(cell.slice(8, 10)) < 29
    ? { instant: `${plain}.000Z`, precision: "instant" }
    : readDate(cell);
}

/** 12/31/2026 and 12/31/2026 09:30 PM, which elsewhere would leave open which is the month. */
function readMonthFirst(cell: string): ReadDate | null {
  return readDate(cell.replace(/^(\d{1,2})\/(\d{1,2})\/(\d{4})(?=\D|$)/, "$3-$1-$2"));
}

/** How programs write that there is nothing. */
const absent = /^(?:-+|n\/?a|nan|none|null|undefined)$/i;

/** A company may be called so. */
const names: ReadonlySet<Field> = new Set<Field>(["companyId", "name"]);

// Programs that know no absent integers write 1234.0; 1.2E+5 and 12.3K have lost digits.
const wholeNumber = /^(\d+|\d{1,3}(?:[,' \u00a0\u202f]\d{3})+)(?:\.0+)?$/;

function readCount(cell: string): number | null {
  const digits = wholeNumber.exec(cell)?.[1]?.replace(/\D/g, "");
  const number = Number(digits);
  return digits !== undefined && Number.isSafeInteger(number) ? number : null;
}

function readFlag(cell: string): boolean | null {
  return flags.get(cell.toLowerCase()) ?? null;
}

const flags = new Map([
  ...["true", "yes", "y", "1"].map((word) => [word, true] as const),
  ...["false", "no", "n", "0"].map((word) => [word, false] as const),
]);
