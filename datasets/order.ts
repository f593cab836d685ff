/** Compares two texts by UTF-16 code unit: the one order of every table, whatever the locale. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
