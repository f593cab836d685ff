import { expect, test } from "vitest";
import { isRorId, isWikidataId } from "../../datasets/identifiers.ts";

test("a ROR id is believed only if its check digits fit", () => {
  expect(isRorId("https://ror.org/01mk44223")).toBe(true);
  expect(isRorId("00gmhs392")).toBe(true);
  expect(isRorId("https://ror.org/01mk44224")).toBe(false);
  expect(isRorId("https://ror.org/01km44223")).toBe(false);
});

test.each([
  "https://ror.org/1mk442231",
  "https://ror.org/01ml44223",
  "https://ror.example/01mk44223",
  "r1",
  "",
])("%s is no ROR id", (text) => expect(isRorId(text)).toBe(false));

test("a Wikidata item is Q and a number", () => {
  expect(isWikidataId("Q305473")).toBe(true);
  expect(["Q0", "305473", "P31", "q5", "Q1a"].filter(isWikidataId)).toEqual([]);
});
