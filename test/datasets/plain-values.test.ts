import fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";
import { count, instant, number, oneOf, text, texts, yesNo } from "../../datasets/fields.ts";
import { isSumOfFields, plainCheckOf } from "../../datasets/plain-values.ts";

const fields = {
  text: text("t"),
  note: text("t").nullable(),
  instant: instant("t"),
  local: z.iso.datetime(),
  count: count("t"),
  share: number("t").nullable(),
  kind: oneOf(["a", "b"], "t"),
  yes: yesNo("t").nullable(),
  texts: texts("t"),
};

const sly = fc.oneof(
  fc.anything(),
  fc.constantFrom(null, undefined, "", "a", "b", " ", 0, -0, -1, 1.5, 2 ** 53, Number.NaN, true),
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  fc.tuple(fc.nat(13), fc.nat(32), fc.nat(25), fc.nat(61)).map((parts) => {
    const [month, day, hour, minute] = parts.map((part) => String(part).padStart(2, "0"));
    return `2026-${month}-${day}T${hour}:${minute}:00.5Z`;
  }),
);

test.each(Object.entries(fields))("what the check of %s takes, its schema takes as it is", (_, field) => {
  const check = plainCheckOf(field);
  fc.assert(
    fc.property(sly, (value) => {
      if (check(value)) expect(field.parse(value)).toEqual(value);
    }),
    { seed: 1, numRuns: 2_000 },
  );
});

test.each([
  [fields.text, "acme"],
  [fields.note, null],
  [fields.instant, "2026-02-28T23:59:59.123Z"],
  [fields.count, 0],
  [fields.kind, "b"],
  [fields.yes, false],
])("the usual needs no schema: %#", (field, value) => {
  expect(plainCheckOf(field)(value)).toBe(true);
});

test.each([
  [z.string(), ""],
  [z.string().min(1).max(3), "abcd"],
  [z.string().min(1).regex(/x/), "a"],
  [
    z
      .string()
      .min(1)
      .refine((value) => value > "a"),
    "a",
  ],
  [z.int(), -1],
  [z.int().min(0).max(3), 4],
  [z.int().min(0).multipleOf(5), 3],
  [z.iso.datetime({ precision: 3 }), "2026-01-01T00:00:00Z"],
  [z.iso.datetime().refine((at) => at > "2027"), "2026-01-01T00:00:00Z"],
  [z.boolean().refine((yes) => yes), false],
  [z.enum(["a"]).refine(() => false), "a"],
  [
    text("t")
      .nullable()
      .refine((value) => value !== null),
    null,
  ],
  [z.url(), "x"],
])("a field that wants more is left to its schema: %#", (field, value) => {
  expect(plainCheckOf(field)(value)).toBe(false);
});

test("a record with a condition over its fields is left to its schema, wherever it stands", () => {
  const plain = z.object({ from: fields.count, to: fields.count });
  const ordered = plain.refine(({ from, to }) => from <= to);
  expect(isSumOfFields(plain)).toBe(true);
  expect(isSumOfFields(ordered)).toBe(false);
  expect(isSumOfFields(z.object({ window: ordered.optional() }))).toBe(false);
});
