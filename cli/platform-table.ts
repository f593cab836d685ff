import type { PlatformSummary } from "../analysis/index.ts";
import type { Terminal } from "./command.ts";
import { decimals } from "./figures.ts";
import { usualColumns } from "./grid.ts";
import { type TextCell, textList, textTable, wrapped } from "./text-table.ts";

/** What an audit found, a line a platform, as wide as the screen; nothing where there is no account. */
export function platformLines(
  rows: readonly PlatformSummary[],
  thetaDays: number,
  { columns }: Pick<Terminal, "columns">,
): string[] {
  if (rows.length === 0) return [];
  const isAnalysed = rows.some(({ activity }) => activity !== null);
  const table = (shown: readonly Column[]) => [
    [{ text: "Platform" }, ...shown.map(([head]) => rightCell(head))],
    ...rows.map((row) => [{ text: row.short }, ...shown.map(([, cell]) => rightCell(cell(row)))]),
  ];
  const width = columns ?? usualColumns;
  const whole = table(isAnalysed ? [...found, ...measured] : found);
  // The measured columns add up to the others, which a narrow screen can do without.
  const lines = textTable(whole, width) ?? textTable(table(isAnalysed ? measured : found), width);
  const legend = isAnalysed
    ? `Own accounts. Active: a public post in the ${thetaDays} days before it was seen. Unknown does not mean inactive.`
    : "Own accounts. Seen: something shows whether they are active.";
  return [...(lines ?? textList(whole)), "", ...wrapped(legend, width)];
}

const rightCell = (text: string): TextCell => ({ text, isRight: true });

type Column = readonly [head: string, cell: (row: PlatformSummary) => string];

const found: readonly Column[] = [
  ["Accounts", ({ accounts }) => String(accounts)],
  ["Seen", ({ observed }) => String(observed)],
];

const measured: readonly Column[] = [
  ["Active", ({ activity }) => count(activity?.active)],
  ["Inactive", ({ activity }) => count(activity?.inactive)],
  ["Unknown", ({ activity }) => count(activity?.unknown)],
  ["Median posts a week", ({ postsPerWeek }) => rate(postsPerWeek)],
];

const count = (value: number | undefined): string => (value === undefined ? "–" : String(value));

/** Rounded as in the report: what is not 0 never reads as 0. */
function rate(postsPerWeek: number | null): string {
  if (postsPerWeek === null) return "–";
  return postsPerWeek > 0 && postsPerWeek < 0.1
    ? "< 0.1"
    : decimals(postsPerWeek, postsPerWeek < 9.95 ? 1 : 0);
}
