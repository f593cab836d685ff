import { expect, test } from "vitest";
import { type AccountUnit, byPlatform } from "../../analysis/accounts.ts";
import { company, findings, lastPosted, ownership } from "./records.ts";

/** The accounts that each platform and segment is asked about. */
function asked(...args: Parameters<typeof findings>) {
  const seen: [string, string, readonly AccountUnit[]][] = [];
  byPlatform(findings(...args), ({ segment }, { label }, accounts) => {
    seen.push([label, segment, accounts.units]);
    return [];
  });
  return seen;
}

test("an account that two companies declare is one account of both", () => {
  const seen = asked({
    companies: [company("a"), company("b", { segment: "pharma" })],
    ownerships: [ownership("a", "x:group"), ownership("b", "x:group")],
    cadences: [lastPosted("x:group", 1)],
  });
  expect(
    seen.map(([label, segment, accounts]) => [label, segment, accounts.map((each) => each.companyIds)]),
  ).toEqual([
    ["x", "all", [["a", "b"]]],
    ["x", "cro", [["a"]]],
    ["x", "pharma", [["b"]]],
  ]);
});

test("accounts of unknown owner, and of kinds that do not count, are in no rate", () => {
  expect(
    asked({
      companies: [company("a")],
      ownerships: [
        ownership("a", "x:maybe", { own: "unknown" }),
        ownership("a", "x:jobs", { kind: "careers" }),
      ],
    }),
  ).toEqual([]);
});
