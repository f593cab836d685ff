import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { renderReport } from "../../analysis/report/page.ts";
import { company, inventedInput } from "../analysis/report/invented.ts";

const installed = ["/usr/bin/chromium", "/usr/bin/chromium-browser", chromium.executablePath()].find(
  existsSync,
);
const folder = mkdtempSync(join(tmpdir(), "report-browser-"));
const malicious = [
  "<script>document.title='broken'</script>",
  "=cmd|' /C calc'!A0",
  "\u202Egnirts a",
  `${"x".repeat(1_000_000)}`,
  "</script><img src=x onerror=document.title='broken'>",
];

const untilInteractive = "performance.timing.domInteractive - performance.timing.navigationStart";

/** Writes a report of an invented industry and gives its address on disk. */
function reportOn(count: number, given: Partial<ReturnType<typeof inventedInput>> = {}): string {
  const file = join(folder, `${count}.html`);
  writeFileSync(file, [...renderReport({ ...inventedInput(count), ...given })].join(""));
  return pathToFileURL(file).href;
}

describe.skipIf(installed === undefined)("the report in a real browser", () => {
  let browser: Browser;
  const small = reportOn(40);

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: installed ?? "", args: ["--no-sandbox"] });
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });

  /** A page on which every error is an error of the test, and every address it asks for is written down. */
  async function opened(url: string, options: BrowserContextOptions = {}) {
    const context = await browser.newContext({ acceptDownloads: true, ...options });
    const page = await context.newPage();
    const [errors, asked]: [string[], string[]] = [[], []];
    page.on("pageerror", (error) => errors.push(error.message));
    page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
    page.on("request", (request) => asked.push(request.url()));
    await page.goto(url);
    return { page, errors, asked };
  }
  const rowNames = (page: Page) =>
    page
      .locator("#grid tbody tr:visible th")
      .evaluateAll((heads) => heads.map((head) => head.textContent ?? ""));

  /** Sheets of paper that the page takes as it is shown. */
  const pagesOf = async (page: Page) =>
    (await page.pdf({ preferCSSPageSize: true })).toString("latin1").match(/\/Type \/Page\b/g)?.length ?? 0;

  test("it opens from disk and asks nobody for anything", async () => {
    const { page, errors, asked } = await opened(small);
    await page.locator("#grid tbody a").first().click();
    expect(asked.filter((url) => !/^(file|data|blob):/.test(url))).toEqual([]);
    expect(errors).toEqual([]);
  });

  test("the grid is searched, filtered by segment and sorted both ways", async () => {
    const { page } = await opened(small);
    const all = await rowNames(page);
    await page.getByLabel("Find a company").fill("nova");
    expect((await rowNames(page)).every((name) => /nova/i.test(name))).toBe(true);
    await page.getByLabel("Find a company").fill("");
    await page.getByLabel("Segment").selectOption("pharma");
    expect((await rowNames(page)).length).toBeLessThan(all.length);
    await page.getByLabel("Segment").selectOption("");
    await page.getByRole("button", { name: "Bluesky" }).click();
    const rates = await page
      .locator("#grid tbody tr")
      .evaluateAll((rows) =>
        rows.map((row) => Number(row.children[5]?.getAttribute("data-value") ?? "-Infinity")),
      );
    expect(rates).toEqual([...rates].sort((a, b) => b - a));
    await page.getByRole("button", { name: "Company" }).click();
    expect(await rowNames(page)).toEqual(all);
    await page.getByRole("button", { name: "Company" }).click();
    expect(await rowNames(page)).toEqual([...all].reverse());
  });

  test("a card opens and closes by keyboard alone, and the focus returns", async () => {
    const { page } = await opened(small);
    const first = page.locator("#grid tbody th a").first();
    await first.focus();
    await page.keyboard.press("Enter");
    expect(await page.locator("dialog[open] h2").textContent()).toBe(await first.textContent());
    await page.keyboard.press("Escape");
    expect(await page.locator("dialog[open]").count()).toBe(0);
    expect(await page.evaluate("document.activeElement.textContent")).toBe(await first.textContent());
  });

  test("a card has an address of its own, and the way back leads back", async () => {
    const { page } = await opened(`${small}#company=c1`);
    expect(await page.locator("dialog[open] h2").textContent()).toContain("1");
    await page.goto(`${small}#grid`);
    await page.locator("#grid tbody td a").first().click();
    const account = page.locator("dialog[open] article:focus");
    await expect.poll(() => account.count()).toBe(1);
    await page.goBack();
    await expect.poll(() => page.locator("dialog[open]").count()).toBe(0);
  });

  test("a number's link opens the block in which its row is", async () => {
    const { page } = await opened(small);
    const hidden = page.locator("#benchmarks details tr[id]").first();
    const id = await hidden.getAttribute("id");
    if (id === null) return;
    await page.goto(`${small}#${id}`);
    await expect.poll(() => hidden.isVisible()).toBe(true);
  });

  for (const colorScheme of ["light", "dark"] as const) {
    test(`no rule of WCAG 2.2 AA is broken in ${colorScheme}, cards included`, async () => {
      const { page } = await opened(small, { colorScheme });
      const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
      const broken = async () =>
        (await new AxeBuilder({ page }).withTags(tags).analyze()).violations.map(
          ({ id, nodes }) =>
            `${id}: ${nodes
              .slice(0, 3)
              .map(({ html }) => html.slice(0, 200))
              .join(" | ")}`,
        );
      expect(await broken()).toEqual([]);
      await page.locator("#grid tbody td a").first().click();
      expect(await broken()).toEqual([]);
    });
  }

  test("nothing is cut off on a phone of 360 pixels", async () => {
    const { page } = await opened(small, { viewport: { width: 360, height: 740 } });
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(360);
    const hidden = await page
      .locator(".drawing")
      .evaluateAll((drawings) => drawings.map((each) => each.scrollWidth - each.clientWidth));
    expect(hidden.length).toBeGreaterThan(3);
    expect(Math.max(...hidden)).toBeLessThanOrEqual(0);
  });

  test("on paper every section is there", async () => {
    const { page } = await opened(small);
    expect(await pagesOf(page)).toBeGreaterThan(1);
    await page.emulateMedia({ media: "print" });
    for (const id of ["summary", "grid", "charts", "coverage", "benchmarks", "method"]) {
      expect(await page.locator(`#${id}`).isVisible()).toBe(true);
    }
  });

  test("a company costs little paper, and an open card is printed alone", async () => {
    const [few, many] = [await opened(small), await opened(reportOn(80))];
    const pages = await pagesOf(few.page);
    expect(((await pagesOf(many.page)) - pages) / 40).toBeLessThan(0.15);
    await few.page.locator("#grid tbody th a").first().click();
    expect(await pagesOf(few.page)).toBeLessThanOrEqual(2);
    await few.page.emulateMedia({ media: "print" });
    expect(await few.page.locator("#grid").isVisible()).toBe(false);
    expect(await few.page.locator("dialog h2").isVisible()).toBe(true);
  });

  test("what companies call themselves is text, in the grid, the charts and the cards", async () => {
    const companies = malicious.map((name, index) => company(`evil${index}`, { name }));
    const { page, errors } = await opened(reportOn(5, { companies }));
    for (const index of malicious.keys()) {
      await page.goto(`${reportOn(5, { companies })}#company=evil${index}`);
      expect((await page.locator("dialog[open] h2").textContent())?.slice(0, 10)).toBe(
        malicious[index]?.slice(0, 10),
      );
    }
    expect(await page.title()).toBe("Social presence of 5 companies");
    expect(errors).toEqual([]);
  });

  test("a chart leaves as text, CSV, SVG and PNG", async () => {
    const { page, errors } = await opened(small, { permissions: ["clipboard-read", "clipboard-write"] });
    const figure = page.locator("figure").first();
    await figure.getByRole("button", { name: "Copy as CSV" }).click();
    await expect
      .poll(() => page.evaluate("navigator.clipboard.readText()"))
      .toMatch(/^Step,Companies,Share of the frame\r\nin the frame,40,1/);
    for (const [name, file, magic] of [
      ["SVG", "chart-coverage.svg", "<svg"],
      ["PNG 16:9", "chart-coverage-1600x900.png", "\u0089PNG"],
      ["PNG 4:5", "chart-coverage-1080x1350.png", "\u0089PNG"],
    ] as const) {
      const waiting = page.waitForEvent("download");
      await figure.getByRole("button", { name, exact: true }).click();
      const download = await waiting;
      expect(download.suggestedFilename()).toBe(file);
      expect(readFileSync(await download.path(), "latin1").slice(0, magic.length)).toBe(magic);
    }
    expect(errors).toEqual([]);
  });

  test("the grid leaves as it is filtered: as CSV, and as a picture with its finding and source", async () => {
    const { page, errors } = await opened(small, { permissions: ["clipboard-read", "clipboard-write"] });
    await page.getByLabel("Find a company").fill("nova");
    const shown = (await rowNames(page)).length;
    const grid = page.locator("#grid");
    await grid.getByRole("button", { name: "Copy as CSV" }).click();
    const copied = () => page.evaluate("navigator.clipboard.readText()").then(String);
    await expect.poll(copied).toMatch(/^Company,Any social platform,LinkedIn/);
    expect((await copied()).split("\r\n")).toHaveLength(shown + 1);
    await grid.getByRole("button", { name: "Copy as text" }).click();
    await expect.poll(copied).toMatch(/^Who posts where: \d+ of 40 companies[\s\S]*n = 40 companies; seen/);
    for (const [name, file] of [
      ["SVG", "grid.svg"],
      ["PNG 16:9", "grid-1600x900.png"],
      ["PNG 4:5", "grid-1080x1350.png"],
    ] as const) {
      const waiting = page.waitForEvent("download");
      await grid.getByRole("button", { name, exact: true }).click();
      const download = await waiting;
      expect(download.suggestedFilename()).toBe(file);
      expect(readFileSync(await download.path()).length).toBeGreaterThan(1_000);
    }
    expect(errors).toEqual([]);
  });

  test("rows that are laid out late are rows of a table to a screen reader all the same", async () => {
    // Without a screen reader Chromium leaves them out.
    const args = ["--no-sandbox", "--force-renderer-accessibility"];
    const heard = await chromium.launch({ executablePath: installed ?? "", args });
    const page = await heard.newPage();
    await page.goto(small);
    const session = await page.context().newCDPSession(page);
    await session.send("Accessibility.enable");
    const rowHeads = async () => {
      const { nodes } = await session.send("Accessibility.getFullAXTree");
      return nodes.filter((node) => node.role?.value === "rowheader").length;
    };
    await expect.poll(rowHeads, { timeout: 20_000 }).toBeGreaterThanOrEqual(40);
    await heard.close();
  });

  test("how soon 750 companies can be used, beside a plain table of their accounts", async () => {
    const { page } = await opened(reportOn(750));
    const ready = await page.evaluate(untilInteractive);
    const plain = join(folder, "plain.html");
    const rows = inventedInput(750).accounts.map(
      ({ accountId, url }) => `<tr><td>${accountId}</td><td>${url}</td></tr>`,
    );
    writeFileSync(plain, `<!doctype html><title>plain</title><table>${rows.join("")}</table>`);
    await page.goto(pathToFileURL(plain).href);
    const bare = await page.evaluate(untilInteractive);
    expect(await page.locator("tr").count()).toBe(rows.length);
    console.log(`interactive after ${ready} ms; a plain table of the accounts after ${bare} ms`);
  });
});

test.skipIf(installed !== undefined)("no browser is installed: run `npm run setup:browser`", () => {
  expect(installed).toBeUndefined();
});
