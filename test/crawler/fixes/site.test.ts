import { expect, test } from "vitest";
import {
  groupPlaces,
  isInFrame,
  isInSocialBlock,
  isPlatformLabel,
  isSaidByPublisher,
  type Place,
  pageCount,
  placesOf,
} from "../../../crawler/fixes/site.ts";
import { captureOf, declaration } from "../site.ts";

const places = (html: string): Place[] => placesOf([captureOf(html)]);
const only = (html: string): Place => {
  const [place] = places(html);
  if (place === undefined) throw new Error(`nothing declared in ${html}`);
  return place;
};
const link = '<a href="https://x.com/acme">X</a>';

test("a place knows the account its address names, people's too, and null for a share link", () => {
  expect(only(link).accountId).toBe("x:acme");
  expect(only('<a href="https://www.linkedin.com/in/jane">J</a>').accountId).toBe("linkedin:in/jane");
  expect(only('<a href="https://twitter.com/intent/tweet?url=x">T</a>').accountId).toBeNull();
});

test("the frame of a site is header, menu, side column, footer, and blocks of accounts anywhere", () => {
  for (const tag of ["header", "nav", "aside", "footer"])
    expect(isInFrame(only(`<${tag}>${link}</${tag}>`))).toBe(true);
  expect(isInFrame(only(`<main>${link}</main>`))).toBe(false);
  expect(isInFrame(only(`<main><div class="social">${link}</div></main>`))).toBe(true);
  expect(isInSocialBlock(only(`<footer>${link}</footer>`))).toBe(false);
});

test.each(["share", "author", "team", "partners", "credits", "comments"])(
  "a corner for %s is no frame",
  (word) => {
    expect(isInFrame(only(`<footer><div class="${word}">${link}</div></footer>`))).toBe(false);
  },
);

test("a publisher speaks by meta tags and structured data, an author does not", () => {
  const meta = (name: string) => only(`<meta name="${name}" content="@acme">`);
  expect(isSaidByPublisher(meta("twitter:site"))).toBe(true);
  expect(isSaidByPublisher(meta("twitter:creator"))).toBe(false);
  expect(isSaidByPublisher(only(`<footer>${link}</footer>`))).toBe(false);
});

test.each([
  [null, true],
  [".fa fa-linkedin", true],
  ["Follow us on LinkedIn", true],
  ["Jane Doe, managing director", false],
])("a link called %j stands for the platform: %s", (text, expected) => {
  const place = { ...only(link), declaration: declaration({ text }) };
  expect(isPlatformLabel(place, "LinkedIn")).toBe(expected);
});

test("a word of the name is enough, a letter inside another word is not", () => {
  const called = (text: string) =>
    isPlatformLabel({ ...only(link), declaration: declaration({ text }) }, "X (Twitter)");
  expect([called("Twitter"), called("X"), called("Next steps")]).toEqual([true, true, false]);
});

test("places are grouped in their order, and pages counted once", () => {
  const all = places(`<header>${link}</header><footer>${link}<a href="https://t.me/acme">T</a></footer>`);
  const groups = groupPlaces(all, ({ accountId }) => (accountId === "telegram:acme" ? null : accountId));
  expect([...groups].map(([key, group]) => [key, group.length])).toEqual([["x:acme", 2]]);
  expect(pageCount(all)).toBe(1);
});
