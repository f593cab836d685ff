import { expect, test } from "vitest";
import { generateIndustry } from "../../../datasets/synthetic/generate.ts";
import { scenario } from "./small.ts";

test("an industry of 5,000 companies has as many domains and no account twice", () => {
  const large = generateIndustry({ ...scenario, companies: 5_000 });
  expect(new Set(large.companies.map(({ domain }) => domain)).size).toBe(5_000);
  expect(new Set(large.accounts.map(({ accountId }) => accountId)).size).toBe(large.accounts.length);
});
