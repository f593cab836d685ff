import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { collect } from "../../../datasets/collect.ts";
import { readTable } from "../../../datasets/csv.ts";
import { tables } from "../../../datasets/tables.ts";
import { roundTrip } from "../../../scripts/simulation/round-trip.ts";
import { recordingTerminal } from "../../cli/recording-terminal.ts";
import { knownAudit } from "./known-audit.ts";

test("hand readings of a drawn part turn wide bounds into an interval that holds the truth", async () => {
  const folder = mkdtempSync(join(tmpdir(), "round-trip-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const audit = join(folder, "audit");
  const { known, accounts, industry } = await knownAudit(audit, 80);
  const isMeant = (row: {
    metric: string;
    statistic: string;
    segment: string;
    platforms: string;
    thetaDays: number | null;
  }) =>
    [row.metric, row.statistic, row.segment, row.platforms, row.thetaDays].join() ===
    "share_inactive,share,all,any,90";
  const value = known.benchmarks.find(isMeant)?.value ?? Number.NaN;
  const before = (await collect(readTable(join(audit, "tables", "benchmarks.csv"), tables.benchmarks))).find(
    (row) => isMeant(row) && row.sizeBand === "all",
  );
  expect(before).toMatchObject({ estimate: null, reason: "one_sided" });
  expect((before?.boundHi ?? 0) - (before?.boundLo ?? 0)).toBeGreaterThan(0.5);
  const terminal = recordingTerminal();
  const trip = { audit, scratch: join(folder, "scratch"), accounts, now: industry.now };
  const rows = await roundTrip({ ...trip, n: 36, coders: 2, overlap: 0.2, errorRate: 0.05 }, 3, terminal);
  const after = rows.find((row) => isMeant(row) && row.sizeBand === "all");
  expect(after).toMatchObject({ ciMethod: "korn_graubard_two_phase", reason: null });
  expect(after?.ciLo).toBeLessThan(value);
  expect(after?.ciHi).toBeGreaterThan(value);
  expect((after?.ciHi ?? 1) - (after?.ciLo ?? 0)).toBeLessThan(0.3);
  // What a naive audit would print: the share among those that could be seen.
  const naive = (before?.nTrue ?? 0) / ((before?.nTrue ?? 0) + (before?.nFalse ?? 0));
  expect(Math.abs(naive - value)).toBeGreaterThan(Math.abs((after?.estimate ?? 1) - value));
}, 120_000);
