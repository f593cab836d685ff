import { expect, test } from "vitest";
import { findColumns } from "../../../crawler/import/columns.ts";
import { companiesOfFile, companiesOfFrame } from "../../../crawler/import/companies.ts";
import { openRow } from "../../../crawler/import/row.ts";

const headers = ["id", "company", "domain", "segment"];
const columns = findColumns(headers, "my.csv", {});
const open = (cells: Record<string, string>) => openRow({ row: 2, cells }, columns, "my.csv");
const ofFile = (cells: Record<string, string>) => companiesOfFile("my.csv")(open(cells));

test.each([
  [{ id: "L1", company: "Lab" }, "L1", "Lab"],
  [{ company: "Lab", domain: "WWW.Lab.example" }, "lab.example", "Lab"],
  [{ company: "Lab & Söhne" }, "lab-söhne", "Lab & Söhne"],
  [{ domain: "lab.example" }, "lab.example", "lab.example"],
  [{ id: "L1" }, "L1", "L1"],
])("%o is company %s", (cells, companyId, name) => {
  expect(ofFile(cells)).toMatchObject({ companyId, name, status: "active", source: "my.csv" });
});

test("a company is what its first row says", () => {
  const read = companiesOfFile("my.csv");
  const first = read(open({ id: "L1", company: "Lab", segment: "cro" }));
  expect(read(open({ id: "L1", company: "Lab Inc." }))).toBe(first);
});

test("a row without a company is a fault", () => {
  const row = open({ segment: "cro" });
  expect(companiesOfFile("my.csv")(row)).toBeNull();
  expect(row.faults).toEqual(["my.csv, row 2, company: is empty. Write the company's name"]);
});

test("a bad website is a fault and leaves the company without one", () => {
  const row = open({ company: "Lab", domain: "lab" });
  expect(companiesOfFile("my.csv")(row)).toMatchObject({ website: null });
  expect(row.faults).toHaveLength(1);
});

test("a frame's companies are found by id before website before name", () => {
  const frame = [
    { id: "1", company: "One", domain: "one.example" },
    { id: "2", company: "Two", domain: "https://two.example/" },
  ].flatMap((cells) => ofFile(cells) ?? []);
  const find = (cells: Record<string, string>) => companiesOfFrame(frame)(open(cells))?.companyId;
  expect(find({ id: "2", company: "One" })).toBe("2");
  expect(find({ domain: "www.two.example", company: "One" })).toBe("2");
  expect(find({ id: "9", company: "ONE" })).toBe("1");
  expect(find({})).toBeUndefined();
});
