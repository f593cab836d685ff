import { expect, test } from "vitest";
import {
  excludedIds,
  isExcludedHost,
  readExclusions,
  unmatchedExclusions,
  withoutExcluded,
} from "../../crawler/exclusions.ts";
import { company } from "../datasets/records.ts";

const read = (text: string) => readExclusions({ file: "exclusions.csv", bytes: Buffer.from(text) });
const companies = [company("acme"), company("beta", { website: null }), company("gamma")];

test("companies are named by id or by host, whatever else the file says", () => {
  expect(read("company_id,host,asked_on\nacme,,2026-11-01\n,https://www.Gamma.test/en,\n")).toEqual([
    { row: 2, companyId: "acme", host: null },
    { row: 3, companyId: null, host: "gamma.test" },
  ]);
  expect(readExclusions(null)).toEqual([]);
});

test.each([
  ["company,why\nacme,asked\n", "exclusions.csv, header: no column company_id or host"],
  ["host\nnot a host\n", 'exclusions.csv, row 2, host: "not a host" is no host'],
  ["company_id,host\nacme,\n,\n", "exclusions.csv, row 3, company_id: is empty"],
])("a row that cannot be obeyed stops the audit: %j", (text, message) => {
  expect(() => read(text)).toThrow(message);
});

test("an id excludes its company, a host all companies on it", () => {
  expect([...excludedIds(companies, read("company_id\nbeta\n"))]).toEqual(["beta"]);
  expect([...excludedIds(companies, read("host\ngamma.test\n"))]).toEqual(["gamma"]);
  expect(withoutExcluded(companies, read("id\nacme\n")).map(({ companyId }) => companyId)).toEqual([
    "beta",
    "gamma",
  ]);
});

test("whoever shares the website of an excluded company is left alone with it", () => {
  const twin = company("twin", { website: "https://www.acme.test/" });
  expect([...excludedIds([...companies, twin], read("company_id\nacme\n"))]).toEqual(["acme", "twin"]);
});

test("a host stands for its subdomains, not for hosts that end alike", () => {
  const exclusions = read("host\nacme.test\n");
  expect(
    ["acme.test", "www.acme.test", "DE.acme.test"].map((host) => isExcludedHost(host, exclusions)),
  ).toEqual([true, true, true]);
  expect(["notacme.test", "acme.test.example"].map((host) => isExcludedHost(host, exclusions))).toEqual([
    false,
    false,
  ]);
});

test("a row that names nobody is told", () => {
  expect(unmatchedExclusions(companies, read("company_id,host\nacmee,\nacme,\n,nobody.test\n"))).toEqual([
    "exclusions.csv, row 2: acmee is not in the frame",
    "exclusions.csv, row 4: nobody.test is not in the frame",
  ]);
});
