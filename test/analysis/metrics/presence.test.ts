import { expect, test } from "vitest";
import type { Roster } from "../../../analysis/findings.ts";
import { presence } from "../../../analysis/metrics/presence.ts";
import { company, findings, ownership, site } from "../records.ts";

const ids = ["a", "b", "c", "d", "e", "f"];

function on(platforms: string, statistic: string, roster: Partial<Roster>) {
  const rows = presence.measure(findings({ companies: ids.map((id) => company(id)), ...roster }));
  return rows.find(
    (row) => row.platforms === platforms && row.statistic === statistic && row.segment === "all",
  );
}

const ownerships = [
  ownership("a", "x:a"),
  ownership("b", "x:b", { claimIds: [] }),
  ownership("c", "x:c", { kind: "regional" }),
  ownership("d", "x:d", { own: "unknown" }),
  ownership("e", "x:e", { kind: "careers" }),
];

test("a company is present with an account of its own that counts", () => {
  expect(on("x", "share", { ownerships })).toMatchObject({ nTrue: 3, nFalse: 2, nUnknown: 1, estimate: 0.6 });
  expect(on("any", "share", { ownerships })).toMatchObject({ nTrue: 3, platformIds: ["x"] });
});

test("accounts that the site does not name, and those that are not primary, are told apart", () => {
  expect(on("x", "share_linked", { ownerships })).toMatchObject({ nTrue: 2, nFalse: 3 });
  expect(on("x", "share_primary_only", { ownerships })).toMatchObject({ nTrue: 2 });
});

test("an account found on a site read in part proves presence in the bounds, not in the estimate", () => {
  const sites = ids.map((id) => site(id, { outcome: id === "a" || id === "f" ? "partial" : "visited" }));
  expect(on("x", "share", { ownerships, sites })).toMatchObject({
    nTrue: 3,
    nFalse: 1,
    nUnknown: 2,
    n: 3,
    estimate: 2 / 3,
    boundLo: 0.5,
    boundHi: 5 / 6,
  });
});

test("a file that is complete on a platform tells who is not there", () => {
  const sites = ids.map((id) => site(id, { outcome: "not_eligible", reason: "import_only" }));
  const declared = new Map(ids.map((id) => [id, new Set(["x"])]));
  expect(on("x", "share", { ownerships: ownerships.slice(0, 2), sites, declared })).toMatchObject({
    nTrue: 2,
    nFalse: 4,
    n: 6,
  });
  expect(on("x", "share", { ownerships: ownerships.slice(0, 2), sites })).toMatchObject({
    nFalse: 0,
    nUnknown: 4,
  });
});

test("companies of one parent are one unit by group", () => {
  const companies = ids.map((id) => company(id, { parentId: id === "a" ? null : "a" }));
  expect(on("x", "share_by_group", { ownerships, companies })).toMatchObject({ nTrue: 1, nFalse: 0 });
  expect(on("x", "share_by_group", { ownerships })).toBeUndefined();
});
