/**
 * `npm run notebooks`: executes every notebook and fails where an output is no longer what was committed; `npm run notebooks -- --write`
 * keeps the new outputs. Names or numbers of notebooks may follow: `npm run notebooks -- 02`.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { driftOf, hasLostOutputs, type Notebook, readNotebook, writeNotebook } from "./notebooks/notebook.ts";

const given = process.argv.slice(2);
const isWriting = given.includes("--write");
const wanted = given.filter((each) => !each.startsWith("--"));
const folder = "notebooks";
const names = readdirSync(folder)
  .filter(
    (name) =>
      name.endsWith(".ipynb") && (wanted.length === 0 || wanted.some((part) => name.startsWith(part))),
  )
  .sort();

/** How long a cell may take, in seconds, and its output to arrive: on a busy machine 4 s, which is usual, lose some of it. */
const patience = ["timeout=120", "iopub_timeout=60", "raise_on_iopub_timeout=True"].map(
  (setting) => `--ExecutePreprocessor.${setting}`,
);
/** Most times a notebook is run whose outputs do not all arrive. The Deno kernel loses some on a busy machine. */
const maxRuns = 4;
const scratch = mkdtempSync(join(tmpdir(), "notebooks-"));
/** Jupyter, IPython and Deno write into a home of their own, and find the kernel there. */
const quietHome = Object.fromEntries(
  ["JUPYTER_PATH", "JUPYTER_CONFIG_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR", "DENO_DIR"].map((name) => [
    name,
    scratch,
  ]),
);
try {
  writeDenoKernel(join(scratch, "kernels", "deno"));
  let failed = 0;
  for (const name of names) failed += check(name) ? 0 : 1;
  process.stdout.write(`notebooks: ${names.length - failed} passed, ${failed} failed\n`);
  process.exitCode = failed === 0 ? 0 : 1;
} finally {
  rmSync(scratch, { recursive: true });
}

/** `deno jupyter --install` would write into the user's home, whatever it is told. */
function writeDenoKernel(kernel: string): void {
  mkdirSync(kernel, { recursive: true });
  const argv = [
    resolve(folder, "node_modules/.bin/deno"),
    "jupyter",
    "--kernel",
    "--conn",
    "{connection_file}",
  ];
  const spec = { argv, display_name: "Deno", language: "typescript" };
  writeFileSync(join(kernel, "kernel.json"), JSON.stringify(spec));
}

/** Whether a notebook ran, and gave what was committed. */
function check(name: string): boolean {
  const path = join(folder, name);
  const startedAt = performance.now();
  const tell = (what: string) =>
    process.stdout.write(`${path}: ${what} (${((performance.now() - startedAt) / 1_000).toFixed(1)} s)\n`);
  const committed = readNotebook(readFileSync(path, "utf8"));
  let executed: Notebook;
  let runs = 0;
  do {
    const fault = execute(path);
    if (fault !== null) {
      tell(`did not run: ${fault}`);
      return false;
    }
    executed = readNotebook(readFileSync(join(scratch, name), "utf8"));
    runs += 1;
  } while (!isWriting && runs < maxRuns && hasLostOutputs(committed, executed));
  const drift = driftOf(committed, executed);
  if (isWriting) writeFileSync(path, writeNotebook(executed));
  const said =
    drift.length === 0
      ? "as committed"
      : `outputs drifted${isWriting ? ", and were written" : ""}\n  ${drift.join("\n  ")}`;
  tell(runs === 1 ? said : `${said}, in run ${runs}`);
  return drift.length === 0 || isWriting;
}

/** Runs a notebook into the scratch folder; what went wrong, or null. */
function execute(path: string): string | null {
  const options = ["--to", "notebook", "--execute", "--output-dir", scratch, ...patience];
  const { status, stderr, error } = spawnSync("jupyter-nbconvert", [...options, path], {
    encoding: "utf8",
    env: { ...process.env, ...quietHome, LC_ALL: "C.UTF-8", TZ: "UTC", NO_COLOR: "1" },
  });
  return status === 0 ? null : (error?.message ?? stderr.trim().split("\n").slice(-15).join("\n"));
}
