import { readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { expect, test } from "vitest";
import { openSpool } from "../../datasets/spool.ts";

const keys = Array.from({ length: 200 }, (_, index) => `x:account-${index}`);

/** Lines of 200 keys in turns, with so many characters kept in memory. */
function spooled(most: number): string[][] {
  const spool = openSpool(most);
  for (let round = 0; round < 5; round += 1) for (const key of keys) spool.add(key, `${key} ${round} ä`);
  return [...spool.drain()];
}

test("few lines come back together, as they were added", () => {
  const [all = [], ...rest] = spooled(1e6);
  expect(rest).toEqual([]);
  expect(all).toHaveLength(1_000);
  expect(all.slice(0, 2)).toEqual(["x:account-0 0 ä", "x:account-1 0 ä"]);
});

test("many lines come back in parts: each key in one of them, in its order, none lost", () => {
  const parts = spooled(500);
  expect(parts.length).toBeGreaterThan(10);
  expect(parts.flat().sort()).toEqual((spooled(1e6)[0] ?? []).sort());
  for (const key of keys.slice(0, 20)) {
    const holding = parts.filter((lines) => lines.some((line) => line.startsWith(`${key} `)));
    expect(holding).toHaveLength(1);
    expect(holding[0]?.filter((line) => line.startsWith(`${key} `))).toEqual(
      [0, 1, 2, 3, 4].map((round) => `${key} ${round} ä`),
    );
  }
});

test("nothing lies about in the scratch folder, neither before nor after", () => {
  const ours = () => readdirSync(tmpdir()).filter((name) => /^presence-audit-\w{6}$/.test(name));
  const before = ours();
  const spool = openSpool(10);
  for (const key of keys) spool.add(key, "line");
  expect(ours().filter((name) => !before.includes(name))).toEqual([]);
  expect([...spool.drain()].flat()).toHaveLength(200);
});

test("what was drained is gone", () => {
  const spool = openSpool(10);
  for (const key of keys) spool.add(key, "line");
  for (const _ of spool.drain()) break;
  expect([...spool.drain()]).toEqual([]);
});
