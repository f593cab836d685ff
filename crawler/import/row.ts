import type { DelimitedRow } from "../../datasets/delimited.ts";
import { type ReadDate, readDate } from "../platforms/observers/dates.ts";
import { type Columns, type Field, fields } from "./columns.ts";

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
  return rowReader(Object.keys(cells), columns, file)(row, Object.values(cells));
}

/**
 * A reader of the rows of one file. What it gives is the same object for every row, which holds until the next is read: a file may
 * have a million.
 *
 * @param headers of the cells that it is given, in their order
 */
export function rowReader(
  headers: readonly string[],
  columns: Columns,
  file: string,
): (number: number, cells: readonly string[]) => Row {
  const places = placesOf(headers, columns);
  const { constants = {} } = columns;
  let cells: readonly string[] = [];
  const text = (field: Field) => {
    const own = places[field];
    const given = (own && filledAt(own, cells)) || constants[field] || null;
    // No such word is longer.
    const isShort = given !== null && given.length < 10;
    return isShort && absentBegins.has(given.charCodeAt(0)) && absent.test(given) && !names.has(field)
      ? null
      : given;
  };
  const fault = (field: Field, what: string) => {
    row.faults = [...row.faults, `${file}, row ${row.number}, ${columns.headers[field] ?? field}: ${what}`];
  };
  const read = <T>(field: Field, reader: (cell: string) => T | null, hint: string): T | null => {
    const cell = text(field);
    const value = cell === null ? null : reader(cell);
    if (cell !== null && value === null) fault(field, `"${cell}" ${hint}`);
    return value;
  };
  const readDay = columns.monthFirst ? readMonthFirst : readInstant;
  const row: Row = {
    number: 0,
    text,
    count: (field) => read(field, readCount, "is no whole number. Write it like 1234, without rounding"),
    date: (field) =>
      read(field, readDay, "can not be read as one date. Write it like 2026-12-31 or 2026-12-31T09:30:00Z"),
    flag: (field) => read(field, readFlag, "is neither yes nor no. Write true or false"),
    fault,
    faults: none,
  };
  return (number, given) => {
    cells = given;
    row.number = number;
    row.faults = none;
    return row;
  };
}

/** Of several columns of one name the last that is filled counts. */
function filledAt(places: readonly number[], cells: readonly string[]): string | undefined {
  for (let index = places.length - 1; index >= 0; index -= 1) {
    const cell = cells[places[index] ?? -1];
    if (cell) return cell;
  }
  return undefined;
}

const none: readonly string[] = [];

/** The places of the columns that hold each field. */
function placesOf(headers: readonly string[], columns: Columns): Partial<Record<Field, readonly number[]>> {
  const found: Partial<Record<Field, readonly number[]>> = {};
  for (const field of fields) {
    const named = columns.headers[field];
    if (named !== undefined)
      found[field] = headers.flatMap((header, place) => (header === named ? [place] : []));
  }
  return found;
}

// Instants as programs write them need no look at all the other forms: a file may hold a million.
const plainInstant =
  /^(?:199\d|20\d\d|21\d\d)-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{3})?Z$/;

function readInstant(cell: string): ReadDate | null {
  if (!plainInstant.test(cell)) return readDate(cell);
  return { instant: cell.length === 24 ? cell : `${cell.slice(0, 19)}.000Z`, precision: "instant" };
}

/** 12/31/2026 and 12/31/2026 09:30 PM, which elsewhere would leave open which is the month. */
function readMonthFirst(cell: string): ReadDate | null {
  return readDate(cell.replace(/^(\d{1,2})\/(\d{1,2})\/(\d{4})(?=\D|$)/, "$3-$1-$2"));
}

/** How programs write that there is nothing. */
const absent = /^(?:-+|n\/?a|nan|none|null|undefined)$/i;

const absentBegins = new Set([..."-nNuU"].map((sign) => sign.charCodeAt(0)));

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
