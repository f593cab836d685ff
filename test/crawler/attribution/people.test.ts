import { expect, test } from "vitest";
import { readNames } from "../../../crawler/attribution/company-names.ts";
import { isSiteOwner } from "../../../crawler/attribution/people.ts";
import { declaration } from "../site.ts";

const names = readNames(["Jane Doe"]);

test("a person whose name the site bears owns it", () => {
  expect(isSiteOwner("jane-doe-42", declaration(), names)).toBe(true);
});

test("a person the site calls me owns it", () => {
  expect(isSiteOwner("jd", declaration({ kind: "relme" }), names)).toBe(true);
});

test("anybody else does not", () => {
  expect(isSiteOwner("john-smith", declaration(), names)).toBe(false);
});

test.each(["author", "team", "comment", "prose"])("nobody in the context %s does", (word) => {
  expect(isSiteOwner("jane-doe", declaration({ kind: "relme", context: [word] }), names)).toBe(false);
});
