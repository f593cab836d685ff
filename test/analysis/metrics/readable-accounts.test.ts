import { expect, test } from "vitest";
import { readableAccounts } from "../../../analysis/metrics/readable-accounts.ts";
import { cadence, company, findings, lastPosted, ownership } from "../records.ts";

const ids = ["a", "b", "c", "d"];

test("accounts count as read when they show both sides; those that show activity only are told apart", () => {
  const rows = readableAccounts.measure(
    findings({
      companies: ids.map((id) => company(id)),
      ownerships: ids.map((id) => ownership(id, `x:${id}`)),
      cadences: [lastPosted("x:a", 3), cadence("x:b", { sided: "active_only" }), cadence("x:c")],
    }),
  );
  const all = rows.filter(({ segment }) => segment === "all");
  expect(all.map(({ statistic, estimate, n }) => [statistic, estimate, n])).toEqual([
    ["two_sided", 0.25, 4],
    ["active_only", 0.25, 4],
  ]);
});

test("no accounts, no rows", () => {
  expect(readableAccounts.measure(findings({ companies: [company("a")] }))).toEqual([]);
});
