import { expect, test } from "vitest";
import {
  bearsWholeName,
  hostNames,
  type Name,
  readName,
  similarity,
} from "../../../crawler/attribution/names.ts";

const named = (...texts: string[]): Name[] => texts.flatMap((text) => readName(text) ?? []);

test.each([
  ["Acme Pharma, Inc.", "acmepharma", ["acme", "pharma"], "ap"],
  ["Société Générale S.A.", "societegeneralesa", ["societe", "generale"], "sgsa"],
  ["The Acme Group GmbH & Co. KG", "theacmegroup", ["acme"], "tag"],
  ["独立行政法人", "独立行政法人", ["独立行政法人"], "独"],
])("the name %s is compared as %s", (text, compact, words, initials) => {
  expect(readName(text)).toEqual({ compact, words, initials });
});

test.each(["", "Home", "Welcome", "Contact Us", "Inc.", "AB", "!!!"])("%j names nobody", (text) => {
  expect(readName(text)).toBeNull();
});

test.each([
  ["https://www.acme.com/", ["acme"]],
  ["https://medicine.acme.co.uk/x", ["acme", "medicine"]],
  ["https://acme.github.io/", ["acme"]],
  ["http://127.0.0.1/", []],
])("the host of %s gives away %j", (url, names) => {
  expect(hostNames(url)).toEqual(names);
});

test.each([
  ["acmepharma", "Acme Pharma, Inc.", 1],
  ["Acme_Pharma", "Acme Pharma, Inc.", 1],
  ["acme-pharma-careers", "Acme Pharma", 0.9],
  ["acme", "acmepharma", 0.9],
  ["eso_astronomy", "European Southern Observatory", 0.8],
  ["pabc_global", "Peace Arch Business Center", 0.8],
  ["researchatacme", "Acme Research", 0.8],
  ["citytheaterboston", "Boston City Playhouse", 0.8],
  ["ppdcareers", "PPD", 0.8],
  ["tvberlin", "tierschutz-berlin", 0.8],
  ["neverpowerless", "duracellpowermat", 0],
  ["h2020_news", "Horizon 2020", 0],
  ["jane_doe", "Acme Pharma", 0],
  ["ab", "abacus", 0],
  ["", "Acme", 0],
])("the handle %s is like %s: %d", (handle, name, likeness) => {
  expect(similarity(handle, named(name))).toBe(likeness);
});

test("the best of several names counts, and none is 0", () => {
  expect(similarity("acme", named("Other", "Acme"))).toBe(1);
  expect(similarity("acme", [])).toBe(0);
});

test.each([
  ["jane-doe", "Jane Doe Photography", true],
  ["jane-doe-9b1c22", "janedoe", true],
  ["jane.doe", "jdoe", true],
  ["jane-doe", "doe", false],
  ["doe", "Doe", false],
  ["", "Acme", false],
])("the person %s is named whole by %s: %j", (handle, name, isWhole) => {
  expect(bearsWholeName(handle, named(name))).toBe(isWhole);
});

test("long handles and names are compared in no time", () => {
  const long = "ab".repeat(50_000);
  expect(similarity(long, named(long))).toBe(1);
});
