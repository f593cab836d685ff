import { setImmediate } from "node:timers/promises";
import { expect, test } from "vitest";
import { type PageReader, readInTurn } from "../../crawler/big-pages.ts";

const page = (bytes: number) => ({
  body: Buffer.from("<title>Acme</title>".padEnd(bytes)),
  url: "https://acme.test/",
  contentType: "text/html",
});

test("pages that are not small are read one in a turn, so that other sites are heard between them", async () => {
  const read = readInTurn(null);
  let done = 0;
  const readings = Array.from({ length: 4 }, () => read(page(200_000)).then(() => (done += 1)));
  const seen: number[] = [];
  for (let turn = 0; turn < 12; turn += 1) {
    await setImmediate();
    seen.push(done);
  }
  await Promise.all(readings);
  const steps = seen.map((count, turn) => count - (seen[turn - 1] ?? 0));
  expect(Math.max(...steps)).toBe(1);
  expect(done).toBe(4);
});

test("a small page does not wait for the large ones before it", async () => {
  const read = readInTurn(null);
  const order: string[] = [];
  await Promise.all([
    read(page(200_000)).then(() => order.push("large")),
    read(page(2_000)).then(() => order.push("small")),
  ]);
  expect(order).toEqual(["small", "large"]);
});

test("a big page is read beside the process where there is a reader for it, and here where there is none", async () => {
  const beside: number[] = [];
  const reader: PageReader = {
    read: async ({ body }) => {
      beside.push(body.length);
      return null;
    },
    room: async () => undefined,
    close: () => undefined,
  };
  const big = page(2_000_000);
  expect(await readInTurn(reader)(big)).toBeNull();
  expect(await readInTurn(reader)(page(300_000))).toMatchObject({ title: "Acme" });
  expect(beside).toEqual([big.body.length]);
  expect(await readInTurn(null)(big)).toMatchObject({ title: "Acme" });
});
