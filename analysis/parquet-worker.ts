/** A further thread that measures the accounts of every part of an audit that it is sent, until it is ended. */
import { parentPort } from "node:worker_threads";
import { withDuckDb } from "./duckdb.ts";
import { measurePart } from "./parquet-cadences.ts";

await withDuckDb(
  (connection) =>
    new Promise((_, reject) => {
      parentPort?.on("message", (part) => {
        measurePart(connection, part).then((found) => parentPort?.postMessage(found), reject);
      });
    }),
);
