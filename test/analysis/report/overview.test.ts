import { expect, test } from "vitest";
import { overviewOf } from "../../../analysis/report/overview.ts";
import { account, cadence, company, emptyInput, ownership, unreadable } from "./invented.ts";

const [x, bluesky] = [account("x", "acme"), account("bluesky", "acme")];
const input = emptyInput({
  own: "zeta",
  companies: [company("acme"), company("zeta", { name: "Zeta" })],
  accounts: [x, bluesky],
  ownerships: [x, bluesky].map(({ accountId }) => ownership("acme", accountId)),
  cadences: [unreadable(x.accountId), cadence(bluesky.accountId)],
});

test("the own company comes first, and only platforms that somebody uses are there", () => {
  const { companies, platforms } = overviewOf(input);
  expect(companies.map(({ companyId, isOwn }) => [companyId, isOwn])).toEqual([
    ["zeta", true],
    ["acme", false],
  ]);
  expect(platforms.map(({ id }) => id)).toEqual(["x", "bluesky"]);
});

test("cells say what the report's grid says", () => {
  const [zeta, acme] = overviewOf(input).companies;
  expect(acme?.on).toEqual({
    x: { tone: "unknown", words: "linked, not readable" },
    bluesky: { tone: "posting", words: "3.2 posts a week" },
  });
  expect(zeta?.on["x"]).toEqual({ tone: "absent", words: "no account" });
});

test("without an own company there is nothing to mend and no target", () => {
  const { fixes, targets } = overviewOf({ ...input, own: null });
  expect([...fixes, ...targets]).toEqual([]);
});
