import { expect, test } from "vitest";
import { readDelimited } from "../../datasets/delimited.ts";

const read = (text: string) => readDelimited(Buffer.from(text), "file.csv");

test("rows are numbered as a spreadsheet numbers them, and empty cells are absent", () => {
  expect(read("a,b\n1,\n,2\n").rows).toEqual([
    { row: 2, cells: { a: "1" } },
    { row: 3, cells: { b: "2" } },
  ]);
});

test("a separator inside quotes in the header does not decide", () => {
  expect(read('"a,b,c";d\n1;2').headers).toEqual(["a,b,c", "d"]);
});

test("a cell may hold quotes, separators and line breaks", () => {
  expect(read('a,b\n"x ""y"", z","two\nlines"\n').rows[0]?.cells).toEqual({ a: 'x "y", z', b: "two\nlines" });
});

test("a ragged row is named and nothing is shifted silently", () => {
  expect(read("a,b\n1,2,3\n").faults).toEqual([
    "file.csv, row 2: has 3 cells, the header has 2. Put a cell that holds the separator in quotes",
  ]);
});
