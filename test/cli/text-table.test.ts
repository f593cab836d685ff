import { expect, test } from "vitest";
import { displayWidth, plain, textList, textTable, wrapped } from "../../cli/text-table.ts";

const table = (rows: readonly (readonly string[])[], width: number) =>
  textTable(
    rows.map((row) => row.map((text) => ({ text }))),
    width,
  );

test("words wrap inside their columns, and no line is too long", () => {
  const lines = table(
    [
      ["Company", "X"],
      ["Acme Clinical Research", "last post 5 months ago"],
    ],
    24,
  );
  expect(lines).toEqual([
    "Company      X",
    "───────────  ───────────",
    "Acme         last post 5",
    "Clinical     months ago",
    "Research",
  ]);
});

test("where there is room nothing wraps", () => {
  expect(
    table(
      [
        ["a", "b"],
        ["one two", "three"],
      ],
      80,
    ),
  ).toEqual(["a        b", "───────  ─────", "one two  three"]);
});

test("there is no table where not even the words fit", () => {
  expect(table([["Company", "Platform"]], 10)).toBeNull();
});

test("paint adds nothing to the width", () => {
  const paint = (text: string) => `<b>${text}</b>`;
  expect(textTable([[{ text: "a", paint }, { text: "b" }]], 20)?.[0]).toBe("<b>a</b>  b");
});

test("numbers stand at the right of their column", () => {
  const rows = [["posts"], ["7"]].map(([text = ""]) => [{ text, isRight: true }, { text: "x" }]);
  expect(textTable(rows, 20)).toEqual(["posts  x", "─────  ─", "    7  x"]);
});

test("as a list each cell stands behind the head of its column", () => {
  const rows = [
    ["Company", "X", "Mastodon"],
    ["Acme", "1", "2"],
  ].map((row) => row.map((text) => ({ text })));
  expect(textList(rows)).toEqual(["Acme", "  X         1", "  Mastodon  2"]);
});

test("letters of East Asia take two columns, marks none", () => {
  expect(displayWidth("薬品")).toBe(4);
  expect(displayWidth("e\u0301")).toBe(1);
});

test("a word that is too long stays whole", () => {
  expect(wrapped("on https://example.com/a/long/way x", 10)).toEqual([
    "on",
    "https://example.com/a/long/way",
    "x",
  ]);
});

test("what comes from outside moves no cursor and turns no direction", () => {
  expect(plain("a\u001b[2Jb\nc\u202Ed")).toBe("a [2Jb c d");
  expect(plain("x".repeat(100))).toHaveLength(60);
});
