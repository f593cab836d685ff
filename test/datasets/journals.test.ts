import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { adoptJournals, observationKey, openJournals, rewriteJournals } from "../../datasets/journals.ts";
import type { Transcript } from "../../datasets/schema.ts";
import { observation, visit } from "./records.ts";

const step = (ordinal: number, key: string): Transcript => ({
  ...{ ordinal, stage: "visit", keys: [key], answers: [], instants: [], sitemaps: [], tokens: [] },
  sources: { on: [], again: [], asksNobody: false },
});

const asIs = <T>(record: T) => record;
const changes = { visit: asIs, observation: asIs, imported: asIs, transcript: asIs, request: asIs };

/** An audit folder with two visits, the first of which was repeated. */
function someJournals() {
  const folder = mkdtempSync(join(tmpdir(), "journals-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const journals = openJournals(join(folder, "journal"));
  journals.visits.append("acme", [visit("acme", { outcome: "timeout" })]);
  journals.visits.append("acme", [visit("acme")]);
  journals.visits.append("beta", [visit("beta")]);
  for (const [at, key] of ["acme", "beta", "acme"].entries()) {
    journals.transcripts.append(String(at).padStart(9, "0"), [step(at, key)]);
  }
  journals.observations.append("x:acme", [observation("x:acme")]);
  writeFileSync(join(folder, "journal", "requests.jsonl"), "");
  return { folder, journals };
}

test("journals that are written anew hold what is left, and are taken over when the audit is opened next", async () => {
  const { folder, journals } = someJournals();
  const isKept = ({ keys }: Transcript) => !keys.includes("acme");
  await rewriteJournals(folder, journals, {
    ...changes,
    visit: (record) => (record.companyId === "acme" ? null : record),
    observation: () => null,
    transcript: (record) => (isKept(record) ? record : null),
  });
  journals.close();
  expect(readFileSync(join(folder, "journal", "visits.jsonl"), "utf8")).toContain("acme");
  adoptJournals(folder);
  const files = ["visits.jsonl", "observations.jsonl", "transcripts.jsonl", "done.idx"];
  const all = files.map((name) => readFileSync(join(folder, "journal", name), "utf8")).join("");
  expect(all).not.toContain("acme");
  const next = openJournals(join(folder, "journal"));
  expect([...next.visits.keys()]).toEqual(["beta"]);
  // Later steps are numbered by how many there are.
  expect([...next.transcripts.read()].map(({ ordinal, keys }) => [ordinal, ...keys])).toEqual([[0, "beta"]]);
  next.close();
  expect(existsSync(join(folder, "journal.next"))).toBe(false);
});

test("what was only begun is thrown away, and a take-over that was cut short is done", async () => {
  const { folder, journals } = someJournals();
  mkdirSync(join(folder, "journal.unfinished"));
  adoptJournals(folder);
  expect(existsSync(join(folder, "journal.unfinished"))).toBe(false);
  expect(existsSync(join(folder, "journal", "visits.jsonl"))).toBe(true);
  await rewriteJournals(folder, journals, changes);
  journals.close();
  rmSync(join(folder, "journal"), { recursive: true });
  adoptJournals(folder);
  const next = openJournals(join(folder, "journal"));
  expect(next.visits.get("acme")).toEqual([visit("acme")]);
  expect(next.observations.size()).toBe(1);
  next.close();
});

test("an observation is journalled by its account, one from a file by itself", () => {
  expect(observationKey(observation("x:acme"))).toBe("x:acme");
  expect(observationKey(observation("x:acme", { access: "file" }))).toBe("x:acme#file#1");
});
