import { expect, test } from "vitest";
import type { Overview, Tone } from "../../analysis/index.ts";
import { gridLines } from "../../cli/grid.ts";

const cell = (tone: Tone, words: string) => ({ tone, words });
const company = (name: string, words: string, isOwn = false) => ({
  ...{ companyId: name, name, website: null, isOwn, any: cell("unknown", "not known") },
  on: { x: cell("unknown", "linked, not readable"), mastodon: cell("silent", words) },
});
const overview: Overview = {
  platforms: [
    { id: "x", name: "X (Twitter)", short: "X" },
    { id: "mastodon", name: "Mastodon and the fediverse", short: "Mastodon" },
  ],
  companies: [company("Ours", "last post 5 months ago", true), company("Theirs", "link is dead")],
  fixes: [],
  targets: [],
};
const lines = (columns: number | null, hasColour = false) => gridLines(overview, { columns, hasColour });

test("companies are rows, platforms are columns of short names, and signs say what colours say", () => {
  expect(lines(80)).toEqual([
    "Company  X                       Mastodon",
    "───────  ──────────────────────  ────────────────────────",
    "Ours     ? linked, not readable  ○ last post 5 months ago",
    "Theirs   ? linked, not readable  ○ link is dead",
  ]);
});

test("no line is longer than the screen, however narrow it is", () => {
  for (const columns of [34, 36, 50, 80, 200]) {
    expect(Math.max(...lines(columns).map((line) => line.length))).toBeLessThanOrEqual(columns);
  }
});

test("on a screen too narrow for any table companies come one after the other", () => {
  expect(lines(20)).toEqual([
    "Ours",
    "  X         ? linked, not readable",
    "  Mastodon  ○ last post 5 months ago",
    "",
    "Theirs",
    "  X         ? linked, not readable",
    "  Mastodon  ○ link is dead",
  ]);
});

test("colours come only where they may, and the own company is bold", () => {
  expect(lines(80).join("")).not.toContain("\u001b");
  expect(lines(80, true).join("\n")).toContain("\u001b[1mOurs\u001b[0m");
});

test("where no account was seen at all the grid says why", () => {
  const companies = [
    { ...company("Ours", ""), any: cell("unknown", "not known, site: no connection"), on: {} },
  ];
  expect(gridLines({ ...overview, platforms: [], companies }, { columns: 80, hasColour: false })).toEqual([
    "Company  Any platform",
    "───────  ────────────────────────────────",
    "Ours     ? not known, site: no connection",
  ]);
});
