import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { readCells } from "../../datasets/cells.ts";

const folder = mkdtempSync(join(tmpdir(), "cells-"));
afterAll(() => rmSync(folder, { recursive: true }));

async function cellsOf(text: string): Promise<string[][]> {
  const path = join(folder, "cells.csv");
  writeFileSync(path, text);
  const rows: string[][] = [];
  for await (const some of readCells(path)) rows.push(...some);
  return rows;
}

test.each([
  ["", []],
  [
    "\uFEFFa,b\r\n1,\r\n",
    [
      ["a", "b"],
      ["1", ""],
    ],
  ],
  ["a\n1", [["a"], ["1"]]],
  ["a\r\n\r\n1\r\n", [["a"], [""], ["1"]]],
  [
    'a,b\r\n1,"x,\r\ny"\r\n2,3\r\n',
    [
      ["a", "b"],
      ["1", "x,\r\ny"],
      ["2", "3"],
    ],
  ],
  ['"a\n"\n1\n', [["a\n"], ["1"]]],
  [
    "a,b\r1,2\r",
    [
      ["a", "b"],
      ["1", "2"],
    ],
  ],
])("%j is read as rows of cells", async (text, rows) => {
  expect(await cellsOf(text)).toEqual(rows);
});

/** A thousand of them are more than a piece of a file. */
const long = "é".repeat(150);

test("rows are the same as a parser's, wherever the first quote stands and a piece of the file ends", async () => {
  const cell = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom("", "x", '"', "\r", "\n", "é薬", "a,b"),
  );
  const rows = fc.array(fc.tuple(fc.nat(9_999).map(String), cell, cell), { minLength: 1, maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(fc.nat(2), rows, async (thousands, sly) => {
      const plain = Array.from({ length: thousands * 1_000 }, (_, index) => [`row ${index}`, "", long]);
      const text = stringify([...plain, ...sly], { record_delimiter: "windows", quoted_match: /[\r\n]/ });
      expect(await cellsOf(text)).toEqual(parse(text));
    }),
    { seed: 1, numRuns: 15 },
  );
});

test("quotes that are not in order are told with the file", async () => {
  await expect(cellsOf('a,b\r\n1,"open\r\n')).rejects.toThrow(/cells\.csv: Quote Not Closed/);
  await expect(cellsOf('a,b\r\n1,x"y\r\n')).rejects.toThrow(/cells\.csv: Invalid Opening Quote/);
});
