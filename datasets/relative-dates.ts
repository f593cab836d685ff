// Days of each unit; month and year are the mean ones of the Julian calendar.
const lengths = [
  [1 / 1440, ["m", "min", "minute"]],
  [1 / 24, ["h", "hr", "hour"]],
  [1, ["d", "day"]],
  [7, ["w", "wk", "week"]],
  [30.4375, ["mo", "month"]],
  [365.25, ["y", "yr", "year"]],
] as const;

/**
 * Ages that a label such as "3w" or "2mo" stands for, assuming that it is rounded down (M47).
 *
 * @returns least age (included) and greatest (excluded) in days; null for a label that is none of these
 */
export function relativeAge(label: string): readonly [least: number, most: number] | null {
  if (/^(just )?now$/i.test(label.trim())) return [0, 1 / 1440];
  const [, count = "", unit = ""] = /^(\d+)\s*([a-z]+?)s?(?: ago)?$/i.exec(label.trim()) ?? [];
  const [days] = lengths.find(([, names]) => names.some((name) => name === unit.toLowerCase())) ?? [null];
  return days === null ? null : [Number(count) * days, (Number(count) + 1) * days];
}
