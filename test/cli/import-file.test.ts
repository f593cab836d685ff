import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openGiven } from "../../cli/import-file.ts";
import { sheets } from "../../datasets/tables.ts";
import { writeXlsx } from "../../datasets/xlsx.ts";
import { readWhole } from "../crawler/import/whole.ts";

function pathOf(name: string, content: string | Uint8Array = ""): string {
  const folder = mkdtempSync(join(tmpdir(), "import-file-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

const header = "company,x_handle,posted_at,post_id,kind";

test("ten kinds of broken rows are told by row and column, and the others stay", async () => {
  const rows = [
    "Acme,acme,2026-09-01T10:00:00Z,1,tweet",
    "Acme,acme,yesterday,2,tweet",
    "Acme,acme,11/12/2026,3,tweet",
    "Acme,acme,2026-02-30,4,tweet",
    "Acme,acme,2026-12-24,5,tweet",
    "Acme,,2026-09-02,6,tweet",
    "Acme,not a handle!,2026-09-02,7,tweet",
    "Acme,https://www.linkedin.com/in/a-person,2026-09-02,8,tweet",
    "Acme,https://www.acme.example/,2026-09-02,9,tweet",
    ",acme,2026-09-02,10,tweet",
    "Acme,acme,2026-09-03,11,tweet,one cell too many",
    "Acme,acme,2026-09-04",
  ];
  const { table, file, sha256 } = await openGiven(pathOf("broken.csv", [header, ...rows].join("\n")), {});
  const { faults, observations } = await readWhole(table, {
    file,
    sha256,
    from: "2026-08-01",
    to: "2026-10-01",
  });
  const places = faults.map((fault) => /row \d+(?:, \w+)?/.exec(fault)?.[0]);
  expect(new Set(places)).toEqual(
    new Set([
      ...["row 3, posted_at", "row 4, posted_at", "row 5, posted_at", "row 6, posted_at", "row 7, x_handle"],
      ...["row 8, x_handle", "row 9, x_handle", "row 10, x_handle", "row 11, company", "row 12", "row 13"],
    ]),
  );
  const days = observations.flatMap(({ posts }) => posts.map(({ postedAt }) => postedAt.slice(0, 10))).sort();
  expect(days).toEqual(expect.arrayContaining(["2026-09-01", "2026-09-03", "2026-09-04"]));
});

test("a quote that never closes is told with its line", async () => {
  const path = pathOf("torn.csv", `${header}\nAcme,acme,"2026-09-05,13,tweet\nAcme,acme,2026-09-06,14,tweet`);
  await expect(openGiven(path, {})).rejects.toThrow(
    /torn\.csv: Quote Not Closed: .* at line \d\. Put the text in whole quotes/,
  );
});

test("a long file is read row by row, and tells the same as a short one", async () => {
  const lines = Array.from(
    { length: 4_500 },
    (_, row) =>
      `Company ${row % 7},acct${row % 7},2026-09-${String((row % 28) + 1).padStart(2, "0")},${row},tweet,${"words ".repeat(320)}`,
  );
  const read = async (rows: readonly string[]) => {
    const given = await openGiven(pathOf("posts.csv", [`${header},message`, ...rows].join("\n")), {});
    const imported = await readWhole(given.table, { ...given, from: "2026-08-01", to: "2026-10-01" });
    return { ...imported, isStreamed: given.table.further !== undefined };
  };
  const [long, short] = [await read(lines), await read(lines.slice(0, 28))];
  expect([long.isStreamed, short.isStreamed]).toEqual([true, false]);
  expect(long.faults).toEqual([]);
  expect(long.observations.map(({ accountId }) => accountId)).toEqual(
    short.observations.map(({ accountId }) => accountId),
  );
  expect(long.observations.reduce((total, { posts }) => total + posts.length, 0)).toBe(4_500);
});

test("a known export says what it was taken for, and who says so", async () => {
  const file = 'Content,Video title,Video publish time,Views\nabc,Words,"Sep 28, 2026",6';
  const { note, table } = await openGiven(pathOf("Table data.csv", file), {});
  expect(note[0]).toContain("read as YouTube Studio, content (as of 2026-11-22; several public programs");
  expect(note[0]).toContain('postedAt from "Video publish time". Nothing else of it is kept');
  expect(note[0]).toContain("compare what it gives with what you see on the platform");
  expect(table.columns?.platform).toBe("youtube");
});

test("a filled sheet is told from a table, as CSV and as XLSX", async () => {
  const path = pathOf("sheet.xlsx");
  await writeXlsx(path, sheets.readings, []);
  expect((await openGiven(path, {})).sheet?.kind).toBe("readings");
  expect((await openGiven(pathOf("a.csv", header), {})).sheet).toBeNull();
});

test("an old Excel file is refused with what to do", async () => {
  const path = pathOf("export.xls", Buffer.from([0xd0, 0xcf, 0x11, 0xe0]));
  await expect(openGiven(path, {})).rejects.toThrow(
    "Excel file of the old kind (.xls). Open it in a spreadsheet",
  );
});

test("the hash is that of the file", async () => {
  const { sha256 } = await openGiven(pathOf("a.csv", "company,x_handle,posts\n"), {});
  expect(sha256).toMatch(/^[0-9a-f]{64}$/);
});
