/** Whether one UTC instant lies before another. Those written alike are in the order of their texts, which spares parsing them. */
export function isBefore(a: string, b: string): boolean {
  if (a === b) return false;
  const isPlain = a.length === b.length && a.endsWith("Z") && b.endsWith("Z");
  return isPlain ? a < b : Date.parse(a) < Date.parse(b);
}

/** Compares two texts by UTF-16 code unit: the one order of every table, whatever the locale. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
