/** A cell of a table in the terminal: its text, and how to paint it where colours may be used. */
export interface TextCell {
  text: string;
  paint?: (text: string) => string;
  /** Whether it stands at the right of its column, as numbers do. */
  isRight?: boolean;
}

const gap = "  ";

/**
 * Lines of a table with a head, words wrapped inside their columns.
 *
 * @param width characters that a line may have
 * @returns null where not even the longest words fit beside each other
 */
export function textTable(rows: readonly (readonly TextCell[])[], width: number): string[] | null {
  const columns = rows[0]?.map((_, index) => rows.map((row) => row[index]?.text ?? "")) ?? [];
  const widths = columnWidths(columns, width);
  if (widths === null) return null;
  const [head = [], ...body] = rows.map((row) => rowLines(row, widths));
  const rule = widths.map((each) => "─".repeat(each)).join(gap);
  return [...head, rule, ...body.flat()];
}

/** The rows of a table one after the other, for where its columns do not fit: each cell behind the head of its column. */
export function textList([head = [], ...rows]: readonly (readonly TextCell[])[]): string[] {
  const width = longest(head.slice(1).map(({ text }) => text));
  return rows.flatMap(([first, ...cells], index) => [
    ...(index === 0 ? [] : [""]),
    first?.text ?? "",
    ...cells.map(({ text, paint }, column) => {
      const label = head[column + 1]?.text ?? "";
      return `  ${label}${" ".repeat(width - displayWidth(label))}  ${paint?.(text) ?? text}`;
    }),
  ]);
}

/** Columns begin as wide as their longest word; what is left goes where most lines are. */
function columnWidths(columns: readonly (readonly string[])[], width: number): number[] | null {
  const widths = columns.map((texts) => longest(texts.flatMap((text) => text.split(" "))));
  const wanted = columns.map(longest);
  let left = width - widths.reduce((sum, each) => sum + each, gap.length * (widths.length - 1));
  if (left < 0) return null;
  while (left > 0) {
    const needs = widths.map((each, index) => Math.ceil((wanted[index] ?? 0) / each));
    const most = Math.max(...needs);
    if (most <= 1) break;
    const index = needs.indexOf(most);
    widths[index] = (widths[index] ?? 0) + 1;
    left -= 1;
  }
  return widths;
}

const longest = (texts: readonly string[]) => Math.max(1, ...texts.map(displayWidth));

function rowLines(row: readonly TextCell[], widths: readonly number[]): string[] {
  const cells = row.map(({ text }, index) => wrapped(text, widths[index] ?? 1));
  const height = Math.max(...cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    cells
      .map((lines, index) => {
        const { paint, isRight } = row[index] ?? {};
        const text = lines[line] ?? "";
        const padding = " ".repeat(Math.max(0, (widths[index] ?? 0) - displayWidth(text)));
        const painted = paint?.(text) ?? text;
        return isRight ? padding + painted : painted + padding;
      })
      .join(gap)
      .trimEnd(),
  );
}

/** A text in lines that are at most so wide, but for single words that are wider. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const longer = `${lines.at(-1) ?? ""} ${word}`;
    if (lines.length > 0 && displayWidth(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** Columns of a screen that a text takes: East Asian characters take two, marks on letters none. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const sign of text) width += marks.test(sign) ? 0 : wide.test(sign) ? 2 : 1;
  return width;
}

const marks = /\p{M}/u;
const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u{3000}-\u{303F}\u{FF01}-\u{FF60}]/u;

/** A text from outside as one line of plain words: nothing that moves the cursor, rings or turns the direction. */
export function plain(text: string, most = 60): string {
  const line = text.replace(/[\p{Cc}\p{Cf}\p{Cs}\s]+/gu, " ").trim();
  return line.length <= most ? line : `${line.slice(0, most - 1)}…`;
}
