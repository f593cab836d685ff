import { expect, test } from "vitest";
import { count, instant, number, oneOf, text, texts, yesNo } from "../../datasets/fields.ts";

test.each([
  ["an empty text, which would read as unknown", text("a name"), ""],
  ["an empty text in a list", texts("names"), [""]],
  ["a count below 0", count("posts"), -1],
  ["half a thing", count("posts"), 0.5],
  ["a number that is none", number("a rate"), Number.NaN],
  ["an instant without a zone", instant("when"), "2026-01-01T00:00:00"],
  ["a word that is not listed", oneOf(["two", "none"], "sides"), "one"],
  ["a word for a fact", yesNo("whether"), "true"],
])("a record never holds %s", (_, field, value) => {
  expect(field.safeParse(value).success).toBe(false);
});

test("a field says what it is and in which unit, for the dictionary", () => {
  expect(count("Length of the body", { unit: "bytes" }).meta()).toMatchObject({
    description: "Length of the body",
    unit: "bytes",
  });
  expect(instant("Begin", { volatile: true }).meta()).toMatchObject({ unit: "UTC", volatile: true });
});
