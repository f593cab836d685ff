import { expect, test } from "vitest";
import { isEligible, trueCompanies } from "../../../../datasets/synthetic/truth/companies.ts";
import { industry, someCompany } from "../small.ts";

const companies = trueCompanies(industry);
const outcomeOf = (mishap: string) => companies.find((company) => company.mishap === mishap)?.outcome;

test("there is one row for every row of the frame", () => {
  expect(companies.map(({ companyId }) => companyId)).toEqual(
    industry.companies.map(({ companyId }) => companyId),
  );
});

test.each([
  ["none", "visited"],
  ["plain_http", "visited"],
  ["robots_path", "visited"],
  ["robots_all", "robots_disallowed"],
  ["dns_failure", "dns_error"],
  ["wrong_certificate", "tls_error"],
  ["not_eligible", "not_eligible"],
  ["page_fails", "partial"],
])("a company with %s must end as %s", (mishap, outcome) => {
  expect(outcomeOf(mishap)).toBe(outcome);
});

test("a dead site does not make a company ineligible, an acquisition does", () => {
  expect(isEligible(someCompany(({ mishap }) => mishap === "gone"))).toBe(true);
  expect(isEligible(someCompany(({ mishap }) => mishap === "not_eligible"))).toBe(false);
  expect(companies.filter(({ eligible }) => !eligible)).toHaveLength(3);
});
