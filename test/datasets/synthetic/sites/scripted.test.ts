import { expect, test } from "vitest";
import { directoryOf } from "../../../../datasets/synthetic/directory.ts";
import { generateIndustry, readScenario } from "../../../../datasets/synthetic/index.ts";
import { renderPage } from "../../../../datasets/synthetic/sites/page.ts";
import { answerScripted } from "../../../../datasets/synthetic/sites/scripted.ts";
import { siteOf } from "../../../../datasets/synthetic/sites/site.ts";

const industry = generateIndustry(readScenario("small"));
const company = industry.companies.find(({ mishap }) => mishap === "needs_scripts");
if (company === undefined) throw new Error("the scenario has no site that needs scripts");
const directory = directoryOf(industry);
const site = siteOf(company, directory);
const ask = (path: string) => answerScripted(site, path, directory.seed);

test("every page is the same shell, whose script is served", () => {
  const [, script = ""] = /src="([^"]+)"/.exec(ask("/").body) ?? [];
  expect(ask(site.words.paths.contact).body).toBe(ask("/").body);
  expect(ask(script)).toMatchObject({
    status: 200,
    headers: { "content-type": "text/javascript; charset=utf-8" },
  });
});

test("the data of a page holds the page as a sound site would send it", () => {
  expect(JSON.parse(ask("/page-data/").body)).toEqual({ page: renderPage(site, "/", directory.seed) });
  expect(ask("/page-data/nowhere").status).toBe(404);
});
