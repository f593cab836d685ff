import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { lockFolder } from "../../datasets/lock.ts";

function scratch() {
  const folder = mkdtempSync(join(tmpdir(), "lock-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

test("a folder is held until it is released", () => {
  const folder = scratch();
  const lock = lockFolder(folder);
  expect(lock.takenOver).toBe(false);
  expect(() => lockFolder(folder)).toThrow(`process ${process.pid} is working on this audit`);
  lock.release();
  lockFolder(folder).release();
});

test("a lock of an earlier process with our number, as containers make them, is dead", () => {
  const folder = scratch();
  writeFileSync(join(folder, ".lock"), `${process.pid} 12345`);
  expect(lockFolder(folder).takenOver).toBe(true);
  expect(readFileSync(join(folder, ".lock"), "utf8")).toContain(`${process.pid} `);
});

test("an empty or torn lock file does not lock for ever", () => {
  const folder = scratch();
  writeFileSync(join(folder, ".lock"), "");
  expect(lockFolder(folder).takenOver).toBe(true);
});
