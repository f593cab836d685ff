import { expect, test } from "vitest";
import { type Label, type PageAccount, score } from "../../analysis/score.ts";

const account = (key: string, page = "001"): PageAccount => {
  const colon = key.indexOf(":");
  return { page, platform: key.slice(0, colon), account: key.slice(colon + 1) };
};
const label = (key: string, parts: Partial<Label> = {}): Label => ({
  ...account(key),
  siteKind: "company",
  resolved: null,
  ...parts,
});
const none = (page: string): Label => ({
  page,
  platform: "none",
  account: "",
  siteKind: "news",
  resolved: null,
});

test("a right platform with a wrong account is one added and one missed", () => {
  const card = score(
    [account("x:acme_inc"), account("facebook:acme")],
    [label("x:acme"), label("facebook:acme")],
    [],
  );
  expect(card.overall).toMatchObject({ found: 1, missed: 1, added: 1, precision: 0.5, recall: 0.5, f1: 0.5 });
  expect(card.misses).toEqual([account("x:acme")]);
  expect(card.additions).toEqual([account("x:acme_inc")]);
});

test("a label is found by its own key or by the key of its address, whatever the case", () => {
  const labels = [
    label("youtube:acme", { resolved: "youtube:c/acme" }),
    label("other:discord.gg/abc", { resolved: "discord:invite/abc" }),
  ];
  const card = score([account("youtube:c/Acme"), account("discord:invite/ABC")], labels, []);
  expect(card.overall).toMatchObject({ found: 2, missed: 0, added: 0 });
  expect(score([account("youtube:acme")], labels.slice(0, 1), []).exactPages).toBe(1);
});

test("reporting a label under both its keys counts once", () => {
  const card = score(
    [account("youtube:acme"), account("youtube:c/acme")],
    [label("youtube:acme", { resolved: "youtube:c/acme" })],
    [],
  );
  expect(card.overall).toMatchObject({ found: 1, added: 0 });
});

test("ambiguous accounts count neither way", () => {
  const card = score(
    [account("x:acme"), account("linkedin:in/jane")],
    [label("x:acme")],
    [account("linkedin:in/jane")],
  );
  expect(card.overall).toMatchObject({ found: 1, missed: 0, added: 0 });
  expect(score([], [label("x:acme")], [account("x:other")]).overall.missed).toBe(1);
});

test("the same account reported twice is one addition, on another page another", () => {
  const labels = [none("001"), none("002")];
  expect(score([account("x:a"), account("x:a")], labels, []).overall.added).toBe(1);
  expect(score([account("x:a"), account("x:a", "002")], labels, []).overall.added).toBe(2);
});

test("pages are exact when all is found and nothing added; a page without accounts is one", () => {
  const labels = [label("x:acme"), none("002"), none("003"), label("x:beta", { page: "004" })];
  const card = score([account("x:acme"), account("x:wrong", "003")], labels, []);
  expect(card).toMatchObject({ pages: 4, exactPages: 2 });
});

test("pages that nobody labelled are left out", () => {
  expect(score([account("x:acme", "999")], [none("001")], []).overall).toMatchObject({
    added: 0,
    precision: null,
  });
});

test("scores split by platform as labelled and by kind of site", () => {
  const labels = [
    label("other:discord.gg/abc", { resolved: "discord:invite/abc" }),
    label("x:acme"),
    none("002"),
  ];
  const card = score([account("discord:invite/abc"), account("github:acme", "002")], labels, []);
  expect(card.byPlatform.map(({ group, found, missed, added }) => [group, found, missed, added])).toEqual([
    ["github", 0, 0, 1],
    ["other", 1, 0, 0],
    ["x", 0, 1, 0],
  ]);
  expect(card.bySiteKind.map(({ group, found, missed, added }) => [group, found, missed, added])).toEqual([
    ["company", 1, 1, 0],
    ["news", 0, 0, 1],
  ]);
});

test("precision, recall and F1 with Wilson intervals are those of a worked example", () => {
  const many = (count: number, prefix: string) => Array.from({ length: count }, (_, n) => `x:${prefix}${n}`);
  const found = many(180, "found");
  const labels = [...found, ...many(30, "missed")].map((key) => label(key));
  const reported = [...found, ...many(12, "added")].map((key) => account(key));
  const { overall } = score(reported, labels, []);
  expect(overall.precision).toBeCloseTo(0.9375, 10);
  expect(overall.recall).toBeCloseTo(0.857142857143, 10);
  expect(overall.f1).toBeCloseTo(0.89552238806, 10);
  expect(overall.precisionInterval?.[0]).toBeCloseTo(0.893947395963, 8);
  expect(overall.precisionInterval?.[1]).toBeCloseTo(0.963889351229, 8);
  expect(overall.recallInterval?.[0]).toBeCloseTo(0.803389599369, 8);
  expect(overall.recallInterval?.[1]).toBeCloseTo(0.898064650089, 8);
});

test("nothing reported and nothing labelled is no score, not a perfect one", () => {
  expect(score([], [none("001")], []).overall).toEqual({
    group: "all",
    found: 0,
    missed: 0,
    added: 0,
    precision: null,
    precisionInterval: null,
    recall: null,
    recallInterval: null,
    f1: null,
  });
});
