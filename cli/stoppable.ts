import { stoppedError } from "../crawler/sending.ts";
import type { Journal } from "../datasets/journal.ts";
import type { Snapshot } from "../datasets/snapshot.ts";

/**
 * The audit, as long as the user wants it: once `signal` is aborted nothing more is read from it and no table is written, and
 * whoever tries gets an AuditError `stopped`. What was under way may still be appended to the journals.
 */
export function stoppable(snapshot: Snapshot, signal: AbortSignal): Snapshot {
  const check = () => {
    if (signal.aborted) throw stoppedError();
  };
  const journal = <T>(of: Journal<T>): Journal<T> => ({
    ...of,
    get: (key) => {
      check();
      return of.get(key);
    },
    read: () => checked(of.read(), check),
  });
  return {
    ...snapshot,
    visits: journal(snapshot.visits),
    observations: journal(snapshot.observations),
    imports: journal(snapshot.imports),
    write: (table, records) => snapshot.write(table, checkedAsync(records, check)),
    writeTogether: (sources, plans) => snapshot.writeTogether(checkedAsync(sources, check), plans),
    read: (table) => checkedAsync(snapshot.read(table), check),
  };
}

function* checked<T>(records: Iterable<T>, check: () => void): Generator<T> {
  for (const record of records) {
    check();
    yield record;
  }
}

async function* checkedAsync<T>(
  records: Iterable<T> | AsyncIterable<T>,
  check: () => void,
): AsyncGenerator<T> {
  for await (const record of records) {
    check();
    yield record;
  }
}
