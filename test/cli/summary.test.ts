import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { z } from "zod";
import { analyse } from "../../audit.ts";
import { costSentence, summarise, termsOf } from "../../cli/summary.ts";
import { AuditConfig } from "../../datasets/config.ts";
import type { Observation } from "../../datasets/schema.ts";
import { openSnapshot, type Snapshot } from "../../datasets/snapshot.ts";
import { tables } from "../../datasets/tables.ts";
import { account, company, ownership, posted, site, unreadable } from "../analysis/records.ts";
import { recordingTerminal } from "./recording-terminal.ts";

const room = mkdtempSync(join(tmpdir(), "summary-"));
afterAll(() => rmSync(room, { recursive: true }));

const ids = ["a", "b", "c", "d", "e", "f"];

/** Six companies: five silent on X, and one on LinkedIn, where nobody may look. */
async function audited(name: string): Promise<Snapshot> {
  const companies = ids.map((id) => company(id));
  const instrument = { software: "test", grammar: "1", extractor: "1", attribution: "1", observers: [] };
  const beginning = { companies, frameFile: null, startedAt: "2026-01-01T00:00:00Z" };
  const snapshot = openSnapshot(join(room, name), {
    ...beginning,
    config: AuditConfig.parse({}),
    instrument,
  });
  const visits = companies.map((each) => ({
    ...{ ...each, ...site(each.companyId), startUrl: null, finalUrl: null, startedAt: null },
    declaredPlatforms: [],
  }));
  const accounts = ids.map((id) => account(id === "f" ? "linkedin:company/f" : `x:${id}`));
  await snapshot.write(tables.companies, visits);
  const sorted = [...accounts].sort((a, b) => (a.accountId < b.accountId ? -1 : 1));
  await snapshot.write(tables.accounts, sorted);
  const owned = accounts.map(({ accountId }, index) => ownership(ids[index] ?? "", accountId));
  await snapshot.write(tables.ownerships, owned);
  await snapshot.write(
    tables.observations,
    sorted.map(({ accountId }) => observationOf(accountId)),
  );
  return snapshot;
}

function observationOf(accountId: string): Observation {
  const said = { accountId, observationId: `${accountId}/api/1` };
  return accountId.startsWith("x:") ? posted([], said) : unreadable(said);
}

async function told(snapshot: Snapshot, options = {}, columns: number | null = null): Promise<string> {
  const terminal = recordingTerminal({ columns });
  await summarise(snapshot, options, terminal);
  return terminal.printed();
}

const Told = z.object({
  platforms: z.array(z.object({ platform: z.string(), activity: z.unknown() })),
  benchmarks: z.array(z.unknown()),
});

test("after the first stages a table of accounts, then what they do, before any sentence", async () => {
  const snapshot = await audited("whole");
  expect(await told(snapshot)).toMatch(
    /^\nPlatform {2}Accounts {2}Seen\n─+ {2}─+ {2}─+\nLinkedIn\s+1\s+0\nX\s+5\s+5\n/,
  );
  await analyse(snapshot);
  const printed = await told(snapshot);
  expect(printed).toMatch(/\nLinkedIn +1 +0 +0 +0 +1 +–\nX +5 +5 +0 +5 +0 +0\n/);
  expect(printed.indexOf("On X (Twitter), ")).toBeGreaterThan(printed.indexOf("Own accounts."));
  const narrow = (await told(snapshot, {}, 60)).split("\n").filter((line) => !line.includes(room));
  expect(Math.max(...narrow.map((line) => line.length))).toBeLessThanOrEqual(60);
  snapshot.close();
});

test("machines get the same numbers as one line of JSON; who wants quiet gets nothing", async () => {
  const snapshot = await audited("machines");
  await analyse(snapshot);
  const printed = await told(snapshot, { json: true });
  expect(printed.trimEnd()).not.toContain("\n");
  const { platforms, benchmarks } = Told.parse(JSON.parse(printed));
  expect(platforms[1]).toMatchObject({ platform: "x", activity: { active: 0, inactive: 5, unknown: 0 } });
  expect(benchmarks.length).toBeGreaterThan(10);
  expect(await told(snapshot, { quiet: true })).toBe("");
  snapshot.close();
});

test("what the tokens were used for is told with its price; nothing where none was used", () => {
  const costs = [
    { observer: "x_lookup", unit: "user read", answers: 3, units: 212, usd: 2.12 },
    { observer: "youtube_data_api", unit: "quota unit", answers: 40, units: 40, usd: 0 },
  ];
  expect(costSentence(costs)).toEqual([
    "With your tokens: 212 user reads by x_lookup, 40 quota units by youtube_data_api; $2.12 at the prices of the day they were read.",
  ]);
  expect(costSentence([])).toEqual([]);
});

test("with YouTube's data come its terms", () => {
  const cost = { observer: "youtube_data_api", unit: "quota unit", answers: 1, units: 1, usd: 0 };
  expect(termsOf([cost])).toEqual([expect.stringMatching(/^Terms of YouTube: .*derived-metrics amendment/)]);
  expect(termsOf([])).toEqual([]);
});
