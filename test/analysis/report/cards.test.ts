import { load } from "cheerio";
import { expect, test } from "vitest";
import { cardHref, cardsSection } from "../../../analysis/report/cards.ts";
import { type ReportInput, reportModel } from "../../../analysis/report/model.ts";
import { account, cadence, capture, claim, company, emptyInput, observation, ownership } from "./invented.ts";

const x = account("x", "acme");
const acme: Partial<ReportInput> = {
  companies: [company("acme", { name: "Acme", country: "DE" })],
  captures: [
    capture("acme"),
    capture("acme", { captureId: "acme#02", outcome: "blocked", reason: "status" }),
  ],
  claims: [claim("acme", x)],
  accounts: [x],
  ownerships: [ownership("acme", "x:acme")],
  cadences: [cadence("x:acme")],
  observations: [observation("x:acme")],
};
const markupOf = (given: Partial<ReportInput>) => cardsSection(reportModel(emptyInput(given))).markup;
const cardsOf = (given: Partial<ReportInput>) => JSON.parse(load(markupOf(given))("#cards").text());

test("a card quotes where the site names the account: page, place and address", () => {
  expect(cardsOf(acme).acme.accounts).toMatchObject([
    {
      id: "x:acme",
      platform: "X",
      words: "3.2 posts a week",
      quotes: [
        {
          page: "https://acme.example/",
          place: "link in the footer",
          href: "https://x.example/acme?from=footer",
        },
      ],
    },
  ]);
});

test("a card says who it is, how the visit ended and which pages were asked for", () => {
  expect(cardsOf(acme).acme).toMatchObject({
    name: "Acme",
    site: "https://acme.example/",
    facts: [
      ["Segment", "cro, DE"],
      ["Website", "read completely"],
      ["On any social platform", "not known"],
      ["Row in the tables", "acme"],
    ],
    pages: [
      ["https://acme.example/", "read"],
      ["https://acme.example/", "blocked (status)"],
    ],
  });
});

test("an account that is somebody else's is on no card", () => {
  const ownerships = [ownership("acme", "x:acme", { own: "false" })];
  expect(cardsOf({ ...acme, ownerships }).acme.accounts).toEqual([]);
});

test("what a site writes cannot end the data, and stays what it is", () => {
  const name = "</script><script>alert(1)</script><!--";
  const markup = markupOf({ companies: [company("evil", { name })] });
  expect(load(markup)("script").length).toBe(1);
  expect(cardsOf({ companies: [company("evil", { name })] }).evil.name).toBe(name);
});

test.each([
  ["acme", undefined, "#company=acme"],
  ["a&b=c", "x:#1 ü", "#company=a%26b%3Dc&account=x%3A%231%20%C3%BC"],
  ["\uD800", undefined, "#company=%EF%BF%BD"],
])("the address of company %j and account %j is %j", (companyId, accountId, href) => {
  expect(cardHref(companyId, accountId)).toBe(href);
});
