import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { main } from "../../../cli/index.ts";
import { truth, writeTreated, writeTruth } from "../../../datasets/synthetic/truth.ts";
import { industry } from "../../datasets/synthetic/small.ts";
import { recordingTerminal } from "../recording-terminal.ts";

const folder = mkdtempSync(join(tmpdir(), "score-audit-"));
const [truthFolder, file] = [join(folder, "truth"), join(folder, "found.jsonl")];
const known = truth(industry);
beforeAll(async () => {
  await writeTruth(known, truthFolder);
  const declared = known.ownerships.filter(({ own, declared: isDeclared }) => own === "true" && isDeclared);
  const urls = new Map(known.accounts.map(({ accountId, url }) => [accountId, url]));
  const lines = known.companies.map(({ companyId }) => ({
    company_id: companyId,
    urls: declared
      .filter((each) => each.companyId === companyId)
      .flatMap(({ accountId }) => urls.get(accountId) ?? []),
  }));
  writeFileSync(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
});
afterAll(() => rmSync(folder, { recursive: true }));

test("a score file of the true addresses finds all there is on social platforms", async () => {
  const terminal = recordingTerminal();
  expect(await main(["score-audit", file, truthFolder], terminal)).toBe(0);
  expect(terminal.printed()).toMatch(/^x +1\.000 +1\.000 +1\.000/m);
  expect(terminal.printed()).toMatch(/^mastodon +1\.000 +1\.000 +1\.000/m);
  expect(terminal.printed()).not.toContain("Politeness");
});

test("as JSON, with how the server was treated where it has written that down", async () => {
  await writeTreated([{ host: "a.test", companyId: "c0001", requests: 3, broken: 1 }], truthFolder);
  const terminal = recordingTerminal();
  expect(await main(["score-audit", file, truthFolder, "--json"], terminal)).toBe(0);
  const score: unknown = JSON.parse(terminal.printed());
  expect(score).toMatchObject({ statuses: null, manners: { requests: 3, broken: 1, meanPerCompany: 3 } });
});

test.each([
  [["score-audit", "nowhere", "TRUTH"], /nowhere: is neither an audit folder nor a score file/],
  [["score-audit", "FILE", "nowhere"], /nowhere.companies\.csv: there is no such file/],
])("%j says what is wrong", async (given, said) => {
  const terminal = recordingTerminal();
  const args = given.map((each) => each.replace("TRUTH", truthFolder).replace("FILE", file));
  expect(await main(args, terminal)).toBe(2);
  expect(terminal.told()).toMatch(said);
});
