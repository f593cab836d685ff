import { expect, test } from "vitest";
import { mendSection, ownMendSection } from "../../../analysis/report/mend.ts";
import { reportModel } from "../../../analysis/report/model.ts";
import type { Fix } from "../../../datasets/mending.ts";
import { company, emptyInput } from "./invented.ts";

const fix = (said: Partial<Fix> = {}): Fix => ({
  fixId: "acme!001",
  companyId: "acme",
  kind: "dead_account",
  platform: "x",
  accountId: "x:acme",
  captureId: "acme#01",
  url: "https://acme.test/",
  pages: 3,
  evidence: { kind: "link", region: "footer", locator: "footer > a", href: "https://twitter.com/acme" },
  instead: "https://x.com/acme_new",
  ...said,
});
const section = (...fixes: Fix[]) =>
  mendSection(reportModel(emptyInput({ companies: [company("acme"), company("beta")], fixes }))).markup;

test("a problem is told with place, evidence and what to write instead", () => {
  const text = section(fix());
  for (const part of [
    "X: link to an account that is gone",
    "and 2 more",
    "footer &gt; a",
    "(footer)",
    "x.com/acme_new",
  ]) {
    expect(text).toContain(part);
  }
});

test("problems stand in the order of the companies", () => {
  const text = section(fix({ companyId: "beta", instead: "second" }), fix({ instead: "first" }));
  expect(text.indexOf("first")).toBeLessThan(text.indexOf("second"));
});

test("pages that need no mending are told so, without an empty table", () => {
  expect(section()).toContain("Nothing was found");
  expect(section()).not.toContain("<table");
});

test("what a page says cannot break out of the report", () => {
  const evidence = { ...fix().evidence, href: "https://x.com/<script>alert(1)</script>" };
  expect(section(fix({ evidence, url: "javascript:alert(1)" }))).not.toMatch(/<script|href="javascript/);
});

test("what the own company can mend stands by itself, and not among the others again", () => {
  const fixes = [fix({ instead: "first" }), fix({ companyId: "beta", instead: "second" })];
  const model = reportModel(
    emptyInput({ own: "acme", companies: [company("acme"), company("beta")], fixes }),
  );
  expect(ownMendSection(model).markup).toContain("first");
  expect(ownMendSection(model).markup).not.toContain("second");
  expect(ownMendSection(model).markup).not.toContain('<th scope="col">Company');
  expect(mendSection(model).markup).not.toContain("first");
  expect(ownMendSection(reportModel(emptyInput({ companies: [company("acme")], fixes }))).markup).toBe("");
});

test("a long list stands behind a click", () => {
  expect(section(...Array.from({ length: 13 }, () => fix()))).toContain("<summary>13 problems</summary>");
});
