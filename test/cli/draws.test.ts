import { expect, test } from "vitest";
import { checkSameDraw, strataLines } from "../../cli/draws.ts";

const row = (stratum: string, drawn?: boolean) => ({
  stratum,
  stratumSize: 9,
  ...(drawn !== undefined && { drawn }),
});

test("each stratum is told with how many of how many were drawn, in the order of their names", () => {
  expect(
    strataLines([row("pharma", true), row("cro", false), row("cro", true), row("pharma", true)]),
  ).toEqual(["cro: 1 of 9 drawn", "pharma: 2 of 9 drawn"]);
});

test("rows of a draw that holds nobody else were all drawn", () => {
  expect(strataLines([row("all"), row("all")])).toEqual(["all: 2 of 9 drawn"]);
  expect(strataLines([])).toEqual([]);
});

test("work that people have begun is not drawn anew by another number", () => {
  const before = { drawnFor: "any", size: 110, done: "read" };
  for (const n of [undefined, 110]) expect(() => checkSameDraw(n, before)).not.toThrow();
  expect(() => checkSameDraw(50, before)).toThrow("110 companies were drawn for any before. Ask for as many");
});
