import { load } from "cheerio";
import { expect, test } from "vitest";
import { renderCompanyReport } from "../../../analysis/report/company-page.ts";
import type { ReportInput } from "../../../analysis/report/model.ts";
import {
  account,
  cadence,
  capture,
  claim,
  company,
  emptyInput,
  inventedInput,
  observation,
  ownership,
  unreadable,
} from "./invented.ts";

const [x, linkedin] = [account("x", "acme"), account("linkedin", "acme")];
const acme: Partial<ReportInput> = {
  own: "acme",
  companies: [company("acme", { name: "Acme & Sons" }), company("beta")],
  captures: [capture("acme"), capture("beta")],
  claims: [claim("acme", x)],
  accounts: [x, linkedin],
  ownerships: [ownership("acme", "x:acme"), ownership("acme", "linkedin:acme")],
  cadences: [cadence("x:acme"), unreadable("linkedin:acme")],
  observations: [
    observation("x:acme"),
    observation("linkedin:acme", { status: "presence_only", sided: "none", observer: "none" }),
  ],
};
const pageOf = (given: Partial<ReportInput> = {}) =>
  load(renderCompanyReport(emptyInput({ ...acme, ...given })) ?? "");

test("the page says how much of the company could be read, and what could not is not called silent", () => {
  const $ = pageOf();
  expect($("h1").text()).toBe("Social presence of Acme & Sons");
  expect($("p.lead").text()).toContain("2 accounts are known to be its own, 1 could be read.");
  const states = $("#accounts tbody tr")
    .map((_, row) => $(row).find("td").eq(1).text())
    .get();
  expect(states.sort()).toEqual(["3.2 posts a week", "linked, not readable"]);
});

test("each account names the page and the place where the site says so", () => {
  expect(pageOf()("#evidence li").text()).toContain(
    "X acme (primary): link in the footer of https://acme.example/, https://x.example/acme?from=footer",
  );
});

test("no account found is told apart from accounts that could not be read", () => {
  const none = { accounts: [], ownerships: [], claims: [], cadences: [], observations: [] };
  const leadOf = (outcome: "visited" | "blocked") =>
    pageOf({ ...none, companies: [company("acme", { outcome })] })("p.lead").text();
  expect(leadOf("visited")).toBe("Its website: read completely. No account was found on it.");
  expect(leadOf("blocked")).toBe(
    "No account of it is known. Its website: refused to answer. That does not mean that it has none.",
  );
  expect(pageOf(none)("#accounts, #evidence ul").length).toBe(0);
});

test("what the company can mend is on the page that it is handed", () => {
  expect(pageOf()("#own-mend").text()).toContain("can mend today");
});

test("the page speaks of one company, asks nobody for anything, and has no program", () => {
  const $ = pageOf();
  expect($("body").text()).not.toContain("beta");
  expect($("script, img, link, iframe").length).toBe(0);
});

test("a name cannot become a part of the page", () => {
  const $ = pageOf({ companies: [company("acme", { name: "</title><script>alert(1)</script>" })] });
  expect($("script").length).toBe(0);
  expect($("title").text()).toBe("Social presence of </title><script>alert(1)</script>");
});

test("a company that the audit does not have gives no page", () => {
  expect(renderCompanyReport(emptyInput({ own: "nobody" }))).toBeNull();
});

test("the same input makes the same bytes", () => {
  const input = { ...inventedInput(30), own: "c3" };
  expect(renderCompanyReport(input)).toBe(renderCompanyReport(input));
});
