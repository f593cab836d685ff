/** What a lane remembers: one host, or all hosts of one registrable domain. Milliseconds of the clock. */
export interface Lane {
  /** When the last request of the lane was with its server, as far as we can tell. */
  leftAt: number;
  /** The servers asked for silence until then. */
  pausedUntil: number;
}

/** Clock and sleep by which lanes keep time. */
export interface Time {
  clock: () => number;
  sleep: (ms: number) => Promise<void>;
}

interface Queue extends Lane {
  waiting: number;
  tail: Promise<unknown>;
}

/** From this many lanes on, those that owe nobody a delay any more are forgotten. */
const leastSwept = 1_000;

/**
 * Makes lanes: `run(name, work)` lets works of one lane through one after another, those of others beside them.
 *
 * @param askedAt when any of them may last have been asked, on the same clock
 */
export function openLanes(clock: () => number, askedAt = Number.NEGATIVE_INFINITY) {
  const lanes = new Map<string, Queue>();
  let sweepAt = leastSwept;
  const sweep = () => {
    for (const [name, lane] of lanes) {
      const isDone = lane.waiting === 0 && clock() > Math.max(lane.leftAt + longestDelayMs, lane.pausedUntil);
      if (isDone) lanes.delete(name);
    }
    sweepAt = Math.max(leastSwept, lanes.size * 2);
  };
  const laneOf = (name: string): Queue => {
    if (lanes.size >= sweepAt) sweep();
    const lane = lanes.get(name) ?? {
      leftAt: askedAt,
      pausedUntil: -Infinity,
      waiting: 0,
      tail: Promise.resolve(),
    };
    lanes.set(name, lane);
    return lane;
  };
  return <T>(name: string, work: (lane: Lane) => Promise<T>): Promise<T> => {
    const lane = laneOf(name);
    lane.waiting += 1;
    const turn = lane.tail.then(() => work(lane));
    const done = () => {
      lane.waiting -= 1;
    };
    lane.tail = turn.then(done, done);
    return turn;
  };
}

/** Longest delay a lane may have to keep. */
const longestDelayMs = 60_000;

/** Resolves when the lane may be asked again. */
export async function laneIsDue(lane: Lane, delayMs: number, { clock, sleep }: Time): Promise<void> {
  // Timers may fire a little early, so the clock has the last word.
  for (;;) {
    const ms = Math.max(lane.leftAt + delayMs, lane.pausedUntil) - clock();
    if (ms <= 0) return;
    await sleep(Math.ceil(ms));
  }
}
