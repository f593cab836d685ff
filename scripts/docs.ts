/**
 * `npm run docs`: makes the generated parts of the documents and the descriptors of the data anew; with `--check` only says which are
 * stale, and fails.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { generatedFiles } from "./generated-docs.ts";

const isCheck = process.argv.includes("--check");

for (const { path, make } of generatedFiles) {
  const before = readFileSync(path, "utf8");
  const after = make(before);
  if (after === before) continue;
  if (isCheck) {
    process.stderr.write(`${path}: is stale. Write it anew with: npm run docs\n`);
    process.exitCode = 1;
  } else {
    writeFileSync(path, after);
  }
}
