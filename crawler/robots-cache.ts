import { closeSync, existsSync, ftruncateSync, openSync, readFileSync, readSync, writeSync } from "node:fs";
import { z } from "zod";
import { AuditError } from "../datasets/error.ts";
import { instantOf } from "./clock.ts";

/** What the robots.txt of one origin said, as far as it binds our agent. */
const RobotsEntry = z.object({
  origin: z.string().describe("Scheme, host and port"),
  fetchedAt: z.iso.datetime().describe("When it was fetched, UTC"),
  text: z
    .string()
    .describe("The rules that bind our agent, as a robots.txt in Latin-1 octets; empty when there are none"),
});
type RobotsEntry = z.infer<typeof RobotsEntry>;

/** Remembers what robots.txt files said. Only answers are kept: what could not be had may be asked again. */
export interface RobotsCache {
  /** Null when it is unknown or too old. */
  get(origin: string): RobotsEntry | null;
  put(entry: RobotsEntry): void;
}

/** How long an answer is good for (RFC 9309, section 2.4: no longer than 24 hours). */
const freshMs = 24 * 3_600_000;

const isFresh = (entry: RobotsEntry, now: number) => now - Date.parse(entry.fetchedAt) < freshMs;

/** A cache that ends with the process. `clock` gives milliseconds since 1970. */
export function memoryRobotsCache(clock: () => number): RobotsCache {
  const entries = new Map<string, RobotsEntry>();
  return {
    get(origin) {
      const entry = entries.get(origin);
      return entry !== undefined && isFresh(entry, clock()) ? entry : null;
    },
    put: (entry) => void entries.set(entry.origin, entry),
  };
}

/**
 * A cache in a JSON Lines file, which it makes. Only places in the file are held in memory. Lines that do not parse are skipped, a
 * torn last line is cut off.
 *
 * @throws AuditError `stopped` when the file cannot be opened or written (full disk, read-only folder)
 */
export function openRobotsCache(path: string, clock: () => number): RobotsCache & { close: () => void } {
  const { places, end: whole } = existsSync(path)
    ? indexOf(readFileSync(path), clock())
    : { places: new Map<string, Place>(), end: 0 };
  const file = orStop(path, () => openSync(path, existsSync(path) ? "r+" : "w+"));
  orStop(path, () => ftruncateSync(file, whole));
  let end = whole;
  return {
    get(origin) {
      const place = places.get(origin);
      if (place === undefined) return null;
      const line = Buffer.alloc(place.length);
      readSync(file, line, 0, place.length, place.at);
      const entry = parseLine(line.toString("utf8"));
      return entry !== null && isFresh(entry, clock()) ? entry : null;
    },
    put(entry) {
      const line = Buffer.from(`${JSON.stringify(entry)}\n`);
      orStop(path, () => writeSync(file, line, 0, line.length, end));
      places.set(entry.origin, { at: end, length: line.length });
      end += line.length;
    },
    close: () => closeSync(file),
  };
}

interface Place {
  at: number;
  length: number;
}

/** How every line begins: what an index needs, without the rules. An audit that is resumed has 50,000 of them to look at. */
const lineStart = /^\{"origin":"([^"\\]+)","fetchedAt":"([^"\\]+)"/;
const mostStart = 400;

/** Where the newest fresh entry of each origin stands, and where the last whole line ends. */
function indexOf(content: Buffer, now: number): { places: Map<string, Place>; end: number } {
  const places = new Map<string, Place>();
  // Instants of one form, as all of ours are, stand in the order of their texts.
  const oldest = instantOf(now - freshMs);
  let at = 0;
  for (let end = content.indexOf(10); end !== -1; end = content.indexOf(10, at)) {
    const start = lineStart.exec(content.toString("latin1", at, Math.min(end, at + mostStart)));
    const [, origin = "", fetchedAt = ""] = start ?? [];
    if (fetchedAt > oldest) places.set(origin, { at, length: end - at });
    at = end + 1;
  }
  return { places, end: at };
}

function parseLine(line: string): RobotsEntry | null {
  try {
    return RobotsEntry.safeParse(JSON.parse(line)).data ?? null;
  } catch {
    return null;
  }
}

function orStop<T>(path: string, act: () => T): T {
  try {
    return act();
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new AuditError(
      "stopped",
      `${path}: ${why}. Make room or rights there, then run the same command again`,
      { cause },
    );
  }
}
