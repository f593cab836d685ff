import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { expect, test } from "vitest";
import { driftOf, hasLostOutputs, readNotebook, writeNotebook } from "../../../scripts/notebooks/notebook.ts";

const kernelspec = { name: "deno", display_name: "Deno", language: "typescript" };
const cell = (id: string, outputs: readonly object[]) => ({
  cell_type: "code",
  id,
  metadata: { execution: { "iopub.execute_input": "2026-11-22T10:00:00Z" } },
  execution_count: 7,
  source: ["const x = 1;\n", "x"],
  outputs,
});
const stream = (text: string | string[]) => ({ output_type: "stream", name: "stdout", text });
const result = (text: string) => ({
  output_type: "execute_result",
  execution_count: 7,
  metadata: {},
  data: { "text/plain": text },
});
const notebook = (...cells: readonly object[]) =>
  readNotebook(
    JSON.stringify({ cells, metadata: { kernelspec, language_info: { name: "x" } }, nbformat: 4 }),
  );

test("counters, times, colours and the cutting of a stream are no difference", () => {
  const once = notebook(cell("a", [stream(["one\n", "two\n"]), result("\u001b[33m3\u001b[39m")]));
  const again = notebook(
    cell("a", [stream("one\n"), stream("two\n"), { ...result("3"), execution_count: 9 }]),
  );
  expect(driftOf(once, again)).toEqual([]);
  expect(writeNotebook(once)).toBe(writeNotebook(again));
  expect(writeNotebook(once)).not.toMatch(/iopub|"execution_count": \d/);
});

test("an output that did not arrive is told from one that changed", () => {
  const committed = notebook(cell("a", [result("1"), result("2")]), cell("b", []));
  expect(hasLostOutputs(committed, notebook(cell("a", [result("1")]), cell("b", [])))).toBe(true);
  expect(hasLostOutputs(committed, notebook(cell("a", [result("1"), result("3")]), cell("b", [])))).toBe(
    false,
  );
  expect(hasLostOutputs(committed, committed)).toBe(false);
});

test("a number that changed, an output that is new and one that is gone are drift, with their cell", () => {
  const committed = notebook(cell("a", [result("1")]), cell("b", []), cell("c", [stream("x\n")]));
  const executed = notebook(cell("a", [result("2")]), cell("b", [stream("y\n")]), cell("c", []));
  expect(driftOf(committed, executed)).toEqual([
    expect.stringMatching(/^cell 1, .*was .*1.*, is .*2/),
    expect.stringMatching(/^cell 2, line 1 .*was nothing/),
    expect.stringMatching(/^cell 3, line 1 .*is nothing/),
  ]);
});

test("what is written is read back the same", () => {
  const given = notebook(cell("a", [stream("one\ntwo\n"), result("3")]), {
    ...{ cell_type: "markdown", id: "b", metadata: {}, source: "# Title" },
  });
  expect(readNotebook(writeNotebook(given))).toEqual(given);
});

const names = readdirSync("notebooks").filter((name) => name.endsWith(".ipynb"));

test.each(names)("%s is committed as it is written, with outputs and without an error", (name) => {
  const text = readFileSync(join("notebooks", name), "utf8");
  const committed = readNotebook(text);
  expect(writeNotebook(committed) === text).toBe(true);
  const outputs = committed.cells.flatMap((each) => each.outputs);
  expect(outputs.length).toBeGreaterThan(2);
  expect(outputs.filter(({ output_type }) => output_type === "error")).toEqual([]);
});

const folders = readdirSync(join("notebooks", "data"));
const validate = new Ajv({ strict: false, validateFormats: false }).compile(
  JSON.parse(readFileSync("test/fixtures/datapackage-2.0.schema.json", "utf8")),
);

test.each(folders)("the tables in notebooks/data/%s are described, as CSV and as Parquet", (folder) => {
  const path = join("notebooks", "data", folder);
  const described = JSON.parse(readFileSync(join(path, "datapackage.json"), "utf8"));
  expect(validate(described)).toBe(true);
  for (const { name } of described.resources)
    expect([existsSync(join(path, `${name}.csv`)), existsSync(join(path, `${name}.parquet`))]).toEqual([
      true,
      true,
    ]);
});

test("all they read is less than 5 MB", () => {
  const files = folders.flatMap((folder) =>
    readdirSync(join("notebooks", "data", folder)).map((name) => join("notebooks", "data", folder, name)),
  );
  expect(files.reduce((sum, file) => sum + statSync(file).size, 0)).toBeLessThan(5_000_000);
});

test("the rates of 2022 that they read are those that ship", () => {
  for (const name of ["x-health-care-2022.csv", "x-health-care-2022-benchmarks.csv"]) {
    const read = (folder: string) => readFileSync(join(folder, name), "utf8");
    expect(read("notebooks/data/health-care-2022") === read("datasets/observations")).toBe(true);
  }
});
