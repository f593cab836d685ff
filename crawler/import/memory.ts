type Cell = string | null;

/** What was found by three cells of a row. */
export interface Memory<T> {
  get(first: Cell, second: Cell, third: Cell): T | undefined;
  set(value: T, key: readonly [Cell, Cell, Cell]): void;
}

/** Remembers by three cells as they are: to join them into one text first would cost more than all else that is done with a row. */
export function memory<T>(): Memory<T> {
  const known = new Map<Cell, Map<Cell, Map<Cell, T>>>();
  return {
    get: (first, second, third) => known.get(first)?.get(second)?.get(third),
    set(value, [first, second, third]) {
      const below = known.get(first) ?? new Map<Cell, Map<Cell, T>>();
      const last = below.get(second) ?? new Map<Cell, T>();
      known.set(first, below.set(second, last.set(third, value)));
    },
  };
}
