import { expect, test } from "vitest";
import { judge, read } from "../site.ts";

const page = (credit: string, handle: string) =>
  `<header><ul><li><a href="https://x.com/${handle}" aria-label="X"></a></li><li><a href="https://www.facebook.com/acme" aria-label="Facebook"></a></li></ul></header><footer><p>${credit}</p></footer>`;
const credit = '© Acme. Theme by <a href="https://www.fine-themes.example/">Fine Themes</a>';

test("an account that bears the name of the credited site is that site's", () => {
  expect(judge(page(credit, "FineThemes")).get("x:finethemes")?.own).toBe("false");
  expect(judge(page(credit, "acme")).get("x:acme")?.own).toBe("true");
});

test.each([
  ["a site that is only linked", 'See <a href="https://www.fine-themes.example/">Fine Themes</a>'],
  ["the page's own site", 'Website by <a href="https://finethemes.acme.example/">us</a>'],
  ["a name of three letters", 'Website by <a href="https://www.fin.example/">Fin</a>'],
])("%s is no maker", (_, words) => {
  const handle = words.includes("fin.") ? "fin" : "finethemes";
  const declared = read(page(words, handle)).declares.find(({ href }) => href.startsWith("https://x.com/"));
  expect(declared?.context).not.toContain("credit");
});
