import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { reviewCommand } from "../../../cli/commands/review.ts";
import { readCorrections } from "../../../crawler/corrections.ts";
import { writeFindings } from "../../../crawler/findings.ts";
import { AuditConfig } from "../../../datasets/config.ts";
import { readDelimited } from "../../../datasets/delimited.ts";
import { openSnapshot } from "../../../datasets/snapshot.ts";
import { captureOf, companyOf, visitOf } from "../../crawler/site.ts";
import { recordingTerminal } from "../recording-terminal.ts";

const elsewhere = "https://www.other.example/";
const footer = '<footer><a href="https://x.com/acme">X</a></footer>';

/** An audit of one company whose site answered at an address. */
async function audited(url: string) {
  const folder = mkdtempSync(join(tmpdir(), "review-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const companies = [companyOf()];
  const instrument = { software: "test 0", grammar: "1", extractor: "1", attribution: "1", observers: [] };
  const snapshot = openSnapshot(folder, {
    ...{ companies, frameFile: null, config: AuditConfig.parse({}), instrument },
    startedAt: "2026-09-30T12:00:00.000Z",
  });
  snapshot.visits.append("acme", [visitOf([captureOf(footer, url)], url)]);
  await writeFindings(companies, snapshot);
  snapshot.close();
  return { folder, sheet: join(folder, "review", "corrections.csv") };
}

test("the sheet names the account, its place, and leaves blank what a person finds", async () => {
  const { folder, sheet } = await audited(elsewhere);
  const terminal = recordingTerminal();
  await reviewCommand.run([folder], {}, terminal);
  const { rows } = readDelimited(readFileSync(sheet), "corrections.csv");
  expect(rows).toHaveLength(1);
  expect(rows[0]?.cells).toMatchObject({
    company_id: "acme",
    account: "x:acme",
    page: elsewhere,
    href: "https://x.com/acme",
  });
  expect(Object.keys(rows[0]?.cells ?? {})).not.toContain("verdict");
  expect(terminal.printed()).toContain("1 accounts in doubt");
  expect(readCorrections({ file: "c.csv", bytes: readFileSync(sheet) })).toEqual([]);
});

test("a sheet that was filled is a correction, and is not written over", async () => {
  const { folder, sheet } = await audited(elsewhere);
  await reviewCommand.run([folder], {}, recordingTerminal());
  const filled = readFileSync(sheet, "utf8").replace(/,,,,,,(\r\n)$/, ",not own,,,a friend,AB,2026-11-22$1");
  writeFileSync(sheet, filled);
  expect(readCorrections({ file: "c.csv", bytes: readFileSync(sheet) })).toMatchObject([
    { accountId: "x:acme", verdict: "not_own", reason: "a friend" },
  ]);
  await expect(reviewCommand.run([folder], {}, recordingTerminal())).rejects.toThrow(
    "1 verdicts that would be lost",
  );
});

test("an audit without doubts says so", async () => {
  const { folder } = await audited("https://www.acme.example/");
  const terminal = recordingTerminal();
  await reviewCommand.run([folder], {}, terminal);
  expect(terminal.printed()).toContain("no account is in doubt");
});
