import { expect, test } from "vitest";
import { readCorrections } from "../../crawler/corrections.ts";

const header = "company_id,account,verdict,kind,instead,reason,by,on";
const read = (...rows: string[]) =>
  readCorrections({ file: "corrections.csv", bytes: Buffer.from([header, ...rows].join("\n")) });

test.each([
  ["own", "own"],
  ["Yes", "own"],
  ["not own", "not_own"],
  ["NO", "not_own"],
  ["unsure", "unsure"],
])("the verdict %j means %s", (said, verdict) => {
  expect(read(`acme,x:acme,${said},,,,AB,2026-11-22`)).toMatchObject([
    { verdict, row: 2, by: "AB", on: "2026-11-22" },
  ]);
});

test("an account is named by its id or its address", () => {
  const ids = [
    "x:Acme",
    "https://twitter.com/acme",
    "mastodon:acme@social.example",
    "linkedin:company/acme",
  ].map((account) => read(`acme,${account},own,,,,AB,2026-11-22`)[0]?.accountId);
  expect(ids).toEqual(["x:acme", "x:acme", "mastodon:acme@social.example", "linkedin:company/acme"]);
});

test("an account that moved says where to", () => {
  const [said] = read("acme,x:acme_old,moved,,https://x.com/acme,renamed,AB,2026-11-22");
  expect(said).toMatchObject({ verdict: "moved", movedTo: "x:acme", reason: "renamed" });
  expect(said?.movedToAccount?.url).toBe("https://x.com/acme");
});

test("rows that nobody has looked at are passed over, however little they hold", () => {
  expect(read("acme,x:acme,,,,,,", ",,,,,,,")).toEqual([]);
  expect(readCorrections(null)).toEqual([]);
});

test.each([
  [",x:acme,own,,,,AB,2026-11-22", "row 2, company_id: is empty"],
  ["acme,x:acme,perhaps,,,,AB,2026-11-22", 'row 2, verdict: "perhaps" is no verdict'],
  ["acme,the blue one,own,,,,AB,2026-11-22", 'row 2, account: "the blue one" names no account'],
  ["acme,https://www.linkedin.com/in/jane,own,,,,AB,2026-11-22", "is a person's profile"],
  ["acme,x:acme,own,main,,,AB,2026-11-22", 'row 2, kind: "main" is no kind'],
  ["acme,x:acme,moved,,,,AB,2026-11-22", "row 2, instead: is empty"],
  ["acme,x:acme,moved,,elsewhere,,AB,2026-11-22", 'row 2, instead: "elsewhere" names no account'],
  ["acme,x:acme,own,,,,,2026-11-22", "row 2, by: is empty"],
  ["acme,x:acme,own,,,,AB,22.11.2026", 'row 2, on: "22.11.2026" is no day'],
  ["acme,x:acme,own,,,,AB,2026-02-30", 'row 2, on: "2026-02-30" is no day'],
])("%j is a fault with its place", (row, message) => {
  expect(() => read(row)).toThrow(message);
});

test("all faults are told at once, and a file without the columns at all", () => {
  expect(() => read("acme,x:acme,perhaps,,,,,")).toThrow(/verdict.*\n.*by.*\n.*on/);
  const bytes = Buffer.from("account,verdict\nx:acme,own\n");
  expect(() => readCorrections({ file: "c.csv", bytes })).toThrow(
    "c.csv, header: no column company_id, by, on",
  );
});

test("two rows about one account contradict each other", () => {
  const rows = ["acme,x:acme,own,,,,AB,2026-11-22", "acme,https://x.com/acme,no,,,,AB,2026-11-22"];
  expect(() => read(...rows)).toThrow("corrections.csv, row 3, account: row 2 speaks of x:acme too");
});
