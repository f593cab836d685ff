import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openLedger, readGroups, readLedger } from "../../datasets/ledger.ts";
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

test("groups come in code-unit order, the records of each as they were added, over any length of lines", async () => {
  const folder = mkdtempSync(join(tmpdir(), "ledger-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, "requests.jsonl");
  const ledger = openLedger(path);
  const hosts = ["b.test", "ä.test", "a.test", "b.test", "Z.test"];
  for (const [at, host] of hosts.entries()) {
    ledger.add({ ...request, host, path: `/${at}`, outcome: "\u2028é😀".repeat(20_000) });
  }
  ledger.close();
  appendFileSync(path, 'rubbish\n{"host":"torn');
  const host = RequestRecord.pick({ host: true }).transform((record) => record.host);
  const found: string[] = [];
  for await (const group of readGroups(path, RequestRecord, host)) {
    found.push(group.map((each) => each.host + each.path).join(" "));
    expect(group.every(({ outcome }) => outcome.length === 80_000)).toBe(true);
  }
  expect(found).toEqual(["Z.test/4", "a.test/2", "b.test/0 b.test/3", "ä.test/1"]);
});
