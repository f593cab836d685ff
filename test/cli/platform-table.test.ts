import { expect, test } from "vitest";
import type { PlatformSummary } from "../../analysis/index.ts";
import { platformLines } from "../../cli/platform-table.ts";

const row = (short: string, more: Partial<PlatformSummary> = {}): PlatformSummary => ({
  ...{ platform: short, name: short, short, accounts: 41, observed: 40, postsPerWeek: null },
  activity: { active: 21, inactive: 19, unknown: 1 },
  ...more,
});
const rows = [row("X"), row("Mastodon", { accounts: 100, postsPerWeek: 0.04 })];
const lines = (columns: number | null, shown = rows) => platformLines(shown, 90, { columns });

test("a line a platform, numbers under each other, and what unknown means", () => {
  expect(lines(null)).toEqual([
    "Platform  Accounts  Seen  Active  Inactive  Unknown  Median posts a week",
    "────────  ────────  ────  ──────  ────────  ───────  ───────────────────",
    "X               41    40      21        19        1                    –",
    "Mastodon       100    40      21        19        1                < 0.1",
    "",
    "Own accounts. Active: a public post in the 90 days before it was seen. Unknown does not mean",
    "inactive.",
  ]);
});

test("no line is longer than the screen, and at 60 columns it is still a table", () => {
  for (const columns of [60, 72, 80, 120]) {
    const shown = lines(columns);
    expect(shown[0]).toMatch(/^Platform/);
    expect(Math.max(...shown.map((line) => line.length))).toBeLessThanOrEqual(columns);
  }
});

test("at 50 columns the table goes without what its other columns add up to", () => {
  expect(lines(50)[0]).toMatch(/^Platform +Active +Inactive +Unknown +Median posts/);
  expect(Math.max(...lines(50).map((line) => line.length))).toBeLessThanOrEqual(50);
});

test("on a narrower screen platforms come one after the other", () => {
  expect(lines(30).slice(0, 7)).toEqual([
    "X",
    "  Accounts             41",
    "  Seen                 40",
    "  Active               21",
    "  Inactive             19",
    "  Unknown              1",
    "  Median posts a week  –",
  ]);
});

test("before anything is analysed there are accounts alone; without any there is no table", () => {
  const [head] = lines(80, [row("X", { activity: null, observed: 0 })]);
  expect(head).toBe("Platform  Accounts  Seen");
  expect(lines(80, [])).toEqual([]);
});

test.each([
  [0, "0"],
  [0.04, "< 0.1"],
  [0.26, "0.3"],
  [9.97, "10"],
  [123.4, "123"],
])("%d posts a week read as %s", (postsPerWeek, words) => {
  expect(
    lines(80, [row("X", { postsPerWeek })])[2]
      ?.trim()
      .split(/ {2,}/)
      .at(-1),
  ).toBe(words);
});
