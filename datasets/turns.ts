import { setImmediate } from "node:timers/promises";

/** For so long a loop may keep the process to itself, in milliseconds: nobody notices, and a turn costs nothing beside it. */
const turnMs = 25;

/** The same records; every now and then the rest of the process gets a turn, so that signals are heard and answers taken. */
export async function* inTurns<T>(records: Iterable<T> | AsyncIterable<T>): AsyncGenerator<T> {
  let from = performance.now();
  for await (const record of records) {
    yield record;
    if (performance.now() - from < turnMs) continue;
    await setImmediate();
    from = performance.now();
  }
}
