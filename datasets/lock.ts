import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { AuditError } from "./error.ts";

/** Process id and instant of its start: a container gives the same id to every run. */
const self = `${process.pid} ${performance.timeOrigin}`;

/**
 * Takes an audit folder for this process: two writers would spoil its journals. A lock whose process is gone is taken over.
 *
 * @returns what gives the folder free again, and whether a dead process's lock was taken over
 * @throws AuditError when a living process holds it
 */
export function lockFolder(folder: string): { release: () => void; takenOver: boolean } {
  const path = join(folder, ".lock");
  const holder = readText(path);
  if (holder !== null && isAlive(holder)) {
    const pid = Number.parseInt(holder, 10);
    throw new AuditError(
      "bad_usage",
      `${folder}: process ${pid} is working on this audit. Wait for it or end it`,
    );
  }
  rmSync(path, { force: true });
  writeFileSync(path, self, { flag: "wx" });
  return { release: () => rmSync(path, { force: true }), takenOver: holder !== null };
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}

function isAlive(holder: string): boolean {
  const pid = Number.parseInt(holder, 10);
  if (pid === process.pid) return holder === self;
  // Killed but not yet collected by its parent, which in a container may never happen: Linux shows it as Z.
  if (/\) [ZX] /.test(readText(`/proc/${pid}/stat`) ?? "")) return false;
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
