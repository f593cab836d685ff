import { expect, test } from "vitest";
import { resolveAccounts } from "../../crawler/accounts.ts";
import { findClaims } from "../../crawler/claims.ts";
import { Account, Ownership } from "../../datasets/schema.ts";
import { captureOf, companyOf, judge, ownAccounts, visitOf } from "./site.ts";

const footer =
  '<footer><a href="https://x.com/acme">X</a> <a href="https://www.facebook.com/acme">Facebook</a></footer>';

function resolved(html: string, finalUrl?: string, website: string | null = "https://www.acme.example/") {
  const visit = visitOf([captureOf(html, finalUrl)], finalUrl);
  return resolveAccounts(companyOf({ website }), visit, visit.captures.flatMap(findClaims));
}

test("every account a site names comes out once, with its ownership, in the order of ids", () => {
  const { accounts, ownerships } = resolved(`${footer}<header><a href="https://x.com/acme">X</a></header>`);
  expect(accounts.map(({ accountId }) => accountId)).toEqual(["facebook:acme", "x:acme"]);
  expect(ownerships.map(({ accountId, own, claimIds }) => [accountId, own, claimIds.length])).toEqual([
    ["facebook:acme", "true", 1],
    ["x:acme", "true", 2],
  ]);
});

test("what comes out keeps to the schema", () => {
  const { accounts, ownerships } = resolved(footer);
  for (const account of accounts) Account.parse(account);
  for (const ownership of ownerships) Ownership.parse(ownership);
  expect(accounts[1]).toEqual({
    accountId: "x:acme",
    platform: "x",
    group: "social",
    account: "acme",
    url: "https://x.com/acme",
    platformId: null,
    aliases: [],
  });
});

test("an immutable id in the address is kept", () => {
  const id = "UCabcdefghijklmnopqrstuv";
  expect(
    resolved(`<a href="https://www.youtube.com/channel/${id}">YouTube</a>`).accounts[0]?.platformId,
  ).toBe(id);
});

test("a site without links, or not read at all, owns nothing that is known", () => {
  expect(resolved("<p>Hello</p>")).toEqual({ accounts: [], ownerships: [] });
  expect(resolveAccounts(companyOf(), visitOf([]), [])).toEqual({ accounts: [], ownerships: [] });
});

test("confidence is that in the verdict, own or not", () => {
  const judged = judge(`${footer}<div id="comments"><a href="https://x.com/jane">Jane</a></div>`);
  expect(judged.get("x:acme")?.confidence).toBeGreaterThan(0.95);
  expect(judged.get("x:jane")).toMatchObject({ own: "false" });
  expect(judged.get("x:jane")?.confidence).toBeGreaterThan(0.9);
});

const stateOf = (settings: object) =>
  `<script id="__NEXT_DATA__" type="application/json">${JSON.stringify({ props: { settings } })}</script>`;

test("one of several accounts in a list of the site's own state is its own, whatever it is called", () => {
  const hrefs = [
    "https://www.linkedin.com/company/acme/",
    "https://facebook.com/acme",
    "https://twitter.com/qx4e8k",
  ];
  const html = stateOf({ socialLinks: hrefs.map((url) => ({ url })) });
  expect(ownAccounts(html, ["https://www.acme.example/about/", html])).toEqual([
    "facebook:acme",
    "linkedin:company/acme",
    "x:qx4e8k",
  ]);
});

test("what speaks against an account only faintly leaves it unknown: it might be the company's", () => {
  const judged = judge(stateOf({ socialLinks: [{ url: "https://twitter.com/qx4e8k" }] }));
  expect(judged.get("x:qx4e8k")).toMatchObject({ own: "unknown", kind: "other" });
  expect(judged.get("x:qx4e8k")?.reasons).toContain("in_doubt");
});

test("accounts on a host that is not the company's are unknown, and the host is named", () => {
  const { ownerships } = resolved(footer, "https://www.other.example.org/");
  expect(ownerships.map(({ own }) => own)).toEqual(["unknown", "unknown"]);
  expect(ownerships[0]?.reasons.slice(0, 2)).toEqual(["redirected_offsite", "host_example.org"]);
});

test("another host of the same domain is the company's", () => {
  expect(resolved(footer, "https://global.acme.example/").ownerships[0]?.own).toBe("true");
  expect(resolved(footer, "https://www.acme.example/en").ownerships[0]?.own).toBe("true");
});

test("a website without scheme is a website", () => {
  expect(resolved(footer, "https://www.acme.example/", "acme.example").ownerships[0]?.own).toBe("true");
});

test("what a page of many says badly another may say well", () => {
  const news =
    '<article><p class="byline"><a href="https://x.com/acme_research">acme_research</a></p></article>';
  const contact = '<p>Follow us</p><ul><li><a href="https://x.com/acme_research">X</a></li></ul>';
  expect(ownAccounts(["https://www.acme.example/news/1", news])).toEqual([]);
  expect(
    ownAccounts(["https://www.acme.example/news/1", news], ["https://www.acme.example/contact", contact]),
  ).toEqual(["x:acme_research"]);
});

test("a well-named account lends its name's words to the others", () => {
  const facebook = '<a href="https://www.facebook.com/pages/Acme-Clinical-Trials/4711">Facebook</a>';
  const html = `<map><area href="https://www.facebook.com/pages/Acme-Clinical-Trials/4711" alt="Facebook">
    <area href="https://x.com/act_global" alt="Tweet with us!"></map>`;
  expect(judge(html.replace(facebook, "")).get("x:act_global")?.reasons).toContain("name_matches");
});

test("the agency, the author, the embedded and the shared are not the company's", () => {
  const html = `${footer}
    <article><p class="byline">By <a rel="author" href="https://x.com/jane">Jane</a></p>
      <blockquote class="twitter-tweet"><a href="https://x.com/minister">minister</a></blockquote>
      <p>${"As was said before at some length. ".repeat(5)}<a href="https://x.com/expert">expert</a></p></article>
    <a href="https://twitter.com/intent/tweet?via=acme&url=a">Tweet</a>
    <footer><p class="credits">Website by <a href="https://studio.example">Studio</a> <a href="https://x.com/studio">t</a></p></footer>`;
  expect(ownAccounts(["https://www.acme.example/news/1", html])).toEqual(["facebook:acme", "x:acme"]);
});
