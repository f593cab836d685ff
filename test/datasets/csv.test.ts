import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { z } from "zod";
import { rowFormat } from "../../datasets/columns.ts";
import { readTable, writeTable } from "../../datasets/csv.ts";
import { AuditError } from "../../datasets/error.ts";
import type { Table } from "../../datasets/tables.ts";

const folder = mkdtempSync(join(tmpdir(), "csv-"));
afterAll(() => rmSync(folder, { recursive: true }));

const schema = z.object({
  id: z.string().min(1).meta({ description: "Key" }),
  note: z.string().min(1).nullable().meta({ description: "Text from outside" }),
  labels: z.array(z.string().min(1)).meta({ description: "Texts" }),
  count: z.int().min(0).nullable().meta({ description: "Count" }),
  share: z.number().nullable().meta({ description: "Number" }),
  known: z.boolean().nullable().meta({ description: "Yes or no" }),
  window: z.object({ from: z.iso.datetime().nullable().meta({ description: "Instant" }) }),
});
type Row = z.infer<typeof schema>;
const table: Table<typeof schema> = {
  name: "rows",
  description: "Rows",
  key: ["id"],
  schema,
  ...rowFormat(schema),
};
const empty: Row = {
  id: "a",
  note: null,
  labels: [],
  count: null,
  share: null,
  known: null,
  window: { from: null },
};

async function written(rows: Iterable<Row>) {
  const path = join(folder, "rows.csv");
  return { path, ...(await writeTable(path, table, rows)), text: readFileSync(path, "utf8") };
}

async function read(path: string): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const row of readTable(path, table)) rows.push(row);
  return rows;
}

async function faultOf(text: string): Promise<string> {
  const path = join(folder, "faulty.csv");
  writeFileSync(path, text);
  const error = await read(path).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(AuditError);
  return error instanceof AuditError ? error.message.replace(`${folder}/`, "") : "";
}

const header = "id,note,labels,count,share,known,window_from";

test("a table is RFC 4180: header, CRLF after every row, no byte order mark", async () => {
  const { text, rows } = await written([{ ...empty, note: 'a "b", c', known: false, count: 0 }]);
  expect(text).toBe(`${header}\r\na,"a ""b"", c",[],0,,false,\r\n`);
  expect(rows).toBe(1);
});

test("null is an empty cell and never 0, false or the text null", async () => {
  const { text, path } = await written([empty]);
  expect(text.split("\r\n")[1]).toBe("a,,[],,,,");
  expect(await read(path)).toEqual([empty]);
});

test("a table without rows is its header, and reads as no rows", async () => {
  const { text, rows, path } = await written([]);
  expect([text, rows]).toEqual([`${header}\r\n`, 0]);
  expect(await read(path)).toEqual([]);
});

test.each([
  ["=1+1", "'=1+1"],
  ["+49 30 1", "'+49 30 1"],
  ["-x", "'-x"],
  ["@handle", "'@handle"],
  ["\tx", "'\tx"],
  ["'=1+1", "''=1+1"],
  ["''@x", "'''@x"],
  ["'quoted'", "'quoted'"],
  ["a=1", "a=1"],
])("the text %j cannot run as a formula and comes back", async (note, cell) => {
  const { text, path } = await written([{ ...empty, note }]);
  expect(text.split("\r\n")[1]).toBe(`a,${cell},[],,,,`);
  expect(await read(path)).toEqual([{ ...empty, note }]);
});

test("a text beginning with a carriage return is guarded and quoted", async () => {
  const { text, path } = await written([{ ...empty, note: "\rx" }]);
  expect(text).toContain(`a,"'\rx",`);
  expect(await read(path)).toEqual([{ ...empty, note: "\rx" }]);
});

test.each([
  [-0.25, "-0.25"],
  [1e21, "1e+21"],
  [5e-324, "5e-324"],
  [0.1 + 0.2, "0.30000000000000004"],
  [-0, "0"],
])("the number %d is written in full and without a guard", async (share, cell) => {
  const { text, path } = await written([{ ...empty, share }]);
  expect(text.split("\r\n")[1]).toBe(`a,,[],,${cell},,`);
  expect((await read(path))[0]?.share).toBe(share + 0);
});

test.each([Number.NaN, Number.POSITIVE_INFINITY])("%d is never published", async (share) => {
  await expect(written([{ ...empty, share }])).rejects.toThrow("fits no cell");
});

