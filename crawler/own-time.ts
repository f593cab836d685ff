import { performance } from "node:perf_hooks";

/** Into how many parts a time is cut: a pause of this process counts as one of them at the most. */
const slices = 20;

/** Of a time in which this process was busy all along this share counts: a far end that hangs is given up all the same. Own choice. */
const busyShare = 0.2;

/** Milliseconds for which this process has had nothing to do but wait, since it began. */
const idleTime = () => performance.eventLoopUtilization().idle;

/** A timer of time that a far end can be blamed for. */
export interface OwnTimer {
  /** Begins anew; one that stands still does so when it goes on. */
  refresh(): void;
  /** Stands still until something is settled that the far end cannot be blamed for. */
  hold(until: Promise<unknown>): void;
  /** Calls it off. */
  end(): void;
}

/**
 * Calls `act` when `ms` have passed in which this process could have heard an answer: while it was kept from that by its own work or by
 * others on the machine, no far end is to blame. What has arrived by then is read first.
 *
 * @param idle milliseconds for which the process has waited so far
 */
export function openOwnTimer(ms: number, act: () => void, idle = idleTime): OwnTimer {
  const slice = ms / slices;
  let left = ms;
  let from = idle();
  let [isHeld, hasEnded] = [false, false];
  let timer = setTimeout(next, slice);
  function begin() {
    if (isHeld || hasEnded) return;
    clearTimeout(timer);
    from = idle();
    timer = setTimeout(next, slice);
  }
  function next() {
    const now = idle();
    left -= Math.min(slice, Math.max(now - from, slice * busyShare));
    from = now;
    timer = left > slice / 2 ? setTimeout(next, slice) : setTimeout(act);
  }
  return {
    refresh() {
      left = ms;
      begin();
    },
    hold(until) {
      isHeld = true;
      clearTimeout(timer);
      const goOn = () => {
        isHeld = false;
        begin();
      };
      void until.then(goOn, goOn);
    },
    end() {
      hasEnded = true;
      clearTimeout(timer);
    },
  };
}

/**
 * Starts to measure what a far end takes.
 *
 * @returns tells the milliseconds since, without those in which this process was busy itself
 */
export function startWaiting(): () => number {
  const [began, idle] = [performance.now(), idleTime()];
  return () => Math.max(idleTime() - idle, (performance.now() - began) * busyShare);
}
