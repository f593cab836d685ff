import { createHash } from "node:crypto";
import { load } from "cheerio";
import { expect, test } from "vitest";
import type { ReportInput } from "../../../analysis/report/model.ts";
import { renderReport } from "../../../analysis/report/page.ts";
import { company, emptyInput, inventedInput } from "./invented.ts";

const pageOf = (input: ReportInput) => [...renderReport(input)].join("");
const page = pageOf(inventedInput(80));
const $ = load(page);

test("the page opens with the sentence, then the grid, and ends with the method", () => {
  expect(
    $("main > section")
      .map((_, section) => $(section).attr("id"))
      .get(),
  ).toEqual(["summary", "grid", "charts", "published", "coverage", "mend", "benchmarks", "method"]);
  expect($("main p").first().text()).toMatch(/^On Bluesky, 12 of 30 companies/);
});

test("the page asks nothing of any network and forbids itself to", () => {
  expect(
    $("link, img, iframe, object, embed, base, form, script[src], [style]:not(svg), [onclick]").length,
  ).toBe(0);
  const policy = $('meta[http-equiv="Content-Security-Policy"]').attr("content") ?? "";
  const hash = createHash("sha256").update($("script:not([type])").text()).digest("base64");
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain(`script-src 'sha256-${hash}'`);
});

test("every link inside the page arrives, and no id is given twice", () => {
  const ids = $("[id]")
    .map((_, element) => $(element).attr("id"))
    .get();
  expect(new Set(ids).size).toBe(ids.length);
  const cards = Object.keys(JSON.parse($("#cards").text()));
  const companies = $('a[href^="#company="]')
    .map((_, link) => new URLSearchParams($(link).attr("href")?.slice(1)).get("company") ?? "")
    .get();
  expect(companies.length).toBeGreaterThan(80);
  expect(companies.filter((company) => !cards.includes(company))).toEqual([]);
  const targets = $('a[href^="#"]:not([href^="#company="])')
    .map((_, link) => $(link).attr("href")?.slice(1) ?? "")
    .get();
  expect(targets.filter((target) => !ids.includes(target))).toEqual([]);
});

test("links outside lead to accounts, websites, published tables and others' publications only", () => {
  const hrefs = $('section:not(#published) a:not([href^="#"])')
    .map((_, link) => $(link).attr("href") ?? "")
    .get();
  expect(hrefs.filter((href) => !/^(https:\/\/\w+\.example\/|tables\/\w+\.(csv|json)$)/.test(href))).toEqual(
    [],
  );
});

test("a report for one company has its fix list and its target right behind the grid", () => {
  const own = load(pageOf({ ...inventedInput(40), own: "c1" }));
  const ids = own("main > section").map((_, section) => own(section).attr("id"));
  expect(ids.get().slice(0, 5)).toEqual(["summary", "grid", "own-mend", "target", "charts"]);
});

test("every link of the navigation leads to a part that there is", () => {
  for (const own of [null, "c1"]) {
    const made = load(pageOf({ ...inventedInput(40), own }));
    const ids = made("nav a").map((_, link) => made(link).attr("href")?.slice(1));
    expect(ids.get().filter((id) => made(`#${id}`).length !== 1)).toEqual([]);
    expect(ids.get().includes("target")).toBe(own !== null);
  }
});

test("the page can be used with a screen reader: language, landmarks, heads, names", () => {
  expect($("html").attr("lang")).toBe("en");
  expect($("header, main, footer, nav[aria-label]").length).toBe(4);
  expect($("h1").length).toBe(1);
  expect($("table").filter((_, table) => $(table).find("th[scope=col]").length === 0).length).toBe(0);
  expect($("tbody tr").filter((_, row) => $(row).find("th[scope=row]").length !== 1).length).toBe(0);
  expect($(".scroll:not([role=region][tabindex=0][aria-label])").length).toBe(0);
});

test("the same input makes the same bytes", () => {
  expect(pageOf(inventedInput(80))).toBe(page);
});

test.each([
  ["a script", "<script>alert(1)</script>"],
  ["an end of comment, style and title", "--></style></title><img src=x onerror=alert(1)>"],
  ["a turn of direction", "\u202Egnirts"],
  ["a megabyte", "x".repeat(1_000_000)],
  ["half a character", "\uD800"],
  ["a pattern of a replacement", "$& $1 $$"],
])("%s as a company's name is only text", (_, name) => {
  const markup = pageOf(emptyInput({ companies: [company("evil", { name, segment: name.slice(0, 50) })] }));
  const parsed = load(markup);
  expect(parsed("script:not([type])").length).toBe(1);
  expect(JSON.parse(parsed("#cards").text()).evil.name.slice(0, 5)).toBe(name.slice(0, 5));
  expect(parsed("img").length).toBe(0);
  expect(parsed("#grid tbody th bdi").text().slice(0, 5)).toBe(name.slice(0, 5));
  expect(markup.length).toBeLessThan(60_000);
});

test("an audit without a company still makes a page", () => {
  expect(load(pageOf(emptyInput()))("h1").text()).toBe("Social presence of 0 companies");
});

test("750 companies make less than 5 MB", () => {
  expect(Buffer.byteLength(pageOf(inventedInput(750)))).toBeLessThan(5_000_000);
});
