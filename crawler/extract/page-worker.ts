/** A thread of its own that reads one page after the other. */
import { parentPort } from "node:worker_threads";
import { type PageSource, readPage } from "./index.ts";

parentPort?.on("message", (source: PageSource) => parentPort?.postMessage(readPage(source)));
