import { expect, test } from "vitest";
import { readNames } from "../../../crawler/attribution/company-names.ts";
import { isSiteOwner } from "../../../crawler/attribution/people.ts";
import { declaration } from "../site.ts";

const names = readNames(["Jane Doe"]);

test.each(["jane-doe", "jane-doe-1a2b3c42", "JaneDoe", "jane_doe"])(
  "the person whose whole name the site bears owns it: %s",
  (handle) => {
    expect(isSiteOwner(handle, declaration({ context: ["author"] }), names)).toBe(true);
  },
);

test("the owner of a site called by the first letters of the names owns it", () => {
  expect(isSiteOwner("jane-doe", declaration(), readNames(["jdoe"]))).toBe(true);
  expect(isSiteOwner("jane-doe", declaration(), readNames(["jando"]))).toBe(true);
});

test("a person the site calls me owns it", () => {
  expect(isSiteOwner("jd", declaration({ kind: "relme" }), names)).toBe(true);
});

test.each([
  ["somebody else", "john-smith", ["Jane Doe"]],
  ["a relative", "john-doe", ["Jane Doe"]],
  ["the founder a company is named after", "jane-doe-phd", ["Doe Analytics"]],
  ["a person of five names", "a-b-c-d-e", ["abcdf"]],
])("%s does not", (_, handle, site) => {
  expect(isSiteOwner(handle, declaration(), readNames(site))).toBe(false);
});

test.each(["author", "team", "comment", "prose"])(
  "nobody whose name it does not bear in the context %s does",
  (word) => {
    expect(isSiteOwner("jd", declaration({ kind: "relme", context: [word] }), names)).toBe(false);
  },
);
