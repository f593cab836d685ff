import type { Cell, Overview, OverviewRow, Tone } from "../analysis/index.ts";
import type { Terminal } from "./command.ts";
import { plain, type TextCell, textList, textTable } from "./text-table.ts";

/** Width of a line where nobody sits before a screen. */
export const usualColumns = 100;

/**
 * Companies and platforms as the report's grid shows them. Companies are rows where the screen is wide enough, columns where it is
 * only wide enough for that, and else one list after the other.
 */
export function gridLines(
  overview: Overview,
  { columns, hasColour }: Pick<Terminal, "columns" | "hasColour">,
): string[] {
  const rows = matrixOf(overview, hasColour);
  const width = columns ?? usualColumns;
  return textTable(rows, width) ?? textTable(transposed(rows), width) ?? textList(rows);
}

/** What the signs of the grid mean. */
export const gridLegend =
  "● posts  ◐ slowing  ○ silent  – no account  ? not known, which does not mean silent";

/** Where no platform has a column, one for all says at least why nothing is known. */
function matrixOf({ platforms, companies }: Overview, hasColour: boolean): TextCell[][] {
  const all = { title: "Any platform", cell: ({ any }: OverviewRow): Cell | undefined => any };
  const columns = platforms.map(({ id, short }) => ({ title: short, cell: ({ on }: OverviewRow) => on[id] }));
  const shown = columns.length > 0 ? columns : [all];
  const head = ["Company", ...shown.map(({ title }) => title)].map((text) => ({ text }));
  return [
    head,
    ...companies.map((row) => [
      nameCell(row, hasColour),
      ...shown.map(({ cell }) => toneCell(cell(row), hasColour)),
    ]),
  ];
}

function nameCell({ name, isOwn }: OverviewRow, hasColour: boolean): TextCell {
  const text = plain(name);
  return isOwn && hasColour ? { text, paint: painted(1) } : { text };
}

function toneCell(cell: Cell | undefined, hasColour: boolean): TextCell {
  if (cell === undefined) return { text: "" };
  const [sign, colour] = signs[cell.tone];
  const text = `${sign} ${cell.words}`;
  return hasColour ? { text, paint: painted(colour) } : { text };
}

/** Sign and colour (SGR) of each tone; the words say the same. */
const signs: Readonly<Record<Tone, readonly [sign: string, colour: number]>> = {
  posting: ["●", 32],
  slow: ["◐", 33],
  silent: ["○", 31],
  absent: ["–", 2],
  unknown: ["?", 36],
};

const painted = (code: number) => (text: string) => (text === "" ? "" : `\x1b[${code}m${text}\x1b[0m`);

const transposed = (rows: readonly TextCell[][]): TextCell[][] =>
  (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] ?? { text: "" }));
