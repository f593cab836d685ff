import { expect, test } from "vitest";
import { collectPage } from "../../../crawler/extract/collect.ts";
import { listsOf } from "../../../crawler/extract/lists.ts";
import { resolve } from "../../../crawler/platforms/resolve.ts";

/** The list of each account link of some HTML: its ordinal with what it holds, or null. */
function listsIn(html: string): (string | null)[] {
  const { findings } = collectPage(html, () => true);
  const links = findings.map(({ href, element }) => {
    const found = resolve(href, "https://www.acme.example/");
    return found === null ? null : { element, platform: found.platform, account: found.account };
  });
  return listsOf(links).map((list) => (list === null ? null : [list.list, ...list.context].join(" ")));
}

const icon = (url: string) => `<li><a href="https://${url}"><i></i></a></li>`;

test("icons of several platforms side by side are one icon list", () => {
  const html = `<div><ul>${icon("x.com/acme")}${icon("www.linkedin.com/company/acme")}</ul></div><p>${"text ".repeat(99)}</p>`;
  expect(listsIn(html)).toEqual(["1 icon_list", "1 icon_list"]);
});

test("a link that stands alone, and a link to no account, is in no list", () => {
  expect(listsIn(`<ul>${icon("x.com/acme")}<li>${"much text around it ".repeat(20)}</li></ul>`)).toEqual([
    null,
  ]);
  expect(listsIn('<a href="https://acme.example/">home</a>')).toEqual([null]);
});

test("two lists far apart are two lists", () => {
  const list = `<div><ul>${icon("x.com/acme")}${icon("facebook.com/acme")}</ul></div>`;
  expect(listsIn(`${list}<p>${"text ".repeat(200)}</p>${list}`)).toEqual([
    "1 icon_list",
    "1 icon_list",
    "2 icon_list",
    "2 icon_list",
  ]);
});

test("many accounts of one platform are an account list and no icon list", () => {
  const html = `<ul>${icon("x.com/jane")}${icon("x.com/john")}${icon("x.com/mary")}</ul>`;
  expect(listsIn(html)).toEqual(Array(3).fill("1 account_list"));
});

test("the same account linked twice is no account list", () => {
  const html = `<ul>${icon("x.com/acme")}${icon("x.com/acme")}${icon("x.com/acme")}</ul>`;
  expect(listsIn(html)).toEqual(["1", "1", "1"]);
});

test("a menu of many other links is no list of accounts", () => {
  const menu = Array.from({ length: 20 }, (_, n) => `<li><a href="/p/${n}">page ${n}</a></li>`).join("");
  expect(
    listsIn(`<ul>${menu}${icon("x.com/acme")}${icon("facebook.com/acme")}</ul>`).filter(
      (list) => list !== null,
    ),
  ).toEqual([]);
});

test("a list ends at a second heading and at the end of its part of the page", () => {
  const card = (name: string) =>
    `<div><h4>${name}</h4><ul>${icon(`x.com/${name}`)}${icon(`facebook.com/${name}`)}</ul></div>`;
  expect(listsIn(`<div>${card("jane")}${card("john")}</div>`)).toEqual([
    "1 icon_list",
    "1 icon_list",
    "2 icon_list",
    "2 icon_list",
  ]);
  const footer = `<footer>${icon("x.com/acme")}${icon("facebook.com/acme")}</footer>`;
  expect(listsIn(`<main>${icon("x.com/jane")}${icon("x.com/john")}</main>${footer}`)).toEqual([
    "1",
    "1",
    "2 icon_list",
    "2 icon_list",
  ]);
});

test("headings that are links, and links that are headings, part no list", () => {
  const linked =
    '<li><a href="https://x.com/acme"><h5>X</h5></a></li><li><h5><a href="https://facebook.com/acme">F</a></h5></li>';
  expect(listsIn(`<ul>${linked}</ul>`)).toEqual(["1 icon_list", "1 icon_list"]);
});
