import { expect, test } from "vitest";
import { companyNames, frameNames } from "../../../crawler/attribution/company-names.ts";
import { captureOf, companyOf, visitOf } from "../site.ts";

const compactNames = (...pages: [url: string, html: string][]) => {
  const captures = pages.map(([url, html], index) => captureOf(html, url, index + 1));
  return companyNames(companyOf({ name: "Acme Research", aliases: ["AR Labs"] }), visitOf(captures)).map(
    ({ compact }) => compact,
  );
};

const home = "https://www.acme.example/";

test("the frame's names, the hosts and what pages call themselves are names", () => {
  const html = '<meta property="og:site_name" content="Acme Worldwide"><title>Trials done right</title>';
  const names = compactNames([home, html]);
  expect(names).toEqual(
    expect.arrayContaining(["acmeresearch", "arlabs", "acme", "acmeworldwide", "trialsdoneright"]),
  );
});

test.each([
  [
    "a home page's title, in all its short parts",
    home,
    "Acme Health - Trials | A very long slogan that names nobody at all",
    ["acmehealth", "trials"],
  ],
  [
    "another page's title, in its last part",
    `${home}news/1`,
    "Study shows something | Acme Health",
    ["acmehealth"],
  ],
  ["a title without parts on another page: nothing", `${home}news/1`, "Rival Corp opens office", []],
])("of %s", (_, url, title, expected) => {
  const known = compactNames([url, ""]);
  const added = compactNames([url, `<title>${title}</title>`]).filter((name) => !known.includes(name));
  expect(added).toEqual(expected);
});

test("the frame alone knows name, aliases and host", () => {
  expect(frameNames(companyOf({ aliases: ["AR"] }))).toEqual(["Acme Research", "AR", "acme"]);
  expect(frameNames(companyOf({ website: null }))).toEqual(["Acme Research"]);
});
