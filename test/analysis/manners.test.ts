import { expect, test } from "vitest";
import { mannersOf } from "../../analysis/manners.ts";

test("hosts of one company count as one company, those of nobody as requests alone", () => {
  const hosts = [
    { companyId: "a", requests: 1, broken: 0 },
    { companyId: "a", requests: 5, broken: 2 },
    { companyId: "b", requests: 2, broken: 0 },
    { companyId: null, requests: 40, broken: 1 },
  ];
  expect(mannersOf(hosts)).toEqual({
    requests: 48,
    broken: 3,
    companies: 2,
    meanPerCompany: 4,
    medianPerCompany: 4,
    mostPerCompany: 6,
  });
});

test("where no company was asked, there is no mean of nothing", () => {
  expect(mannersOf([])).toMatchObject({
    requests: 0,
    companies: 0,
    meanPerCompany: null,
    mostPerCompany: null,
  });
});
