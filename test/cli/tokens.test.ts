import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { readTokens, sourcesOf } from "../../cli/tokens.ts";

function tokensFile(content: string, mode: number) {
  const folder = mkdtempSync(join(tmpdir(), "tokens-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, "tokens.json");
  writeFileSync(path, content);
  chmodSync(path, mode);
  return path;
}

test("tokens come from the environment, and the file wins", () => {
  const tokens = tokensFile('{"x": "from-file"}', 0o600);
  const environment = { PRESENCE_AUDIT_X_TOKEN: "from-env", PRESENCE_AUDIT_YOUTUBE_KEY: "key", PATH: "/bin" };
  expect(readTokens({}, environment)).toEqual({ x: "from-env", youtube: "key" });
  expect(readTokens({ tokens }, environment)).toEqual({ x: "from-file", youtube: "key" });
});

test("a file that others can read is refused with what to do", () => {
  const tokens = tokensFile('{"x": "secret"}', 0o644);
  expect(() => readTokens({ tokens }, {})).toThrow(`chmod 600 ${tokens}`);
});

test("a file of another form is refused without a word of its content", () => {
  const tokens = tokensFile('{"twitter": "very-secret"}', 0o600);
  expect(() => readTokens({ tokens }, {})).toThrow(/write \{"x"/);
  expect(() => readTokens({ tokens }, {})).not.toThrow(/very-secret/);
});

test("tokens turn on what they are good for; X is read at the rung that was asked for, and only with a token", () => {
  const on = (options: Parameters<typeof sourcesOf>[0], ...names: string[]) =>
    [...sourcesOf(options, Object.fromEntries(names.map((name) => [name, "t"]))).on].sort();
  expect(on({})).toEqual([]);
  expect(on({}, "x")).toEqual(["x_lookup"]);
  expect(on({ x: "timeline" }, "x")).toEqual(["x_lookup", "x_timeline"]);
  expect(on({ x: "none" }, "x", "youtube")).toEqual(["youtube_data_api"]);
  expect(on({}, "meta")).toEqual([
    "facebook_pages",
    "instagram_business_discovery",
    "threads_profile_discovery",
  ]);
  expect(() => on({ x: "counts" }, "youtube")).toThrow("PRESENCE_AUDIT_X_TOKEN");
  expect(sourcesOf({ maxCost: 5 }, {}).mostUsd).toBe(5);
});
