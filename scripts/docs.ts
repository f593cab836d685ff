/** `npm run docs`: makes the generated parts of the documents anew; with `--check` only says which are stale, and fails. */
import { readFileSync, writeFileSync } from "node:fs";
import { regenerate } from "./generated-docs.ts";

const isCheck = process.argv.includes("--check");

for (const path of ["README.md", "datasets/README.md"]) {
  const before = readFileSync(path, "utf8");
  const after = regenerate(before);
  if (after === before) continue;
  if (isCheck) {
    process.stderr.write(`${path}: is stale. Write it anew with: npm run docs\n`);
    process.exitCode = 1;
  } else {
    writeFileSync(path, after);
  }
}
