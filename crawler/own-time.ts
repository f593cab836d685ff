/** Into how many parts a time is cut: a pause of this process counts as one of them at the most. */
const slices = 20;

/**
 * Calls `act` when `ms` have passed in which this process could have heard an answer: while it was kept from running by its own work
 * or by others on the machine, no far end is to blame.
 *
 * @returns what calls it off
 */
export function afterOwnTime(ms: number, act: () => void): () => void {
  let left = slices;
  let timer = setTimeout(next, ms / slices);
  function next() {
    left -= 1;
    timer = left > 0 ? setTimeout(next, ms / slices) : setTimeout(act);
  }
  return () => clearTimeout(timer);
}
