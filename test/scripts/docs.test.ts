import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
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
