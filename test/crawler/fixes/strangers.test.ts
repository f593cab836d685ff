import { expect, test } from "vitest";
import { fixesOf, footer, mended } from "./mend.ts";

test("an account that a template left among the icons is named with what to write instead", () => {
  const page = footer('<li><a href="https://www.facebook.com/envato" title="Facebook"></a></li>');
  expect(mended({ "/": page })).toEqual([
    ["template_account", "facebook:envato", "your own account on Facebook, or nothing"],
  ]);
});

test("a publisher that a blog service entered is the template's too", () => {
  const meta = '<meta property="article:publisher" content="https://www.facebook.com/WordPresscom">';
  expect(fixesOf({ "/": `<head>${meta}</head>${footer()}` })).toMatchObject([
    { kind: "template_account", accountId: "facebook:wordpresscom", evidence: { kind: "meta" } },
  ]);
});

test("an article about a vendor is no template's leftover, and the vendor's own site names itself", () => {
  const article = `<article><p>${"We moved to a new system. ".repeat(20)}<a href="https://twitter.com/wordpress">WordPress</a></p></article>`;
  expect(mended({ "/news/1": article + footer() })).toEqual([]);
  const own = '<footer><a href="https://twitter.com/envato" title="Twitter"></a></footer>';
  expect(mended({ "/": own }, { company: { name: "Envato" } })).toEqual([]);
});

const credit = (by: string) =>
  `<footer><p>© Acme</p><div class="site-credit">${by} <a href="https://brightwick.test/">Brightwick</a>
   <a href="https://twitter.com/brightwickweb">@</a></div></footer>`;

test.each(["Website by", "Umsetzung:", "Designed by"])("an account behind %j is the maker's", (by) => {
  expect(mended({ "/": footer() + credit(by) })).toEqual([
    ["agency_account", "x:brightwickweb", "the credit with a link to the maker's website alone"],
  ]);
});

test("whom an article owes a picture to is no maker of the site", () => {
  const article =
    '<main><article><p>Photo by <a href="https://twitter.com/jdoephotos">J. Doe</a></p></article></main>';
  expect(mended({ "/news/": article + footer() })).toEqual([]);
});
