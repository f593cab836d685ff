/**
 * A run with tokens on a replica of their platforms, with every kind of answer: afterwards the tokens stand nowhere, and what was
 * spent is what had been planned.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { main } from "../../cli/index.ts";
import { platforms } from "../../crawler/platforms/index.ts";
import { AuditConfig } from "../../datasets/config.ts";
import type { Account, Ownership } from "../../datasets/schema.ts";
import { openSnapshot, reopenSnapshot } from "../../datasets/snapshot.ts";
import { serveIndustry, syntheticTokens } from "../../datasets/synthetic/index.ts";
import type { Server } from "../../datasets/synthetic/server.ts";
import { tables } from "../../datasets/tables.ts";
import { recordingTerminal } from "../cli/recording-terminal.ts";
import { company } from "../datasets/records.ts";
import { industry } from "../datasets/synthetic/small.ts";

let server: Server;
beforeAll(async () => {
  server = await serveIndustry(industry, { latencyMs: 0 });
});
afterAll(() => server.close());

/** A few accounts of every platform that is read with a token, each kind of access among those of X. */
const some = ["x", "youtube", "instagram", "facebook", "threads"].flatMap((platform) => {
  const own = industry.accounts.filter((account) => account.platform === platform);
  const kinds = new Map(own.map((account) => [account.access, account]));
  return platform === "x" ? [...kinds.values()] : own.slice(0, 2);
});

/** An audit whose sites were visited: accounts are known, none was read. */
async function detected(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "planted-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const snapshot = openSnapshot(folder, {
    companies: [company("acme")],
    frameFile: "firms.csv",
    config: AuditConfig.parse({ now: industry.now, delayMs: 0 }),
    instrument: {
      software: "presence-audit 0",
      grammar: "1",
      extractor: "1",
      attribution: "1",
      observers: [],
    },
    startedAt: industry.now,
  });
  const accounts = some
    .map(({ accountId, platform, account, url }): Account => {
      const { group = "social" } = platforms.find(({ id }) => id === platform) ?? {};
      return { accountId, platform, group, account, url, platformId: null, aliases: [] };
    })
    .sort((a, b) => (a.accountId < b.accountId ? -1 : 1));
  await snapshot.write(tables.accounts, accounts);
  await snapshot.write(
    tables.ownerships,
    accounts.map(
      ({ accountId }): Ownership => ({
        ...{ companyId: "acme", accountId, own: "true", kind: "primary", confidence: 1, reasons: [] },
        ...{ claimIds: [], reciprocal: null, corrected: null },
      }),
    ),
  );
  snapshot.close();
  return folder;
}

async function run(folder: string, tokens: Record<string, string>, ...args: string[]) {
  const terminal = recordingTerminal({
    environment: {
      ...(tokens["x"] && { PRESENCE_AUDIT_X_TOKEN: tokens["x"] }),
      ...(tokens["youtube"] && { PRESENCE_AUDIT_YOUTUBE_KEY: tokens["youtube"] }),
      ...(tokens["meta"] && { PRESENCE_AUDIT_META_TOKEN: tokens["meta"] }),
    },
  });
  const ca = join(folder, "ca.pem");
  writeFileSync(ca, server.ca);
  const network = [...server.connectTo.slice(-2).flatMap((rule) => ["--connect-to", rule]), "--ca", ca];
  const isAsking = args[0] === "observe" || args.includes("--test");
  const log = join(folder, "log.jsonl");
  const code = await main([...args, ...(isAsking ? [...network, "--log", log] : [])], terminal);
  return { code, printed: terminal.printed(), told: terminal.told() };
}

/** Every byte below a folder, as text. */
const everything = (folder: string): string =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "latin1"))
    .join("\n");

const reasonsIn = async (folder: string) => {
  const snapshot = reopenSnapshot(folder);
  const found = new Map<string, string>();
  for await (const row of snapshot.read(tables.observations)) {
    found.set(row.accountId, `${row.status} ${row.reason ?? ""}`.trim());
  }
  snapshot.close();
  return found;
};

const costsIn = async (folder: string) => {
  const snapshot = reopenSnapshot(folder);
  const costs: Record<string, number> = {};
  for await (const { observer, units } of snapshot.read(tables.costs)) costs[observer] = units;
  snapshot.close();
  return costs;
};

test("tokens that work read every kind of account, cost what was planned, and are written nowhere", async () => {
  const folder = await detected();
  const planned = await run(folder, syntheticTokens, "plan", folder, "--json");
  const x = JSON.parse(planned.printed).steps.find(({ platform }: { platform: string }) => platform === "x");
  const observed = await run(folder, syntheticTokens, "observe", folder);
  expect([observed.code, observed.told]).toEqual([0, expect.stringContaining("observe:")]);
  const reasons = new Set((await reasonsIn(folder)).values());
  for (const each of ["observed", "protected protected", "gone suspended", "gone not_found"]) {
    expect(reasons).toContain(each);
  }
  expect(reasons).toContain("token_required permission_missing");
  expect((await costsIn(folder))["x_lookup"]).toBe(x.bill.units[1]);
  expect(x.bill.units).toEqual([5, 5]);
  const again = JSON.parse((await run(folder, syntheticTokens, "plan", folder, "--json")).printed);
  expect(again.steps.find(({ platform }: { platform: string }) => platform === "x").bill).toBeNull();
  const screen = await run(folder, syntheticTokens, "tokens", folder, "--test");
  expect(screen.printed.match(/you have one: works/g)).toHaveLength(3);
  for (const token of Object.values(syntheticTokens)) {
    const all = [
      everything(folder),
      planned.printed,
      observed.printed,
      observed.told,
      screen.printed,
      screen.told,
    ];
    expect(all.join("\n")).not.toContain(token);
  }
}, 30_000);

test("tokens that are refused leave every account unknown, and are written nowhere either", async () => {
  const folder = await detected();
  const wrong = {
    x: "planted-secret-of-x",
    youtube: "planted-secret-of-youtube",
    meta: "planted-secret-of-meta",
  };
  const observed = await run(folder, wrong, "observe", folder);
  expect(observed.code).toBe(0);
  expect(new Set((await reasonsIn(folder)).values())).toEqual(new Set(["token_required token_rejected"]));
  expect(await costsIn(folder)).toEqual({});
  expect([everything(folder), observed.printed, observed.told].join("\n")).not.toContain("planted-secret");
}, 30_000);

test("more than the limit is not begun, and X without a token is not asked for", async () => {
  const folder = await detected();
  const dear = await run(folder, syntheticTokens, "observe", folder, "--x", "timeline", "--max-cost", "1");
  expect([dear.code, dear.told]).toEqual([
    2,
    expect.stringContaining("--max-cost 1: reading these accounts can cost"),
  ]);
  const none = await run(folder, {}, "observe", folder, "--x", "lookup");
  expect([none.code, none.told]).toEqual([2, expect.stringContaining("PRESENCE_AUDIT_X_TOKEN")]);
  expect(await reasonsIn(folder)).toEqual(new Map());
});
