import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { cadencesOf, findingsOf, type Published } from "../../analysis/published.ts";
import { AuditConfig } from "../../datasets/config.ts";
import { readTable, writeTable } from "../../datasets/csv.ts";
import { newManifest } from "../../datasets/manifest.ts";
import type { Cadence } from "../../datasets/schema.ts";
import { tables } from "../../datasets/tables.ts";
import { account, company, observedAt, ownership, post, posted, site, unreadable } from "./records.ts";

const instrument = { software: "s", grammar: "g", extractor: "e", attribution: "a", observers: [] };
const manifest = newManifest({
  companies: [],
  frameFile: null,
  config: AuditConfig.parse({}),
  instrument,
  startedAt: observedAt,
});

/** Does something with an audit's tables as files, then takes them away. */
async function published<T>(use: (audit: Published) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "published-"));
  const path = (name: string) => join(folder, `${name}.csv`);
  // Ids whose own order differs from that of their accounts: "-" comes before "/".
  const seen = ["x:a", "x:a-b"].map((accountId, index) => {
    const observationId = `${accountId}/api/1`;
    return posted([], { accountId, observationId, posts: [post(index + 1, { observationId })] });
  });
  const views = [...seen, unreadable({ accountId: "x:b", observationId: "x:b/none/1" })];
  const visit = {
    ...site("acme"),
    startUrl: null,
    finalUrl: null,
    startedAt: null,
    declaredPlatforms: ["x"],
  };
  await writeTable(path("companies"), tables.companies, [{ ...company("acme"), ...visit }]);
  await writeTable(
    path("accounts"),
    tables.accounts,
    ["x:a", "x:a-b", "x:b"].map((id) => account(id)),
  );
  await writeTable(path("ownerships"), tables.ownerships, [ownership("acme", "x:a")]);
  await writeTable(path("observations"), tables.observations, views);
  await writeTable(
    path("posts"),
    tables.posts,
    views.flatMap(({ posts }) => posts),
  );
  try {
    const audit: Published = {
      folder,
      manifest: () => manifest,
      async *read(table) {
        if (existsSync(path(table.name))) yield* readTable(path(table.name), table);
      },
    };
    await writeTable(path("cadences"), tables.cadences, cadencesOf(audit));
    return await use(audit);
  } finally {
    await rm(folder, { recursive: true });
  }
}

test("observations find their posts again, whatever order their ids have", async () => {
  const rows = await published(async (audit) => {
    const cadences: Cadence[] = [];
    for await (const row of audit.read(tables.cadences)) cadences.push(row);
    return cadences;
  });
  expect(rows.map(({ accountId, ageDays, posts }) => [accountId, ageDays, posts])).toEqual([
    ["x:a", 1, 1],
    ["x:a-b", 2, 1],
    ["x:b", null, null],
  ]);
});

test("findings are joined under the audit's own settings", async () => {
  const found = await published((audit) => findingsOf(audit, [{ id: "x", name: "X", group: "social" }]));
  expect(found.settings).toMatchObject({
    thetas: [30, 90, 180, 365],
    windowDays: 90,
    instrument: "s, grammar g",
  });
  expect(found.units).toMatchObject([
    { unitId: "acme", declared: new Set(["x"]), accounts: [{ isOwn: true }] },
  ]);
});
