import { existsSync } from "node:fs";
import { Worker } from "node:worker_threads";
import pLimit from "p-limit";
import type { PageReading, PageSource } from "./extract/index.ts";

/** Bodies of more bytes are read beside the process, which meanwhile looks after its other sites. Next to no honest page is so large. */
export const bigBytes = 1024 * 1024;

/** What reads big pages, and its end. */
export interface PageReader {
  /** Null where a page took too much time or memory. */
  read(source: PageSource): Promise<PageReading | null>;
  close(): void;
}

/** What one page may take: 5 MB made to be slow take a twentieth of the time, on an idle machine. Own choice. */
const longestMs = 20_000;
const memory = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 16 };

/** The thread's program; it is not there where the sources run as they are, and nothing is big then. */
const ownProgram = new URL("./extract/page-worker.js", import.meta.url);

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
  return { read: (source) => inTurn(() => readNow(source)), close: end };
}

const endings = ["message", "error", "exit"] as const;

/** What waits for it has a timer that holds the process: an idle thread must not. */
function startThread(program: URL): Worker {
  const thread = new Worker(program, { resourceLimits: memory, stdout: true, stderr: true });
  thread.unref();
  return thread;
}
