import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { truthTables } from "../../../datasets/synthetic/truth/tables.ts";
import {
  readTreated,
  readTruth,
  truth,
  writeTreated,
  writeTruth,
} from "../../../datasets/synthetic/truth.ts";
import { industry } from "./small.ts";

const known = truth(industry);

test("truth is the same whenever it is worked out", () => {
  expect(truth(industry)).toEqual(known);
});

test("rows are sorted by their keys in code-unit order", () => {
  const keys = {
    companies: known.companies.map(({ companyId }) => companyId),
    ownerships: known.ownerships.map(({ companyId, accountId }) => `${companyId} ${accountId}`),
    accounts: known.accounts.map(({ accountId }) => accountId),
  };
  for (const list of Object.values(keys)) expect(list).toEqual(list.toSorted((a, b) => (a < b ? -1 : 1)));
});

test("thresholds are sorted as numbers: 30, 90, 180, 365", () => {
  const [first] = known.statuses;
  const ladder = known.statuses.filter(
    ({ companyId, platforms }) => companyId === first?.companyId && platforms === first.platforms,
  );
  expect(ladder.map(({ thetaDays }) => thetaDays)).toEqual([30, 90, 180, 365]);
});

test("no benchmark occurs twice", () => {
  const keys = known.benchmarks.map((row) =>
    [row.metric, row.statistic, row.segment, row.platforms, row.thetaDays].join("|"),
  );
  expect(new Set(keys).size).toBe(keys.length);
});

test("what is written can be read back, and the same truth gives the same bytes", async () => {
  const folder = await mkdtemp(join(tmpdir(), "truth-"));
  await writeTruth(known, join(folder, "one"));
  await writeTruth(truth(industry), join(folder, "two"));
  for (const table of Object.values(truthTables)) {
    const path = (copy: string) => join(folder, copy, `${table.name}.csv`);
    expect(await readFile(path("one"), "utf8")).toBe(await readFile(path("two"), "utf8"));
  }
  expect(await readTruth(join(folder, "one"))).toEqual(known);
  await rm(folder, { recursive: true });
});

test("how hosts were treated stands beside the truth, where a server has told", async () => {
  const folder = await mkdtemp(join(tmpdir(), "served-"));
  expect(await readTreated(folder)).toBeNull();
  const rows = [{ host: "x.com", companyId: null, requests: 2, broken: 1 }];
  await writeTreated(rows, folder);
  expect(await readTreated(folder)).toEqual(rows);
  await expect(readTruth(folder)).rejects.toThrow(/companies\.csv: there is no such file/);
  await rm(folder, { recursive: true });
});
