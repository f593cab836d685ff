import { expect, test } from "vitest";
import { fileOf, handMade, pathOf, type Table, tables } from "../../datasets/tables.ts";

const all: readonly Table[] = Object.values(tables);

test("the published tables stand in the order data flows", () => {
  expect(all.map(({ name }) => name).join(" ")).toBe(
    "companies captures claims accounts ownerships corrections fix-list observations posts second-phase readings agreement checks detection-draw statuses cadences benchmarks curves comparisons deviations costs requests",
  );
  const inCode = all.map(({ name }) => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()));
  expect(Object.keys(tables)).toEqual(inCode);
});

test.each(all.map((table) => [table.name, table] as const))(
  "%s has a true key and distinct columns",
  (_, table) => {
    const names = table.columns.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual(expect.arrayContaining([...table.key]));
    expect(table.description).not.toBe("");
    expect(table.columns.filter(({ description }) => description === "")).toEqual([]);
  },
);

test("the company table says what became of the visit", () => {
  const names = tables.companies.columns.map(({ name }) => name);
  expect(names).toContain("identifiers_ror");
  expect(names).toEqual(
    expect.arrayContaining(["start_url", "final_url", "outcome", "reason", "started_at", "finished_at"]),
  );
});

test("no table holds what belongs to another or must not be published", () => {
  expect(tables.captures.columns.map(({ name }) => name)).not.toContain("declares");
  expect(tables.observations.columns.map(({ name }) => name)).not.toContain("posts");
  expect(tables.observations.columns.map(({ name }) => name)).toContain("counters_posts");
  expect(tables.posts.columns.filter(({ name }) => /text|body|content/.test(name))).toEqual([]);
});

test("a captured page is found by its company", () => {
  expect(tables.captures.columns[0]?.name).toBe("company_id");
});

test("a table's file is found by its name as it is on disk, and one that was not written is not there", () => {
  const file = { path: "tables/second-phase.csv", rows: 3, sha256: "0" };
  expect(fileOf({ files: [file] }, tables.secondPhase)?.rows).toBe(3);
  expect(fileOf({ files: [file] }, tables.readings)).toBeUndefined();
});

test("what people filled has a company in each row, but for how far they agree", () => {
  const without = handMade.filter(({ schema }) => !("companyId" in schema.shape));
  expect(without.map(pathOf)).toEqual(["tables/agreement.csv"]);
});
