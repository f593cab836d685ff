import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { rehearse, serveUntilStopped } from "../../cli/rehearsal.ts";
import { generateIndustry } from "../../datasets/synthetic/generate.ts";
import { readScenario } from "../../datasets/synthetic/scenario.ts";
import { readTreated, readTruth } from "../../datasets/synthetic/truth.ts";
import { recordingTerminal } from "../cli/recording-terminal.ts";

const folder = mkdtempSync(join(tmpdir(), "rehearsal-"));
afterAll(() => rmSync(folder, { recursive: true }));
const few = {
  ...readScenario("waves"),
  companies: 4,
  mishaps: { dns_failure: 1 },
  subsidiaries: 0,
  absent: 0,
};
const scenario = { ...few, demo: { delayMs: 10, x: "lookup" as const } };

test("a small industry is audited like the web, and the truth stands beside what was found", {
  timeout: 120_000,
}, async () => {
  const terminal = recordingTerminal();
  const out = join(folder, "audit");
  await rehearse(generateIndustry(scenario), { out, quiet: true, evidence: "none" }, terminal);
  expect(terminal.printed()).toContain("Sites: 4 of 4 outcomes right");
  expect(terminal.printed()).toContain("Active companies called inactive: 0");
  expect((await readTruth(join(out, "truth"))).companies).toHaveLength(4);
  expect((await readTreated(join(out, "truth")))?.length).toBeGreaterThan(3);
  expect(existsSync(join(out, "report.html"))).toBe(true);
  const machine = recordingTerminal();
  await rehearse(generateIndustry(scenario), { out, json: true, evidence: "none" }, machine);
  expect(JSON.parse(machine.printed())).toMatchObject({
    folder: out,
    platforms: expect.arrayContaining([expect.objectContaining({ observed: expect.any(Number) })]),
    truth: { falselyInactive: [], outcomes: { right: 4, wrong: [] } },
  });
});

test("an industry is served to any crawler until the user stops it", async () => {
  const stop = new AbortController();
  const terminal = recordingTerminal({ signal: stop.signal });
  const out = join(folder, "served");
  const serving = serveUntilStopped(generateIndustry(scenario), out, {
    ...terminal,
    print: (text) => {
      terminal.print(text);
      stop.abort();
    },
  });
  await serving;
  expect(terminal.printed()).toMatch(/Proxy: http:\/\/127\.0\.0\.1:\d+ .*\n--connect-to /);
  expect(readFileSync(join(out, "frame.csv"), "utf8").split("\n")).toHaveLength(6);
  expect(await readTreated(join(out, "truth"))).toEqual([]);
});
