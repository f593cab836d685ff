import { existsSync } from "node:fs";
import { setImmediate } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import pLimit from "p-limit";
import type { Effects } from "./effects.ts";
import { type PageReading, type PageSource, readPage } from "./extract/index.ts";

/** Bodies of so many bytes are read beside the process, which meanwhile looks after its other sites. Next to no honest page is so large. */
const bigBytes = 1024 * 1024;

/** Bodies of fewer bytes are read at once: two dozen of them take less time than anybody notices. */
const smallBytes = 128 * 1024;

/** What reads big pages, and its end. */
export interface PageReader {
  /** Null where a page took too much time or memory. */
  read(source: PageSource): Promise<PageReading | null>;
  /** Comes when next to no page waits to be read: until then no other big one should be taken in. */
  room(): Promise<unknown>;
  close(): void;
}

/** What one page may take: 5 MB made to be slow take a twentieth of the time, on an idle machine. Own choice. */
const longestMs = 20_000;
const memory = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 4 };

/** The thread's program; it is not there where the sources run as they are, and nothing is big then. */
const ownProgram = new URL("./extract/page-worker.js", import.meta.url);

/**
 * A reader of pages of any size that leaves the process time for its other sites: of pages that are not small one is read in a turn of
 * the event loop, and `bigPages` reads the big ones.
 */
export function readInTurn(bigPages: PageReader | null): NonNullable<Effects["read"]> {
  const inTurn = pLimit(1);
  const readLater = async (source: PageSource) => {
    await setImmediate();
    return readPage(source);
  };
  return async (source) => {
    const { length } = source.body;
    if (length < smallBytes) return readPage(source);
    return length < bigBytes || bigPages === null ? inTurn(() => readLater(source)) : bigPages.read(source);
  };
}

/** Pages that wait to be read, 5 MB each at the most, beyond which no other big one is taken in. Own choice. */
const mostWaiting = 3;

/**
 * Reads pages one after the other in a thread that is started when the first one comes, and again when a page has brought it down.
 *
 * @returns null where there is no program for the thread
 */
export function openPageReader(program = ownProgram, ms = longestMs): PageReader | null {
  if (!existsSync(program)) return null;
  const inTurn = pLimit(1);
  let thread: Worker | null = null;
  const end = () => {
    void thread?.terminate();
    thread = null;
  };
  const readNow = (source: PageSource) =>
    new Promise<PageReading | null>((resolve) => {
      thread ??= startThread(program);
      const settle = (reading: PageReading | null) => {
        clearTimeout(timer);
        for (const event of endings) thread?.removeAllListeners(event);
        if (reading === null) end();
        resolve(reading);
      };
      const timer = setTimeout(() => settle(null), ms);
      thread.once("message", settle);
      for (const event of ["error", "exit"]) thread.once(event, () => settle(null));
      thread.postMessage(source);
    });
  let last: Promise<unknown> = Promise.resolve();
  const read = (source: PageSource) => {
    const reading = inTurn(() => readNow(source));
    if (inTurn.pendingCount >= mostWaiting) last = reading;
    return reading;
  };
  return { read, room: () => last, close: end };
}

const endings = ["message", "error", "exit"] as const;

/** What waits for it has a timer that holds the process: an idle thread must not. */
function startThread(program: URL): Worker {
  const thread = new Worker(program, { resourceLimits: memory, stdout: true, stderr: true });
  thread.unref();
  return thread;
}
