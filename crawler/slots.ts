import pLimit, { type LimitFunction } from "p-limit";

/**
 * Bounds what is in flight: `run(address, work)` waits first for the address, then for one of all slots, so that many hosts behind
 * one address never hold slots they cannot use. An address of null has no bound of its own.
 */
export function openSlots(atOnce: number, perAddress: number) {
  const all = pLimit(atOnce);
  const addresses = new Map<string, LimitFunction>();
  return async <T>(address: string | null, work: () => Promise<T>): Promise<T> => {
    if (address === null) return all(work);
    const own = addresses.get(address) ?? pLimit(perAddress);
    addresses.set(address, own);
    try {
      return await own(() => all(work));
    } finally {
      if (own.activeCount + own.pendingCount === 0) addresses.delete(address);
    }
  };
}
