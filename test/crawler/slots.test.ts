import { expect, test } from "vitest";
import { openSlots } from "../../crawler/slots.ts";

/** Runs works that all wait for one signal, and tells how many are under way before it. */
async function underWay(run: ReturnType<typeof openSlots>, addresses: readonly (string | null)[]) {
  let active = 0;
  let go: () => void = () => undefined;
  const signal = new Promise<void>((resolve) => {
    go = resolve;
  });
  const works = addresses.map((address) =>
    run(address, async () => {
      active += 1;
      await signal;
    }),
  );
  await new Promise((resolve) => setImmediate(resolve));
  const seen = active;
  go();
  await Promise.all(works);
  return [seen, active];
}

test("no more works run at once than there are slots, and all run in the end", async () => {
  expect(await underWay(openSlots(2, 4), [null, null, null])).toEqual([2, 3]);
});

test("one address has its own bound, and what waits for it takes no slot from others", async () => {
  expect(await underWay(openSlots(3, 2), ["1", "1", "1", "1", null])).toEqual([3, 5]);
});

test("an address that was idle in between keeps its bound", async () => {
  const run = openSlots(9, 1);
  expect([await underWay(run, ["1", "1"]), await underWay(run, ["1", "1"])]).toEqual([
    [1, 2],
    [1, 2],
  ]);
});

test("a failed work frees its slot", async () => {
  const run = openSlots(1, 1);
  await expect(run("1", () => Promise.reject(new Error("failed")))).rejects.toThrow("failed");
  expect(await run("1", async () => "next")).toBe("next");
});
