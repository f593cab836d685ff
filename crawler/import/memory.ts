/** Three cells of a row. */
type Key = readonly [string | null, string | null, string | null];

/** What was found by three cells. */
export interface Memory<T> {
  get(key: Key): T | undefined;
  set(key: Key, value: T): void;
}

/** Remembers by three cells as they are: to join them into one text first would cost more than all else that is done with a row. */
export function memory<T>(): Memory<T> {
  type Cell = string | null;
  const known = new Map<Cell, Map<Cell, Map<Cell, T>>>();
  return {
    get: ([first, second, third]) => known.get(first)?.get(second)?.get(third),
    set([first, second, third], value) {
      const below = known.get(first) ?? new Map<Cell, Map<Cell, T>>();
      const last = below.get(second) ?? new Map<Cell, T>();
      known.set(first, below.set(second, last.set(third, value)));
    },
  };
}
