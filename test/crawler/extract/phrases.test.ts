import { expect, test } from "vitest";
import { creditsNext } from "../../../crawler/extract/phrases.ts";
import { read } from "../site.ts";

const link = '<a href="https://x.com/acme">X</a>';

function contextIn(html: string): readonly string[] {
  return read(html).declares.find(({ href }) => href === "https://x.com/acme")?.context ?? [];
}

test.each([
  "Website by",
  "Designed &amp; developed by",
  "Branding and website by",
  "Made with love by",
  "Umsetzung durch",
  "Création :",
  "Réalisé par",
  "Realizzato da",
  "Diseño web:",
  "Desenvolvido por",
  "Ontwikkeld door",
  "Vytvořil",
  "Tasarım:",
  "Разработка сайта:",
  "Photography:",
])("whoever follows %s is credited", (words) => {
  expect(contextIn(`<p>${words} ${link}</p>`)).toContain("credit");
});

test.each(["By", "Words by", "Por", "Foto:", "Автор:"])("whoever follows %s is an author", (words) => {
  expect(contextIn(`<p>${words} ${link}</p>`)).toContain("author");
});

test.each([
  ["follow", "Follow us"],
  ["follow", "Folgen Sie uns auf"],
  ["follow", "Síguenos en:"],
  ["follow", "Мы в социальных сетях"],
  ["follow", "公式SNS"],
  ["partner", "Our partners"],
  ["partner", "Nos partenaires"],
  ["partner", "I nostri partner"],
  ["partner", "Партнёры"],
  ["team", "Our team"],
  ["team", "Meet the people behind it"],
  ["author", "About the author"],
  ["blogroll", "Links"],
])("a heading says %s: %s", (word, heading) => {
  expect(contextIn(`<div><h3>${heading}</h3><p>${link}</p></div>`)).toContain(word);
});

test.each([
  ["an earlier heading", "follow", `<div><h3>Follow us</h3><h3>Partners</h3><p>${link}</p></div>`],
  [
    "a heading before another that says nothing",
    "partner",
    `<div><h3>Partners</h3><h3>Acme</h3><p>${link}</p></div>`,
  ],
  ["a sentence", "partner", `<div><h3>How our partners see it</h3><p>${link}</p></div>`],
  [
    "the lead of another link",
    "credit",
    `<p>Site by <a href="https://studio.example">S</a>. Follow us: ${link}</p>`,
  ],
  [
    "a credit in the column beside it",
    "credit",
    `<div><p>Website by <a href="https://studio.example">Studio</a></p><div><p><span>${link}</span></p></div></div>`,
  ],
  ["a box about the owner", "author", `<aside><h4>About me</h4><p>${link}</p></aside>`],
])("%s says nothing: no %s", (_, word, html) => {
  expect(contextIn(html)).not.toContain(word);
});

test("a credit goes on to the second link after it", () => {
  const html = `<p>Website by <a href="https://studio.example">Studio</a> ${link}</p>`;
  expect(contextIn(html)).toContain("credit");
});

test("long text before a link is read in no time", () => {
  expect(creditsNext("website ".repeat(20_000))).toBe(false);
});
