import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { auditConfig, withConfigFile } from "../../cli/settings.ts";

function configFile(content: string) {
  const folder = mkdtempSync(join(tmpdir(), "settings-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, "audit.config.json");
  writeFileSync(path, content);
  return path;
}

test("defaults give way to the config file, and the file to the command line", () => {
  const config = configFile('{"window": 30, "lookback": 100}');
  const options = withConfigFile({ config, lookback: 50 });
  expect(auditConfig(options)).toMatchObject({ window: 30, lookback: 50, pagesPerSite: 4 });
});

test("an unknown option in the file is named", () => {
  expect(() => withConfigFile({ config: configFile('{"windows": 30}') })).toThrow(/windows/);
});

test("a file that is no JSON is refused with its path", () => {
  expect(() => withConfigFile({ config: configFile("{ window") })).toThrow(/audit\.config\.json: is no JSON/);
});

test("who asks, and how fast, does not make another audit", () => {
  expect(auditConfig({ contact: "you@example.org", concurrency: 3, quiet: true })).toEqual(auditConfig({}));
});
