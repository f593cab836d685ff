import { workspace } from "./workspace.ts";

/** Numbers in ascending order; the input stays as it is. */
export const ascending = (values: ArrayLike<number>): Float64Array => sorted(new Float64Array(values));

/** Fewer are compared as fast. Own choice. */
const fewest = 32;

/** Where more than these fall into one place, the values do not spread. Own choice. */
const mostInPlace = 16;

/**
 * Puts numbers in ascending order where they are. Those that spread over their range, as instants and gaps do, go near their places by
 * their size alone and are then set right, in a third of the time that comparing all of them takes.
 *
 * @returns the same array
 */
export function sorted<T extends Float64Array>(values: T): T {
  const scale = values.length < fewest ? null : scaleOf(values);
  if (scale === null || !isSpread(values, scale)) values.sort();
  else setRight(values);
  return values;
}

/** From values to as many places. */
interface Scale {
  least: number;
  factor: number;
}

/** Null where all values are equal, or one is no number. */
function scaleOf(values: Float64Array): Scale | null {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] ?? 0;
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  const factor = (values.length - 1) / (most - least);
  return factor > 0 && factor < Number.POSITIVE_INFINITY ? { least, factor } : null;
}

const startSpace = workspace();
const valueSpace = workspace();

/** Puts values near their places; where too many share one, nothing is done. */
function isSpread(values: Float64Array, scale: Scale): boolean {
  const starts = startSpace(values.length).fill(0);
  if (!findStarts(values, scale, starts)) return false;
  const unsorted = valueSpace(values.length);
  unsorted.set(values);
  deal(unsorted, scale, { starts, into: values });
  return true;
}

/** Where the values of each place begin. */
function findStarts(values: Float64Array, { least, factor }: Scale, starts: Float64Array): boolean {
  const count = values.length;
  for (let index = 0; index < count; index += 1) {
    const place = Math.floor(((values[index] ?? 0) - least) * factor);
    starts[place] = (starts[place] ?? 0) + 1;
  }
  let [next, most] = [0, 0];
  for (let place = 0; place < count; place += 1) {
    const own = starts[place] ?? 0;
    starts[place] = next;
    next += own;
    most = Math.max(most, own);
  }
  return most <= mostInPlace;
}

function deal(
  values: Float64Array,
  { least, factor }: Scale,
  { starts, into }: { starts: Float64Array; into: Float64Array },
): void {
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] ?? 0;
    const place = Math.floor((value - least) * factor);
    const at = starts[place] ?? 0;
    into[at] = value;
    starts[place] = at + 1;
  }
}

/** Insertion sort: next to no work where every value is near its place. */
function setRight(values: Float64Array): void {
  for (let index = 1; index < values.length; index += 1) {
    const value = values[index] ?? 0;
    let place = index;
    for (let before = values[place - 1] ?? 0; place > 0 && before > value; before = values[place - 1] ?? 0) {
      values[place] = before;
      place -= 1;
    }
    values[place] = value;
  }
}
