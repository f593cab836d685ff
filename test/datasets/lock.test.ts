import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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

test.skipIf(!existsSync("/proc/self/stat"))(
  "a process that was killed but not collected by its parent holds nothing",
  async () => {
    const folder = scratch();
    // A shell that becomes a program which never collects the shell's child.
    const parent = spawn("sh", ["-c", "sleep 60 & echo $!; exec sleep 60"], {
      stdio: ["ignore", "pipe", "ignore"],
    });
    onTestFinished(() => void parent.kill("SIGKILL"));
    const [line] = await once(parent.stdout, "data");
    const pid = Number.parseInt(String(line), 10);
    const patience = { timeout: 20_000 };
    await expect.poll(() => readFileSync(`/proc/${parent.pid}/comm`, "utf8"), patience).toBe("sleep\n");
    process.kill(pid, "SIGKILL");
    await expect.poll(() => readFileSync(`/proc/${pid}/stat`, "utf8"), patience).toContain(") Z ");
    writeFileSync(join(folder, ".lock"), `${pid} 12345`);
    expect(lockFolder(folder).takenOver).toBe(true);
  },
);
