import { expect, test } from "vitest";
import { checkedCompanies, wholeCompanies } from "../../analysis/checked.ts";
import { check, siteCheck } from "./records.ts";

const idsOf = (accounts: Iterable<string> = []) => [...accounts];

test("what people said is gathered by company; an account on which they differ or are unsure is neither", () => {
  const [acme] = checkedCompanies(
    [
      check("acme", "x:acme"),
      check("acme", "x:acme", { coder: "B" }),
      check("acme", "x:other", { right: false }),
      check("acme", "x:odd", { right: true }),
      check("acme", "x:odd", { right: false, coder: "B" }),
      check("acme", "x:unsure", { right: null }),
      siteCheck("acme", ["linkedin:company/acme"]),
      siteCheck("acme", ["linkedin:company/acme", "youtube:@acme"], { coder: "B" }),
    ],
    [],
  );
  expect(idsOf(acme?.right)).toEqual(["x:acme"]);
  expect(idsOf(acme?.wrong)).toEqual(["x:other"]);
  expect(idsOf(acme?.missing)).toEqual(["linkedin:company/acme", "youtube:@acme"]);
  expect(acme).toMatchObject({ isWhole: false, stratum: null, weight: 1 });
});

test("a company is whole once each account and the site were judged", () => {
  const isWhole = (...rows: ReturnType<typeof check>[]) => checkedCompanies(rows, [])[0]?.isWhole;
  expect(isWhole(check("acme", "x:acme"))).toBe(false);
  expect(isWhole(check("acme", "x:acme"), siteCheck("acme", []))).toBe(true);
  expect(isWhole(siteCheck("acme", []))).toBe(true);
});

test("a company stands for those of its stratum by those of it that were checked, not that were drawn", () => {
  const draw = ["a", "b", "c"].map((companyId) => ({ companyId, stratum: "small", stratumSize: 12 }));
  const checked = checkedCompanies([siteCheck("b", []), check("a", "x:a"), siteCheck("z", [])], draw);
  expect(checked.map(({ companyId, weight }) => [companyId, weight])).toEqual([
    ["a", 6],
    ["b", 6],
  ]);
  expect(wholeCompanies(checked).map(({ companyId, weight }) => [companyId, weight])).toEqual([["b", 12]]);
});
