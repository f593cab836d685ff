import { appendFileSync, closeSync, mkdtempSync, openSync, readSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Lines of very many kinds, which are wanted together kind by kind: they wait on disk once they are many. */
export interface Spool {
  /** Keeps a line, which holds no line break, with the others of its key. */
  add(key: string, line: string): void;
  /** All lines, each time those of some keys, in the order in which they were added; then there are none any more. */
  drain(): Generator<string[]>;
}

/** Parts into which the keys fall: one of them is in memory when lines are read. */
const parts = 64;

/** Characters kept in memory before they are written; own choice. */
const mostHeld = 1_000_000;

/**
 * Opens a spool. Its scratch files have no name, so that nothing is left of them whatever happens to the process.
 *
 * @param most characters that are kept in memory
 */
export function openSpool(most = mostHeld): Spool {
  const written = new Map<number, Scratch>();
  let lines: string[] = [];
  let places: number[] = [];
  let size = 0;
  const spill = () => {
    const byPart = new Map<number, string[]>();
    for (const [index, line] of lines.entries()) {
      const part = places[index] ?? 0;
      const those = byPart.get(part);
      if (those) those.push(line);
      else byPart.set(part, [line]);
    }
    for (const [part, those] of byPart) {
      const file = written.get(part) ?? { descriptor: openScratch(), bytes: 0 };
      const text = Buffer.from(`${those.join("\n")}\n`);
      appendFileSync(file.descriptor, text);
      written.set(part, { ...file, bytes: file.bytes + text.length });
    }
    [lines, places, size] = [[], [], 0];
  };
  return {
    add(key, line) {
      lines.push(line);
      places.push(partOf(key));
      size += line.length;
      if (size > most) spill();
    },
    *drain() {
      try {
        if (written.size > 0) spill();
        else if (lines.length > 0) yield lines;
        for (const file of written.values()) yield linesIn(file);
      } finally {
        for (const { descriptor } of written.values()) closeSync(descriptor);
        written.clear();
        lines = [];
      }
    },
  };
}

interface Scratch {
  descriptor: number;
  bytes: number;
}

function openScratch(): number {
  const folder = mkdtempSync(join(tmpdir(), "presence-audit-"));
  const descriptor = openSync(join(folder, "spool"), "w+");
  rmSync(folder, { recursive: true });
  return descriptor;
}

function linesIn({ descriptor, bytes }: Scratch): string[] {
  const content = Buffer.alloc(bytes);
  for (let at = 0; at < bytes; ) {
    const read = readSync(descriptor, content, at, bytes - at, at);
    if (read === 0) throw new Error("a scratch file is shorter than what was written to it");
    at += read;
  }
  return content.toString("utf8").slice(0, -1).split("\n");
}

/** FNV-1a. */
function partOf(key: string): number {
  let hash = 2_166_136_261;
  for (let at = 0; at < key.length; at += 1) hash = Math.imul(hash ^ key.charCodeAt(at), 16_777_619);
  return (hash >>> 0) % parts;
}
