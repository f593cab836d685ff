/** What could be read of a piece of CSV. */
export interface PlainRows {
  rows: string[][];
  /** Where the first row begins that is not whole or not plain. */
  end: number;
  /** False where that row is written in a way that only a full parser should judge. */
  isPlain: boolean;
  /** With what lines end, by the first of the file; null where none has ended yet. */
  lineEnd: "\n" | "\r\n" | null;
}

const [quote, lineFeed, carriageReturn] = [34, 10, 13];

/**
 * Reads rows of CSV as nearly every program writes them, four times as fast as a full parser: cells without quotes, or in quotes from end
 * to end; lines that all end alike. It stops before whatever is otherwise, and gives what csv-parse gives with `trim`.
 *
 * @param delimiter one character
 * @returns a reader of one piece of text after the other
 */
export function plainReader(delimiter: string): (text: string) => PlainRows {
  const separator = delimiter.charCodeAt(0);
  let lineEnd: PlainRows["lineEnd"] = null;
  return (text) => {
    const first = text.indexOf("\n");
    if (first >= 0) lineEnd ??= text.charCodeAt(first - 1) === carriageReturn ? "\r\n" : "\n";
    const rows: string[][] = [];
    let end = 0;
    for (;;) {
      const row: string[] = [];
      const next = readRow(text, end, { row, separator, hasReturns: lineEnd === "\r\n" });
      if (next < 0) return { rows, end, isPlain: next === notWhole, lineEnd };
      // A blank line is no row.
      if (row.length > 1 || row[0] !== "") rows.push(row);
      else if (next - end > 2) return { rows, end, isPlain: false, lineEnd };
      end = next;
    }
  };
}

const notWhole = -1;
const notPlain = -2;

interface Into {
  row: string[];
  separator: number;
  hasReturns: boolean;
}

/** Reads one row into its cells; gives where the next one begins, or why there is none. */
function readRow(text: string, from: number, { row, separator, hasReturns }: Into): number {
  for (let at = from; ; ) {
    const isQuoted = text.charCodeAt(at) === quote;
    const end = isQuoted ? endOfQuotes(text, at) : endOfCell(text, at, separator);
    if (end < 0) return end;
    const cell = isQuoted ? unquoted(text.slice(at + 1, end - 1)) : trimmed(text.slice(at, end));
    if (cell === null) return notPlain;
    row.push(cell);
    const sign = text.charCodeAt(end);
    at = end + 1;
    if (sign === separator) continue;
    if (Number.isNaN(sign)) return notWhole;
    if (sign === lineFeed) return hasReturns ? notPlain : at;
    if (sign !== carriageReturn || !hasReturns) return notPlain;
    if (at >= text.length) return notWhole;
    return text.charCodeAt(at) === lineFeed ? at + 1 : notPlain;
  }
}

function endOfCell(text: string, from: number, separator: number): number {
  for (let at = from; at < text.length; at += 1) {
    const sign = text.charCodeAt(at);
    if (sign === separator || sign === lineFeed || sign === carriageReturn) return at;
    if (sign === quote) return notPlain;
  }
  return notWhole;
}

/** Behind the quote that ends the cell: two of them stand for one. */
function endOfQuotes(text: string, from: number): number {
  for (let at = text.indexOf('"', from + 1); at >= 0; at = text.indexOf('"', at + 2))
    if (text.charCodeAt(at + 1) !== quote) return at + 1 < text.length ? at + 1 : notWhole;
  return notWhole;
}

const unquoted = (text: string) => (text.includes('""') ? text.replaceAll('""', '"') : text);

/** Without spaces around; null where other blanks stand there. */
function trimmed(text: string): string | null {
  const bare = text.trim();
  if (bare.length === text.length) return text;
  return text.replace(/^ +| +$/g, "") === bare ? bare : null;
}
