import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { writeFindings, writeObserved } from "../../crawler/findings.ts";
import { AuditConfig } from "../../datasets/config.ts";
import { Fix } from "../../datasets/mending.ts";
import { openSnapshot } from "../../datasets/snapshot.ts";
import { tables } from "../../datasets/tables.ts";
import { observation } from "../datasets/records.ts";
import { fixesOf, footer } from "./fixes/mend.ts";
import { captureOf, companyOf, visitOf } from "./site.ts";

const empty = footer('<li><a href="https://www.facebook.com/" title="Facebook"></a></li>');

test("a sound site has nothing to mend", () => {
  expect(fixesOf({ "/": footer(), "/contact/": footer() })).toEqual([]);
});

test("what comes out keeps to the schema and is numbered", () => {
  const fixes = fixesOf({ "/": empty }, { observed: [["x:acme", { status: "gone", reason: "not_found" }]] });
  for (const fix of fixes) Fix.parse(fix);
  expect(fixes.map(({ fixId, kind }) => [fixId, kind])).toEqual([
    ["acme!001", "dead_account"],
    ["acme!002", "empty_platform_link"],
  ]);
});

test("pages of another domain are not the company's to mend, another host of its own is", () => {
  expect(fixesOf({ "/": empty }, { finalUrl: "https://www.parent.example/" })).toEqual([]);
  expect(fixesOf({ "/": empty }, { finalUrl: "https://en.acme.example/" })).toHaveLength(1);
});

test("a page that was not read says nothing", () => {
  expect(fixesOf({})).toEqual([]);
});

test("the list is written after the visits, and again when accounts were observed", async () => {
  const folder = mkdtempSync(join(tmpdir(), "audit-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const instrument = { software: "test 0", grammar: "1", extractor: "1", attribution: "1", observers: [] };
  const companies = [companyOf()];
  const snapshot = openSnapshot(folder, {
    ...{ companies, frameFile: null, config: AuditConfig.parse({}), instrument },
    startedAt: "2026-09-30T12:00:00.000Z",
  });
  const written = async () => {
    const kinds: string[] = [];
    for await (const { kind } of snapshot.read(tables.fixList)) kinds.push(kind);
    return kinds;
  };
  snapshot.visits.append("acme", [visitOf([captureOf(empty)])]);
  await writeFindings(companies, snapshot);
  expect(await written()).toEqual(["empty_platform_link"]);
  snapshot.observations.append("x:acme", [observation("x:acme", { status: "gone", reason: "not_found" })]);
  const linksTo = ["acme.example"];
  snapshot.observations.append("instagram:acme", [observation("instagram:acme", { linksTo })]);
  await writeObserved(snapshot);
  expect(await written()).toEqual(["dead_account", "empty_platform_link"]);
  const verified: (boolean | null)[] = [];
  for await (const { reciprocal } of snapshot.read(tables.ownerships)) verified.push(reciprocal);
  expect(verified).toEqual([true, null]);
  snapshot.close();
});
