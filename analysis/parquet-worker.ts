/** A further thread that measures the accounts of one part of an audit. */
import { parentPort, workerData } from "node:worker_threads";
import { measureAlone } from "./parquet-cadences.ts";

parentPort?.postMessage(await measureAlone(workerData));
