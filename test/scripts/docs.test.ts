import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { loadCommands } from "../../cli/commands/index.ts";
import { regenerate } from "../../scripts/generated-docs.ts";

test.each(["README.md", "datasets/README.md"])(
  "the generated parts of %s are current (npm run docs)",
  (path) => {
    expect(existsSync(path)).toBe(true);
    const text = readFileSync(path, "utf8");
    expect(text).toContain("<!-- generated:");
    expect(regenerate(text) === text).toBe(true);
  },
);

test.each(["README.md", "docs/start.md", "docs/recipes/archives.md"])(
  "every command that %s names exists",
  async (path) => {
    const known = (await loadCommands()).map(({ name }) => name);
    const named = [...readFileSync(path, "utf8").matchAll(/npx presence-audit (\w+)/g)].flatMap(
      ([, name]) => name ?? [],
    );
    expect(named.length).toBeGreaterThan(2);
    expect(named.filter((name) => !known.includes(name))).toEqual([]);
  },
);
