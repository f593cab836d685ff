/** Numbers as sentences show them: full precision stays in the tables. */

/** A share in percent with one decimal: 80.1 %. */
export const percent = (share: number): string => `${decimals(100 * share, 1)} %`;

/** A share's limits: 75.1 % to 84.2 %. */
export const percents = ([low, high]: readonly [number, number]): string =>
  `${percent(low)} to ${percent(high)}`;

/** A number with at most three significant decimals, `infinite` where it has no bound. */
export function decimals(value: number, places = 2): string {
  if (value === Number.POSITIVE_INFINITY) return "infinite";
  return String(Number(value.toFixed(places)));
}

/** Two limits of a number. */
export const limits = ([low, high]: readonly [number, number], places = 2): string =>
  `${decimals(low, places)} to ${decimals(high, places)}`;

/** Posts a week from posts a day. */
export const weeklyRate = (postsPerDay: number): string => decimals(7 * postsPerDay, 2);

/** A p-value; tiny ones by their bound. */
export const chance = (p: number): string => (p < 0.0001 ? "p < 0.0001" : `p = ${decimals(p, 4)}`);
