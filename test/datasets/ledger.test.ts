import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openLedger, readLedger } from "../../datasets/ledger.ts";
import { RequestRecord } from "../../datasets/schema.ts";

const request: RequestRecord = {
  host: "acme.test",
  path: "/about",
  kind: "page",
  robots: "allowed",
  lane: "acme.test",
  delayMs: 1_000,
  startedAt: "2026-09-30T12:00:00.000Z",
  finishedAt: "2026-09-30T12:00:00.200Z",
  status: 200,
  outcome: "ok",
  bytes: 1_234,
};

test("requests of several runs are kept, and a line torn by a kill is left out", async () => {
  const folder = mkdtempSync(join(tmpdir(), "ledger-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, "requests.jsonl");
  const first = openLedger(path);
  first.add(request);
  first.close();
  appendFileSync(path, '{"host":"torn');
  const second = openLedger(path);
  second.add({ ...request, path: "/contact" });
  second.close();
  const paths: string[] = [];
  for await (const each of readLedger(path, RequestRecord)) paths.push(each.path);
  expect(paths).toEqual(["/about", "/contact"]);
  const lines = readFileSync(path, "utf8").split("\n").slice(0, -1);
  expect(lines.map((line) => JSON.parse(line).path)).toEqual(["/about", "/contact"]);
});

test("a torn line of any length is cut off, and so is one that is all there is", () => {
  const folder = mkdtempSync(join(tmpdir(), "ledger-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, "requests.jsonl");
  for (const whole of ["", "{}\n"]) {
    writeFileSync(path, `${whole}{"host":"${"x".repeat(200_000)}`);
    openLedger(path).close();
    expect(readFileSync(path, "utf8")).toBe(whole);
  }
});

test("a folder in which nothing was asked has an empty ledger", async () => {
  for await (const each of readLedger(join(tmpdir(), "no-such-ledger.jsonl"), RequestRecord))
    expect(each).toBeUndefined();
});
