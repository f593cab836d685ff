import { expect, test } from "vitest";
import { ago, codeWords, day, percent, perWeek, rounded, siteWords } from "../../../analysis/report/words.ts";

test.each([
  [0, "0 posts a week"],
  [1 / 7, "1 post a week"],
  [3.2 / 7, "3.2 posts a week"],
  [4.152, "29 posts a week"],
  [0.001, "less than 0.1 posts a week"],
  [9.97 / 7, "10 posts a week"],
])("%d posts a day reads as %s", (rate, words) => {
  expect(perWeek(rate)).toBe(words);
});

test.each([
  [0, "0 %"],
  [0.0001, "less than 0.1 %"],
  [0.04, "4 %"],
  [0.0047, "0.5 %"],
  [0.8007, "80 %"],
  [0.986, "99 %"],
  [0.996, "99.6 %"],
  [0.9999, "more than 99.9 %"],
  [1, "100 %"],
])("the share %d reads as %s: some is never none and nearly all is never all", (share, words) => {
  expect(percent(share)).toBe(words);
});

test.each([
  [0.2, "less than a day ago"],
  [1, "1 day ago"],
  [13.9, "13 days ago"],
  [14, "2 weeks ago"],
  [60.9, "8 weeks ago"],
  [61, "2 months ago"],
  [160, "5 months ago"],
  [729, "23 months ago"],
  [731, "2 years ago"],
])("%d days read as %s, never as more than has gone by", (days, words) => {
  expect(ago(days)).toBe(words);
});

test("numbers that are not 0 never read as 0", () => {
  expect([0.01, -0.01, -2.34, 1234567].map(rounded)).toEqual([
    "less than 0.1",
    "just below 0",
    "-2.3",
    "1234567",
  ]);
});

test("a company known from a file was not visited, and that is no fault of its site", () => {
  expect(siteWords({ outcome: "not_eligible", reason: "import_only" })).toBe(
    "not visited, known from a file",
  );
  expect(siteWords({ outcome: "not_eligible", reason: "acquired" })).toBe("not visited, outside the audit");
});

test("days and codes are the same everywhere", () => {
  expect(day("2026-03-01T23:59:59.999Z")).toBe("2026-03-01");
  expect(codeWords("no_account_found")).toBe("no account found");
});
