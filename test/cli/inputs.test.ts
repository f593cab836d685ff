import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { keepInputs, readInputs, tellUnmatched } from "../../cli/inputs.ts";
import { writeFindings } from "../../crawler/findings.ts";
import { AuditConfig } from "../../datasets/config.ts";
import { openSnapshot } from "../../datasets/snapshot.ts";
import { tables } from "../../datasets/tables.ts";
import { captureOf, companyOf, visitOf } from "../crawler/site.ts";
import { recordingTerminal } from "./recording-terminal.ts";

function scratch(files: Readonly<Record<string, string>> = {}) {
  const folder = mkdtempSync(join(tmpdir(), "inputs-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

const corrections = (account: string, verdict: string) =>
  `company_id,account,verdict,by,on\nacme,${account},${verdict},AB,2026-11-22\n`;

test("files beside the frame are taken, those that the options name before them", () => {
  const folder = scratch({
    "frame.csv": "",
    "exclusions.csv": "host\na.test\n",
    "mine.csv": "host\nb.test\n",
  });
  const frame = join(folder, "frame.csv");
  const textOf = (options: { exclusions?: string }) =>
    Buffer.from(readInputs(options, frame).get("exclusions")?.bytes ?? []).toString();
  expect(textOf({})).toContain("a.test");
  expect(textOf({ exclusions: join(folder, "mine.csv") })).toContain("b.test");
  expect(readInputs({}, "cros").size).toBe(0);
});

test("a faulty file stops everything, with file, row and column", () => {
  const folder = scratch({ "frame.csv": "", "corrections.csv": corrections("x:acme", "perhaps") });
  expect(() => readInputs({}, join(folder, "frame.csv"))).toThrow("corrections.csv, row 2, verdict");
});

test("a correction survives the next run, and is told when it matches nothing any more", async () => {
  const folder = scratch({ "frame.csv": "", "corrections.csv": corrections("x:acme", "no") });
  const companies = [companyOf()];
  const instrument = { software: "test 0", grammar: "1", extractor: "1", attribution: "1", observers: [] };
  const snapshot = openSnapshot(join(folder, "audit"), {
    ...{ companies, frameFile: null, config: AuditConfig.parse({}), instrument },
    startedAt: "2026-09-30T12:00:00.000Z",
  });
  onTestFinished(() => snapshot.close());
  const ownOf = async (html: string) => {
    snapshot.visits.append("acme", [visitOf([captureOf(html)])]);
    await writeFindings(companies, snapshot);
    const found: string[] = [];
    for await (const { accountId, own } of snapshot.read(tables.ownerships))
      found.push(`${accountId} ${own}`);
    const terminal = recordingTerminal();
    await tellUnmatched(snapshot, companies, terminal);
    return { found, told: terminal.told() };
  };
  const link = '<footer><a href="https://x.com/acme">X</a></footer>';
  expect(await ownOf(link)).toEqual({ found: ["x:acme true"], told: "" });
  keepInputs(snapshot, readInputs({}, join(folder, "frame.csv")));
  expect(await ownOf(link)).toEqual({ found: ["x:acme false"], told: "" });
  expect(await ownOf(link)).toEqual({ found: ["x:acme false"], told: "" });
  expect(await ownOf("<footer></footer>")).toEqual({
    found: [],
    told: "corrections.csv, row 2: acme and x:acme match nothing any more\n",
  });
});
