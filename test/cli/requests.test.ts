import { appendFileSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { ledgerOf, writeRequests } from "../../cli/requests.ts";
import { collect } from "../../datasets/collect.ts";
import { readTable, writeTable } from "../../datasets/csv.ts";
import { openLedger } from "../../datasets/ledger.ts";
import type { RequestRecord } from "../../datasets/schema.ts";
import { tables } from "../../datasets/tables.ts";

const request = (host: string, path: string, minute: number | null): RequestRecord => {
  const at = minute === null ? null : `2026-09-30T12:${String(minute).padStart(2, "0")}:00.000Z`;
  const facts = {
    kind: "page",
    robots: "allowed",
    lane: host,
    delayMs: 1_000,
    status: 200,
    outcome: "ok",
  } as const;
  return { host, path, ...facts, startedAt: at, finishedAt: at, bytes: 1 };
};

function audit() {
  const folder = mkdtempSync(join(tmpdir(), "requests-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(dirname(ledgerOf({ folder })));
  const path = join(folder, "requests.csv");
  const write: Parameters<typeof writeRequests>[0]["write"] = async (table, records) =>
    void (await writeTable(path, table, records));
  const read = () => collect(readTable(path, tables.requests));
  return { folder, write, read };
}

test("requests stand by host, path and instant, whatever the order they were made in", async () => {
  const { folder, write, read } = audit();
  const ledger = openLedger<RequestRecord>(ledgerOf({ folder }));
  const given = [
    request("b.test", "/", 1),
    request("a.test:8080", "/", 2),
    request("b.test", "/", 0),
    request("a.test", "/z", 3),
    request("b.test", "/about", null),
    request("a.test", "/", 4),
    request("B.test", "/", 5),
  ];
  for (const each of given) ledger.add(each);
  ledger.close();
  await writeRequests({ folder, write });
  const order = [6, 5, 3, 1, 2, 0, 4];
  expect(await read()).toEqual(order.map((index) => given[index]));
});

test("of an audit that asked nobody there is a table without rows, and a torn line is left out", async () => {
  const { folder, write, read } = audit();
  await writeRequests({ folder, write });
  expect(await read()).toEqual([]);
  appendFileSync(ledgerOf({ folder }), `${JSON.stringify(request("a.test", "/", 1))}\n{"host":"torn`);
  await writeRequests({ folder, write });
  expect((await read()).map(({ host }) => host)).toEqual(["a.test"]);
});
