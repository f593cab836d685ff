import { expect, test } from "vitest";
import { gridSection } from "../../../analysis/report/grid.ts";
import { type ReportInput, reportModel } from "../../../analysis/report/model.ts";
import { account, cadence, company, emptyInput, observation, ownership, status } from "./invented.ts";

const gridOf = (given: Partial<ReportInput>) => gridSection(reportModel(emptyInput(given))).markup;
const heads = (markup: string) =>
  [...markup.matchAll(/<th scope="col">(.*?)<\/th>/g)].map(([, head]) => head);
const textOf = (markup: string) => markup.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");

const acme = {
  companies: [company("acme", { name: "Acme" }), company("blank", { name: "Blank", outcome: "blocked" })],
  accounts: [account("bluesky", "acme")],
  ownerships: [ownership("acme", "bluesky:acme")],
  cadences: [cadence("bluesky:acme")],
  observations: [observation("bluesky:acme")],
};

test("columns are the platforms with an account, in the order of the registry; the others are named in a sentence", () => {
  const markup = gridOf(acme);
  expect(heads(markup)).toEqual(["Company", "Any social platform", "Bluesky"]);
  expect(textOf(markup)).toContain(
    "No site that was read names an account on LinkedIn, X, Facebook, Mastodon.",
  );
});

test("where no site was read, nothing is said of platforms without an account", () => {
  const companies = [company("acme", { outcome: "not_eligible", reason: "import_only" })];
  expect(gridOf({ ...acme, companies })).not.toContain("No site");
});

test("many platforms without an account are a number", () => {
  const platforms = Array.from({ length: 27 }, (_, index) => ({
    id: `p${index}`,
    name: `P${index}`,
    group: "social" as const,
  }));
  expect(textOf(gridOf({ ...acme, platforms }))).toContain("the other 27 platforms that were looked for");
});

test("a cell leads to the evidence and to the account", () => {
  const markup = gridOf(acme);
  expect(markup).toContain('<a href="#company=acme&amp;account=bluesky%3Aacme">3.2 posts a week</a>');
  expect(markup).toContain(
    '<a href="https://bluesky.example/acme" rel="noopener noreferrer nofollow"><bdi>acme</bdi></a>',
  );
});

test("a company whose site could not be read has one cell that says why, and no word of silence", () => {
  const row =
    gridOf(acme)
      .split("<tr ")
      .find((each) => each.includes("Blank")) ?? "";
  expect(row).toContain('<td class="unknown sign" colspan="2">');
  expect(textOf(row)).toContain("site: refused to answer");
});

test("an account known from a file is shown although the site could not be read", () => {
  const imported = company("acme", { outcome: "not_eligible", reason: "import_only" });
  expect(gridOf({ ...acme, companies: [imported] })).toContain("3.2 posts a week");
});

test("an imported company without an account is known to have none", () => {
  const companies = [...acme.companies.slice(0, 1), company("none", { outcome: "not_eligible" })];
  const markup = gridOf({ ...acme, companies, statuses: [status("none", { platforms: "bluesky" })] });
  expect(textOf(markup.split("companies%2Fnone")[1] ?? "")).toContain("no account");
});

test("lifetime rates have a column of their own", () => {
  const lifetime = cadence("bluesky:acme", {
    estimator: "lifetime",
    postsPerDay: 4.152,
    activity: "unobservable",
  });
  const markup = gridOf({ ...acme, cadences: [lifetime] });
  expect(heads(markup)).toEqual(["Company", "Any social platform", "Bluesky", "Bluesky, mean of all years"]);
  expect(textOf(markup)).toMatch(/recent posts not known acme 29 posts a week/);
});

test("where recent rates are known, lifetime rates wait in the evidence", () => {
  const lifetime = cadence("bluesky:acme", { estimator: "lifetime", postsPerDay: 4.152 });
  expect(gridOf({ ...acme, cadences: [...acme.cadences, lifetime] })).not.toContain("mean of all years");
});

test("many accounts on one platform are three and a number", () => {
  const names = ["a", "b", "c", "d", "e"];
  const markup = gridOf({
    ...acme,
    accounts: names.map((name) => account("x", name)),
    ownerships: names.map((name) => ownership("acme", `x:${name}`)),
    cadences: [],
    observations: [],
  });
  expect(markup.match(/linked, not readable/g)).toHaveLength(3);
  expect(markup).toContain("and 2 more");
});

test("names from outside cannot write into the page", () => {
  const name = `<script>alert("x")</script>`;
  const markup = gridOf({
    companies: [company("evil", { name, segment: `"><b>`, website: "javascript:alert(1)" })],
  });
  expect(markup).not.toMatch(/<script|<b>|javascript:/);
});

test("platforms have short names in the heads, and a single segment needs no choice", () => {
  const platforms = [{ id: "bluesky", name: "Bluesky and its kin", group: "social" as const }];
  const markup = gridOf({ ...acme, platforms });
  expect(heads(markup)).toContain("Bluesky");
  expect(markup).toContain("<label hidden>Segment");
});
