import { type Markish, type PlotOptions, text } from "@observablehq/plot";
import { labelOf } from "../chart.ts";

/** Where a drawing is seen: on a phone the names of rows stand above their lines, and panels below each other. Width in px. */
export interface Layout {
  width: number;
  isNarrow: boolean;
}

export const wide: Layout = { width: 720, isNarrow: false };

/** About what a phone of 360 px leaves, so that letters stay as large as they are meant to be. */
export const narrow: Layout = { width: 320, isNarrow: true };

/** Rows with names, in px: how many, how high a row is, and how long names are where they stand beside the lines. */
export interface Rows {
  count: number;
  rowPx: number;
  namesPx: number;
}

/** Height of a name above its line, in px. */
const namePx = 16;

/** Size of a drawing of rows. */
export function rowSizes({ width, isNarrow }: Layout, { count, rowPx, namesPx }: Rows, aroundPx: number) {
  const height = aroundPx + count * (isNarrow ? rowPx + namePx : rowPx);
  return { width, height, marginLeft: isNarrow ? 12 : namesPx };
}

/** A mark stands in the row of its place among the marks. */
export const atRow = (_: unknown, index: number): number => index;

/** How far below the middle of its row a mark stands, in px, to leave the name its place. */
export const lowered = ({ isNarrow }: Layout): number => (isNarrow ? namePx / 2 : 0);

/** The names of rows, the own company's in bold. */
export function rowNames<Row extends object>(
  rows: readonly Row[],
  nameOf: (row: Row) => string,
  { isNarrow, rowPx }: Layout & Pick<Rows, "rowPx">,
): Markish[] {
  const place = isNarrow
    ? ({ textAnchor: "start", dx: 2, dy: -rowPx / 2 } as const)
    : ({ textAnchor: "end", dx: -9 } as const);
  return [400, 700].map((fontWeight) =>
    text(rows, {
      y: atRow,
      filter: (row) => ("isOwn" in row && row.isOwn === true) === fontWeight > 400,
      text: nameOf,
      frameAnchor: "left",
      fontWeight,
      ...place,
    }),
  );
}

/** How a drawing falls into panels by a field: what its marks say of it, its scale, and the panels' names where no axis has them. */
export function panelled(field: string, panels: readonly string[], { isNarrow }: Layout) {
  const scale = { label: null, domain: panels, padding: 0.2 };
  const by = isNarrow ? { fy: field } : { fx: field };
  const scales: PlotOptions = isNarrow
    ? { fy: { ...scale, axis: null } }
    : { fx: { ...scale, tickFormat: nameOfPanel } };
  const place = { fontWeight: 700, frameAnchor: "top-left", textAnchor: "start", dy: -12 } as const;
  const names = isNarrow ? [text(panels, { fy: (name) => name, text: nameOfPanel, ...place })] : [];
  return { by, scales, names };
}

const nameOfPanel = (panel: string) => labelOf(panel, 18);
