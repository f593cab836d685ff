import { expect, test } from "vitest";
import { languageIds } from "../../../../datasets/synthetic/scenario.ts";
import { pageRoles, wordsOf } from "../../../../datasets/synthetic/sites/words.ts";

test.each(languageIds)(
  "every page has a path of its own in %s, all but the home page in a folder",
  (language) => {
    const { paths } = wordsOf[language];
    expect(paths.home).toBe("/");
    expect(new Set(Object.values(paths)).size).toBe(pageRoles.length);
    for (const path of Object.values(paths)) expect(path).toMatch(/^\/([a-z-]+\/)?$/);
  },
);

test.each(languageIds)(
  "%s has a label for every page, and sentences and headlines to choose from",
  (language) => {
    const { labels, sentences, headlines } = wordsOf[language];
    expect(new Set(Object.values(labels)).size).toBe(pageRoles.length);
    expect(new Set(sentences).size).toBe(6);
    expect(new Set(headlines).size).toBe(6);
  },
);

test("no language says the same as another", () => {
  const sentences = languageIds.flatMap((language) => wordsOf[language].sentences);
  expect(new Set(sentences).size).toBe(sentences.length);
});
