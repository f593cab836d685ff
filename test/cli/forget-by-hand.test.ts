import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { forgetByHand } from "../../cli/forget-by-hand.ts";
import { collect } from "../../datasets/collect.ts";
import { AuditConfig } from "../../datasets/config.ts";
import { openSnapshot } from "../../datasets/snapshot.ts";
import { tables } from "../../datasets/tables.ts";
import { handReading } from "../analysis/records.ts";
import { company } from "../datasets/records.ts";

function begun() {
  const folder = mkdtempSync(join(tmpdir(), "forget-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const snapshot = openSnapshot(folder, {
    companies: [company("acme"), company("beta")],
    frameFile: "frame.csv",
    config: AuditConfig.parse({}),
    instrument: { software: "test", grammar: "1", extractor: "1", attribution: "1", observers: [] },
    startedAt: "2026-09-30T12:00:00Z",
  });
  onTestFinished(snapshot.close);
  return snapshot;
}

test("readings of the forgotten company go, and how far coders agree is told of the others alone", async () => {
  const snapshot = begun();
  const both = (id: string, theirs: number) => [
    handReading({ companyId: id, accountId: `x:${id}`, coder: "A" }),
    handReading({ companyId: id, accountId: `x:${id}`, coder: "B", leastDays: theirs, mostDays: theirs + 1 }),
  ];
  await snapshot.write(tables.readings, [...both("acme", 400), ...both("beta", 3)]);
  await forgetByHand(snapshot, "acme", (cell) => cell === "acme");
  const left = await collect(snapshot.read(tables.readings));
  expect(left.map(({ companyId }) => companyId)).toEqual(["beta", "beta"]);
  const agreement = await collect(snapshot.read(tables.agreement));
  expect(agreement.every(({ n, disagreements }) => n === 1 && disagreements === 0)).toBe(true);
});

test("a sheet that is on its way loses the company's rows; an audit without sheets gains no table", async () => {
  const snapshot = begun();
  const path = join(snapshot.folder, "review", "disagreements.csv");
  mkdirSync(join(snapshot.folder, "review"));
  writeFileSync(path, "company_id,account\nacme,x:acme\nbeta,x:beta\n");
  await forgetByHand(snapshot, "acme", (cell) => cell === "acme");
  expect(readFileSync(path, "utf8")).toBe("company_id,account\r\nbeta,x:beta\r\n");
  expect(snapshot.manifest().files).toEqual([]);
});
