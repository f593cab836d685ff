import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { importSheet } from "../../cli/import-sheet.ts";
import { sheetKind } from "../../crawler/import/sheet.ts";
import { collect } from "../../datasets/collect.ts";
import { readDelimited } from "../../datasets/delimited.ts";
import { reopenSnapshot, type Snapshot } from "../../datasets/snapshot.ts";
import { tables } from "../../datasets/tables.ts";
import { knownAudit } from "../scripts/simulation/known-audit.ts";

let [folder, accountId, companyId] = ["", "", ""];
let snapshot: Snapshot;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "import-sheet-"));
  await knownAudit(folder, 40);
  snapshot = reopenSnapshot(folder);
  const [owned] = await collect(snapshot.read(tables.ownerships), (row) =>
    row.accountId.startsWith("linkedin:"),
  );
  [accountId, companyId] = [owned?.accountId ?? "", owned?.companyId ?? ""];
}, 120_000);
afterAll(() => {
  snapshot.close();
  rmSync(folder, { recursive: true });
});

const header =
  "company_id,account,checked_at,can_see,last_post_text,posts_counted,window_from,window_to,followers,coder";
const give = (coder: string, said: string) => {
  const table = readDelimited(
    Buffer.from(`${header}\n${companyId},${accountId},2026-09-30,${said},,,,,${coder}`),
    "s.csv",
  );
  return importSheet(
    { kind: sheetKind(table.headers) ?? "detection", table, file: "s.csv", sha256: "00" },
    snapshot,
  );
};
const manual = () =>
  collect(
    snapshot.read(tables.observations),
    (row) => row.accountId === accountId && row.access === "manual",
  );

test("a reading becomes an observation; the same coder's next reading replaces it", async () => {
  await give("A", "yes,2d");
  await give("A", "yes,3d");
  expect(await collect(snapshot.read(tables.readings))).toMatchObject([
    { coder: "A", leastDays: 3, used: true },
  ]);
  expect(await manual()).toMatchObject([{ observationId: `${accountId}/coder_sheet/1`, status: "observed" }]);
});

test("an observation on which coders came to differ is taken back", async () => {
  const { lines } = await give("B", "yes,2yr");
  expect(lines.at(-1)).toContain("Coders differ on 1 accounts");
  expect(await manual()).toEqual([]);
  await give("adjudicated", "yes,2d");
  expect(await manual()).toMatchObject([{ status: "observed" }]);
});

test("an account that is somebody else's is not observed", async () => {
  await give("adjudicated", "not theirs,");
  expect(await manual()).toEqual([]);
});
