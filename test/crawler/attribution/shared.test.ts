import { expect, test } from "vitest";
import { settleShared } from "../../../crawler/attribution/shared.ts";
import type { Company, Ownership } from "../../../datasets/schema.ts";
import { companyOf } from "../site.ts";

const company = (companyId: string, parts: Partial<Company> = {}) =>
  companyOf({ companyId, name: companyId, website: `https://${companyId}.example.com/`, ...parts });

function owns(companyId: string, accountId: string, parts: Partial<Ownership> = {}): Ownership {
  return {
    companyId,
    accountId,
    own: "true",
    kind: "primary",
    confidence: 0.99,
    reasons: ["site_region"],
    claimIds: [`${companyId}#01/001`],
    reciprocal: null,
    corrected: null,
    ...parts,
  };
}

/** `company own reason` of what comes out. */
function settled(ownerships: Ownership[], companies: Company[]): string[] {
  return settleShared(ownerships, companies).map(
    ({ companyId, own, reasons }) => `${companyId} ${own} ${reasons[0]}`,
  );
}

const holding = company("holding");
const alpha = company("alpha", { parentId: "holding" });
const beta = company("beta", { parentId: "holding" });
const stranger = company("stranger");

test("an account that one company declares is left alone", () => {
  const ownerships = [owns("alpha", "x:holding"), owns("beta", "x:beta")];
  expect(settleShared(ownerships, [holding, alpha, beta])).toEqual(ownerships);
});

test("a shared account belongs to the company whose name it bears", () => {
  expect(
    settled([owns("alpha", "x:holding_global"), owns("holding", "x:holding_global")], [holding, alpha]),
  ).toEqual(["alpha false linked_parent", "holding true site_region"]);
});

test("a sister's account belongs to the sister", () => {
  expect(settled([owns("alpha", "x:beta"), owns("beta", "x:beta")], [holding, alpha, beta])).toEqual([
    "alpha false linked_parent",
    "beta true site_region",
  ]);
});

test("an account that bears no company's name belongs to the common parent, which gets it if it has it not", () => {
  const shared = settleShared(
    [owns("alpha", "facebook:id/4711"), owns("beta", "facebook:id/4711")],
    [holding, alpha, beta],
  );
  expect(shared.map(({ companyId, own }) => [companyId, own])).toEqual([
    ["alpha", "false"],
    ["beta", "false"],
    ["holding", "true"],
  ]);
  expect(shared[2]).toMatchObject({
    reasons: ["declared_by_subsidiaries", "site_region"],
    claimIds: ["alpha#01/001", "beta#01/001"],
  });
});

test("a parent that shares an account with its subsidiary keeps it", () => {
  expect(
    settled([owns("holding", "facebook:id/4711"), owns("alpha", "facebook:id/4711")], [holding, alpha]),
  ).toEqual(["holding true site_region", "alpha false linked_parent"]);
});

test("an account of two strangers is nobody's for sure", () => {
  expect(
    settled(
      [owns("alpha", "facebook:id/4711"), owns("stranger", "facebook:id/4711")],
      [holding, alpha, stranger],
    ),
  ).toEqual(["alpha unknown shared_undecided", "stranger unknown shared_undecided"]);
});

test("who does not own an account has no part in sharing it", () => {
  const ownerships = [
    owns("alpha", "x:agency", { own: "false" }),
    owns("beta", "x:agency", { own: "false" }),
  ];
  expect(settleShared(ownerships, [holding, alpha, beta])).toEqual(ownerships);
});

const offsite = (companyId: string, host: string) =>
  owns(companyId, "x:newco", {
    own: "unknown",
    reasons: ["redirected_offsite", `host_${host}`, "site_region"],
  });

test("a site that moved to its parent's or successor's host speaks for the company", () => {
  const newco = company("newco", { website: "https://www.newco.com/" });
  const children = [
    company("child", { parentId: "newco" }),
    company("old", { successorId: "newco" }),
    stranger,
  ];
  const ownerships = children.map(({ companyId }) => offsite(companyId, "newco.com"));
  const results = children.map((child, index) => settled(ownerships.slice(index, index + 1), [newco, child]));
  expect(results).toEqual([
    ["child true redirected_offsite"],
    ["old true redirected_offsite"],
    ["stranger unknown redirected_offsite"],
  ]);
});

test("an account the parent declares too is the parent's, not that of the child that moved there", () => {
  const newco = company("newco", { website: "https://www.newco.com/" });
  const child = company("child", { parentId: "newco" });
  expect(settled([owns("newco", "x:newco"), offsite("child", "newco.com")], [newco, child])).toEqual([
    "newco true site_region",
    "child false linked_parent",
  ]);
});

test("a circle of parents in the frame does not hang", () => {
  const one = company("one", { parentId: "two" });
  const two = company("two", { parentId: "one" });
  expect(
    settled([owns("one", "facebook:id/1"), owns("stranger", "facebook:id/1")], [one, two, stranger]),
  ).toHaveLength(2);
});
