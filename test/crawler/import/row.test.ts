import { expect, test } from "vitest";
import { findColumns } from "../../../crawler/import/columns.ts";
import { openRow } from "../../../crawler/import/row.ts";

function row(header: string, cell: string) {
  return openRow({ row: 7, cells: { [header]: cell } }, findColumns([header], "my.csv", {}), "my.csv");
}

test.each([
  ["0", 0],
  ["13,226", 13226],
  ["1 234 567", 1234567],
  ["13226.0", 13226],
])("%s is a count", (cell, count) => {
  expect(row("posts", cell).count("posts")).toBe(count);
});

test.each(["12.3K", "1.3E+5", "-5", "5.5", "1,2", "many"])("%s is no count", (cell) => {
  const one = row("posts", cell);
  expect(one.count("posts")).toBeNull();
  expect(one.faults).toEqual([
    `my.csv, row 7, posts: "${cell}" is no whole number. Write it like 1234, without rounding`,
  ]);
});

test.each(["n/a", "NaN", "-", "None"])("%s is nothing, and no fault", (cell) => {
  const one = row("posts", cell);
  expect([one.count("posts"), one.faults]).toEqual([null, []]);
});

test("a company may have the name of nothing", () => {
  expect(row("company", "NA").text("name")).toBe("NA");
});

test("flags are read in the words of spreadsheets", () => {
  expect(["TRUE", "0", "yes"].map((cell) => row("protected", cell).flag("protected"))).toEqual([
    true,
    false,
    true,
  ]);
  const one = row("protected", "perhaps");
  expect([one.flag("protected"), one.faults.length]).toEqual([null, 1]);
});

test("an absent column reads as nothing", () => {
  const one = row("posts", "5");
  expect([one.date("createdAt"), one.faults]).toEqual([null, []]);
});
