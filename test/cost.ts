/** Processor time of a piece of work in ms: the shortest of three runs, so that what else the machine does hardly counts. */
function costMs(work: () => void): number {
  const runs = [1, 2, 3].map(() => {
    const start = process.cpuUsage();
    work();
    return process.cpuUsage(start).user / 1_000;
  });
  return Math.min(...runs);
}

/**
 * How much longer work takes on eight times the input: about 8 where it is linear, 64 where it is quadratic. What takes less than
 * 20 ms counts as 20, since a collection of garbage takes as long.
 *
 * @param make an input of a length
 * @param work what is done with it
 * @param length the greater one
 */
export function growth<T>(make: (length: number) => T, work: (input: T) => void, length: number): number {
  const [short = 0, long = 0] = [make(Math.round(length / 8)), make(length)].map((input) =>
    costMs(() => work(input)),
  );
  return long / Math.max(short, 20);
}

/** Growth that a linear piece of work stays under on any machine, and a quadratic one does not. */
export const linear = 32;
