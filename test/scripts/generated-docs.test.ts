import { expect, test } from "vitest";
import { exporters } from "../../analysis/exporters/index.ts";
import { loadCommands } from "../../cli/commands/index.ts";
import { platforms } from "../../crawler/platforms/index.ts";
import { tables } from "../../datasets/tables.ts";
import { generators, regenerate } from "../../scripts/generated-docs.ts";

const made = (name: string) => generators[name]?.() ?? "";

test("only what stands between markers is made anew", () => {
  const text = "a\n<!-- generated:exitCodes -->\nold $& text\n<!-- /generated -->\nb <!-- /generated -->";
  expect(regenerate(text)).toBe(
    `a\n<!-- generated:exitCodes -->\n${made("exitCodes")}\n<!-- /generated -->\nb <!-- /generated -->`,
  );
  expect(regenerate(regenerate(text))).toBe(regenerate(text));
  expect(regenerate("no markers")).toBe("no markers");
});

test("a part nobody generates, or that does not end, is a fault", () => {
  expect(() => regenerate("<!-- generated:nonsense --><!-- /generated -->")).toThrow(
    'nothing generates "nonsense"',
  );
  expect(() => regenerate("<!-- generated:toString --><!-- /generated -->")).toThrow("nothing generates");
  expect(() => regenerate("<!-- generated:exitCodes -->")).toThrow("does not end");
  expect(() =>
    regenerate("<!-- generated:exitCodes -->\n<!-- generated:metrics -->\n<!-- /generated -->"),
  ).toThrow("does not end");
});

test("the dictionary describes every column of every table", () => {
  const dictionary = made("tables");
  for (const { name, columns } of Object.values(tables)) {
    expect(dictionary).toContain(`### ${name}\n`);
    for (const column of columns) expect(dictionary).toContain(`| \`${column.name}\` | `);
  }
  expect(dictionary).toContain(
    "| `low` | number, may be empty | posts per day | Lower 95 % limit of the rate |",
  );
});

test("every registry stands in its table", async () => {
  for (const { id } of platforms) expect(made("platforms")).toContain(`\`${id}\` |`);
  for (const { id } of exporters) expect(made("exporters")).toContain(`| \`${id}\` |`);
  for (const { name, summary } of await loadCommands()) {
    expect(summary.length).toBeGreaterThan(10);
    expect(made("commands")).toContain(`| \`${name}`);
  }
});

test("a table stays a table whatever a cell holds", () => {
  for (const name of Object.keys(generators)) {
    const lines = made(name)
      .split("\n")
      .filter((line) => line.startsWith("|"));
    const widths = new Set(lines.map((line) => line.replaceAll("\\|", "").split("|").length));
    expect([name, Math.max(...widths) <= 8]).toEqual([name, true]);
  }
});
