import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { plainReader } from "../../datasets/plain-rows.ts";

const dialect = { relax_column_count: true, relax_quotes: true, skip_empty_lines: true, trim: true } as const;

function full(text: string, lineEnd: string | null = null): string[][] | "torn" {
  try {
    return parse(text, {
      ...dialect,
      delimiter: ",",
      ...(lineEnd !== null && { record_delimiter: lineEnd }),
    });
  } catch {
    return "torn";
  }
}

test("plain rows are read with and without quotes, over line breaks, and blank lines are none", () => {
  const text = 'a, b ,"c, ""d"""\n\n"two\nlines",é,\n,,\nhalf,a ro';
  const { rows, end, isPlain, lineEnd } = plainReader(",")(text);
  expect(rows).toEqual([
    ["a", "b", 'c, "d"'],
    ["two\nlines", "é", ""],
    ["", "", ""],
  ]);
  expect(text.slice(end)).toBe("half,a ro");
  expect([isPlain, lineEnd]).toEqual([true, "\n"]);
});

test.each([
  ['a,5" screen\n', "a quote inside a cell"],
  ['a,"b" c\n', "words behind a quote"],
  ['a, "b"\n', "a space before a quote"],
  ["a,\u00a0b\n", "a blank that is no space"],
  ["a,b\r\nc,d\n", "lines that end in two ways"],
  ["a,b\nc\rd,e\n", "a lone carriage return"],
])("what a full parser should judge is left to it: %j (%s)", (text) => {
  const { end, isPlain } = plainReader(",")(`x,y${text.includes("\r\n") ? "\r\n" : "\n"}${text}`);
  expect(isPlain).toBe(false);
  expect(end).toBeGreaterThan(0);
});

test("pieces that end anywhere give the same as the whole", () => {
  const text = 'a,"b ""b""",c\r\n"d\r\ne",f,\r\n,,\r\n';
  const whole = plainReader(",")(text).rows;
  for (let cut = 0; cut <= text.length; cut += 1) {
    const read = plainReader(",");
    const first = read(text.slice(0, cut));
    const second = read(text.slice(first.end));
    expect([...first.rows, ...second.rows]).toEqual(whole);
  }
});

const pieces = ["a", "bc", " ", ",", ",", '"', '""', "\n", "\n", "\r\n", "é", "\t"];

test("whatever a file holds: plain rows, then a full parser from there on, give what a full parser gives", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 40 }), (parts) => {
      const text = parts.join("");
      const { rows, end, lineEnd } = plainReader(",")(text);
      const rest = full(text.slice(end), lineEnd);
      const whole = full(text, lineEnd);
      expect(rest === "torn" || whole === "torn" ? [rest, whole] : [...rows, ...rest]).toEqual(
        rest === "torn" || whole === "torn" ? ["torn", "torn"] : whole,
      );
    }),
    { numRuns: 3_000, seed: 7 },
  );
});
