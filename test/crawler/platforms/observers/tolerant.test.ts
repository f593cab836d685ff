import { expect, test } from "vitest";
import { z } from "zod";
import { count, flag, instant, list, maybe, text } from "../../../../crawler/platforms/observers/tolerant.ts";

const Record = z.object({
  text,
  count,
  flag,
  instant,
  list: list(z.string()),
  maybe: maybe(z.object({ a: text })),
});
const unknown = { text: null, count: null, flag: false, instant: null, list: [], maybe: null };

test("what is missing is unknown, not an exception", () => {
  expect(Record.parse({ other: 1 })).toEqual(unknown);
});

test("what is of another type is unknown", () => {
  expect(Record.parse({ text: 1, count: "12", flag: "yes", instant: 5, list: {}, maybe: "x" })).toEqual(
    unknown,
  );
  expect(Record.parse({ text: "", count: -1, flag: null, instant: "soon", list: null, maybe: null })).toEqual(
    unknown,
  );
});

test("what fits is kept, and members of a list that do not fit are left out", () => {
  expect(
    Record.parse({
      text: "a",
      count: 0,
      flag: true,
      instant: "2026-11-01T01:00+01:00",
      list: ["a", 1],
      maybe: { a: "b" },
    }),
  ).toEqual({
    text: "a",
    count: 0,
    flag: true,
    instant: "2026-11-01T00:00:00.000Z",
    list: ["a"],
    maybe: { a: "b" },
  });
});
