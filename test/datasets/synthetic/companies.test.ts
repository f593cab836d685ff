import { getDomain } from "tldts";
import { expect, test } from "vitest";
import { drawCompanies } from "../../../datasets/synthetic/companies.ts";
import { mishapIds } from "../../../datasets/synthetic/mishaps.ts";
import { scenario } from "./small.ts";

const companies = drawCompanies(scenario);
const byId = new Map(companies.map((company) => [company.companyId, company]));

test("there are as many companies as the scenario says, in the order of their ids", () => {
  const ids = companies.map(({ companyId }) => companyId);
  expect(ids).toHaveLength(scenario.companies);
  expect(ids).toEqual(ids.toSorted());
});

test("segments have exact shares", () => {
  expect(companies.filter(({ segment }) => segment === "cro")).toHaveLength(48);
  expect(companies.filter(({ segment }) => segment === "pharma")).toHaveLength(32);
});

test("every mishap meets as many companies as the scenario says", () => {
  for (const id of mishapIds.filter((id) => id !== "none")) {
    expect(
      companies.filter(({ mishap }) => mishap === id),
      id,
    ).toHaveLength(scenario.mishaps[id] ?? 0);
  }
});

test("every company has a registrable domain of its own that no real resolver knows", () => {
  const domains = companies.map(({ host }) => getDomain(host));
  expect(new Set(domains).size).toBe(companies.length);
  expect(domains).toEqual(companies.map(({ domain }) => domain));
  for (const domain of domains) expect(domain).toMatch(/\.test$/);
});

test("only the mishap without a website empties the cell", () => {
  const empty = companies.filter(({ website }) => website === null);
  expect(empty.map(({ mishap }) => mishap)).toEqual(Array(scenario.mishaps.no_website).fill("no_website"));
});

test("websites are written in several ways: with and without scheme, http, upper case", () => {
  const websites = companies.flatMap(({ website }) => website ?? []);
  for (const way of [/^https:/, /^http:/, /^[a-z-]+\.test$/, /WWW/, /\/$/, /[a-z]$/]) {
    expect(
      websites.some((website) => way.test(website)),
      String(way),
    ).toBe(true);
  }
});

test("a website always leads to the company's own domain", () => {
  for (const { website, domain } of companies) {
    if (website !== null) expect(getDomain(website)).toBe(domain);
  }
});

test("a site without TLS is named without a scheme, so that the visitor has to find out", () => {
  const plain = companies.filter(({ mishap }) => mishap === "plain_http");
  for (const { website, domain } of plain) expect(website).toBe(domain);
});

test("whoever needs a parent has one that is sound, independent and in the frame", () => {
  const needy = companies.filter(({ showsParent, mishap }) => showsParent || mishap === "to_parent");
  expect(needy.length).toBeGreaterThanOrEqual(scenario.subsidiaries + 1);
  for (const { parentId } of needy) {
    expect(byId.get(parentId ?? "")).toMatchObject({ mishap: "none", showsParent: false, parentId: null });
  }
});

test("companies that are no longer eligible say why, the others are active", () => {
  for (const { mishap, status } of companies) {
    expect(status).toBe(mishap === "not_eligible" ? "acquired" : "active");
  }
});

test("some companies with a sound site have no account at all", () => {
  const absent = companies.filter(({ isAbsent }) => isAbsent);
  expect(absent).toHaveLength(scenario.absent);
  for (const { mishap } of absent) expect(mishap).toBe("none");
});

test("a scenario with more mishaps than companies still has only its companies", () => {
  expect(drawCompanies({ ...scenario, companies: 5 })).toHaveLength(5);
});

test("another seed gives another industry", () => {
  const others = drawCompanies({ ...scenario, seed: scenario.seed + 1 });
  expect(others.map(({ name }) => name)).not.toEqual(companies.map(({ name }) => name));
});