test("whatever the texts and numbers, a table reads back as it was", async () => {
  const texts = fc.string({ unit: "binary", minLength: 1 });
  const sly = fc
    .tuple(
      fc.constantFrom("=", "'=", "''-", "+", "@", "\t", "\r", "\r\n", '"', ",", "\uFEFF", " ", "0"),
      texts,
    )
    .map((parts) => parts.join(""));
  const row = fc.record({
    id: texts,
    note: fc.option(fc.oneof(texts, sly)),
    labels: fc.array(fc.oneof(texts, sly)),
    count: fc.option(fc.maxSafeNat()),
    share: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0)),
    known: fc.option(fc.boolean()),
    window: fc.record({ from: fc.option(fc.constant("2026-01-31T00:00:00.000Z")) }),
  });
  const roundTrip = async (rows: Row[]) => {
    expect(await read((await written(rows)).path)).toEqual(rows);
  };
  await fc.assert(fc.asyncProperty(fc.array(row), roundTrip), { seed: 1 });
});

test("the same rows make the same bytes, one by one or in thousands", async () => {
  const rows = Array.from({ length: 2_500 }, (_, index) => ({ ...empty, id: `row ${index}` }));
  async function* slowly() {
    yield* rows;
  }
  const path = join(folder, "async.csv");
  const { sha256, text } = await written(rows);
  expect(await writeTable(path, table, slowly())).toEqual({ rows: 2_500, sha256 });
  expect(text.split("\r\n")).toHaveLength(2_502);
  expect(await read(path)).toEqual(rows);
});

test("a table that fails half way leaves the old one and no other file", async () => {
  const path = join(folder, "half.csv");
  await writeTable(path, table, [empty]);
  function* failing() {
    yield { ...empty, id: "b" };
    throw new Error("out of rows");
  }
  await expect(writeTable(path, table, failing())).rejects.toThrow("out of rows");
  expect(await read(path)).toEqual([empty]);
  expect(readdirSync(folder).filter((name) => name.includes("unfinished"))).toEqual([]);
});

test("columns are found by name: any order, byte order mark, LF and unknown columns", async () => {
  const path = join(folder, "other.csv");
  writeFileSync(
    path,
    `\uFEFFcolour,window_from,known,share,count,labels,note,id\nred,,true,0.5,3,"[""x""]",'=a,b\n`,
  );
  expect(await read(path)).toEqual([
    { ...empty, id: "b", note: "=a", labels: ["x"], count: 3, share: 0.5, known: true },
  ]);
});

test.each([
  ["", "faulty.csv: has no header"],
  ["id,note\r\n", "faulty.csv, row 1: no column labels, count, share, known, window_from"],
  [`${header}\r\na,,[],,,,\r\n,,[],,,,\r\n`, "faulty.csv, row 3, id: "],
  [`${header}\r\na,,[], ,,,\r\n`, "faulty.csv, row 2, count: "],
  [`${header}\r\na,,[],0x10,,,\r\n`, "faulty.csv, row 2, count: "],
  [`${header}\r\na,,[],1.5,,,\r\n`, "faulty.csv, row 2, count: "],
  [`${header}\r\na,,[],,N/A,,\r\n`, "faulty.csv, row 2, share: "],
  [`${header}\r\na,,[],,,TRUE,\r\n`, "faulty.csv, row 2, known: "],
  [`${header}\r\na,,"[1]",,,,\r\n`, "faulty.csv, row 2, labels: "],
  [`${header}\r\na,,x,,,,\r\n`, "faulty.csv, row 2, labels: "],
  [`${header}\r\na,,[],,,,yesterday\r\n`, "faulty.csv, row 2, window_from: "],
  [`${header}\r\na,,[]\r\n`, "faulty.csv, row 2: has 3 cells, the header 7"],
  [`${header}\r\na,"b",[]\r\n`, "faulty.csv, row 2: has 3 cells, the header 7"],
  [`${header}\r\n\r\n`, "faulty.csv, row 2: has 1 cells, the header 7"],
  [`${header}\r\na,"open\r\n`, "faulty.csv: Quote Not Closed"],
])("the faulty table %j is refused with file, row and column", async (text, message) => {
  expect(await faultOf(text)).toContain(message);
});

test("a file that is not there is an error, not an empty table", async () => {
  await expect(read(join(folder, "absent.csv"))).rejects.toThrow("ENOENT");
});
