import { expect, test } from "vitest";
import { zeeschuimer } from "../../../../crawler/import/exports/zeeschuimer.ts";
import { readExport } from "./reading.ts";

const line = (source_platform: string, data: object) =>
  JSON.stringify({ nav_index: "1:1", item_id: "1", timestamp_collected: 1, source_platform, data });
const at = Date.parse("2026-09-28T14:03:11Z") / 1000;

test("each platform's objects are read where it keeps account, id and instant", async () => {
  const activity = (BigInt(at * 1000) << 22n).toString();
  const file = [
    line("tiktok.com", { id: "71", createTime: at, author: { uniqueId: "acme" }, desc: "secret" }),
    line("instagram.com", {
      code: "Cx",
      taken_at: at,
      user: { username: "acme_cro" },
      caption: { text: "secret" },
    }),
    line("twitter.com", {
      rest_id: "1",
      core: { user_results: { result: { legacy: { screen_name: "acme" } } } },
      legacy: { created_at: "Mon Sep 28 14:03:11 +0000 2026", full_text: "secret" },
    }),
    line("linkedin.com", {
      actor: { navigationContext: { actionTarget: "https://www.linkedin.com/company/acme/posts" } },
      updateMetadata: { urn: `urn:li:activity:${activity}` },
    }),
    "",
  ].join("\n");
  const read = await readExport(file, { to: "2026-10-01", company: "Acme" });
  expect(read.export).toBe("zeeschuimer");
  expect(read.faults).toEqual([]);
  expect(read.observations.map(({ accountId, lastPostAt }) => [accountId, lastPostAt])).toEqual(
    ["tiktok:acme", "instagram:acme_cro", "x:acme", "linkedin:company/acme"].map((id) => [
      id,
      "2026-09-28T14:03:11.000Z",
    ]),
  );
  expect(JSON.stringify(read)).not.toContain("secret");
});

test("a torn line and a platform that is not known are told by row", async () => {
  const file = [
    line("tiktok.com", { id: "71", createTime: at, author: { uniqueId: "acme" } }),
    line("9gag.com", { id: "1" }),
    '{"source_platform":"tiktok.com","da',
  ].join("\n");
  const read = await readExport(file, { to: "2026-10-01", company: "Acme" });
  expect(read.observations).toHaveLength(1);
  expect(read.faults.map((fault) => fault.split(":")[0])).toEqual([
    "export.csv, row 2, platform",
    "export.csv, row 3, platform",
  ]);
});

test("JSON lines of others are none", () => {
  expect(zeeschuimer.open(Buffer.from('{"a":1}\n{"a":2}'), "f")).toBeNull();
});
