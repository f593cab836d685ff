import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { readCells, readDelimited, streamRows } from "../../datasets/delimited.ts";

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

test("a file is read alike whatever makes it plain or not: its last line, its line ends, a quote that closes late", () => {
  const rows = [
    ["a", "b"],
    ["1", "x, y"],
    ["2", "z"],
  ];
  const text = 'a,b\n1,"x, y"\n2, z';
  for (const given of [text, `${text}\n`, `\ufeff${text}\n`, text.replaceAll("\n", "\r\n"), `${text}\n\n`])
    expect(readCells(Buffer.from(given), "file.csv")).toEqual(rows);
  expect(() => readCells(Buffer.from('a,b\n1,"2\n3,4\n'), "file.csv")).toThrow(/file\.csv: Quote Not Closed/);
});

async function streamed(text: string): Promise<{ rows: string[][]; faults: string[] }> {
  const folder = mkdtempSync(join(tmpdir(), "stream-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, "long.csv");
  writeFileSync(path, text);
  const below = { headers: ["a", "b"], place: 0, file: "long.csv" };
  const found: { rows: string[][]; faults: string[] } = { rows: [], faults: [] };
  for await (const batch of streamRows(path, below, ",")) {
    for (const { cells, fault } of batch) {
      found.rows.push([...cells]);
      if (fault) found.faults.push(fault);
    }
  }
  return found;
}

test("a long file is read to its end where a row in its middle is odd, and rows are told by their place", async () => {
  const plain = Array.from({ length: 30_000 }, (_, row) => `${row},"words, and words"`);
  const odd = ['5" screen , x', "one cell"];
  const lines = ["a,b", ...plain.slice(0, 20_000), ...odd, ...plain.slice(20_000)];
  const { rows, faults } = await streamed(`\ufeff${lines.join("\n")}`);
  expect(rows).toHaveLength(30_002);
  expect(rows.slice(20_000, 20_002)).toEqual([['5" screen', "x"], ["one cell"]]);
  expect(rows.at(-1)).toEqual(["29999", "words, and words"]);
  expect(faults).toEqual([expect.stringContaining("long.csv, row 20003: has 1 cells")]);
});

test("a quote that never closes, and a file that is not there, end the reading", async () => {
  await expect(streamed('a,b\n1,2\n3,"4\n5,6\n')).rejects.toThrow(
    /long\.csv: Quote Not Closed.* below row 2\. Put/,
  );
  const gone = streamRows("/nowhere/long.csv", { headers: ["a"], place: 0, file: "long.csv" }, ",");
  await expect(gone.next()).rejects.toThrow("ENOENT");
});
