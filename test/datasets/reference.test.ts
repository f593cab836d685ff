import { expect, test } from "vitest";
import { publishedFigures } from "../../datasets/reference.ts";

test("every published figure names its population, platform and source", () => {
  const figures = publishedFigures();
  expect(figures.length).toBeGreaterThan(150);
  for (const { population, platform, sourceTitle, value } of figures)
    expect([population, platform, sourceTitle, value].every((cell) => cell.length > 0)).toBe(true);
});

test("the review of 296 companies is there, marked as known only by quotation", () => {
  const [review] = publishedFigures().filter(({ n }) => n === 296);
  expect(review).toMatchObject({ metric: "share_inactive", value: "80", unit: "%", verified: false });
});
