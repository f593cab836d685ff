import { expect, test } from "vitest";
import { drawSample } from "../../analysis/sample.ts";
import { company } from "./records.ts";

const frame = [
  ...Array.from({ length: 60 }, (_, index) => company(`c${index}`, { country: "DE" })),
  ...Array.from({ length: 30 }, (_, index) => company(`p${index}`, { segment: "pharma", country: "US" })),
  company("s0", { segment: "site", country: null }),
];
const draw = (more: Partial<Parameters<typeof drawSample>[1]> = {}, companies = frame) =>
  drawSample(companies, { n: 20, strata: ["segment"], seed: 1, ...more });

test("strata are drawn in proportion, small ones whole, and every company says what it stands for", () => {
  expect(draw().strata).toEqual([
    { stratum: "segment=cro", size: 60, drawn: 13 },
    { stratum: "segment=pharma", size: 30, drawn: 6 },
    { stratum: "segment=site", size: 1, drawn: 1 },
  ]);
  const { companies } = draw();
  expect(companies).toHaveLength(20);
  expect(companies?.find(({ companyId }) => companyId === "s0")).toMatchObject({ stratumSize: 1 });
});

test("the same seed draws the same companies, whatever the order of the rows", () => {
  expect(draw({}, frame.toReversed())).toEqual(draw());
  expect(draw({ seed: 2 }).companies).not.toEqual(draw().companies);
});

test("a field that is empty for more than a fifth of the companies divides nothing", () => {
  const sparse = frame.map((each, index) => ({ ...each, sizeBand: index % 4 === 0 ? null : "large" }));
  expect(draw({ strata: ["size"] }, sparse).fault).toMatch(/size: is empty for 23 of 91/);
  expect(draw({ strata: ["country"] }).fault).toBeNull();
  expect(draw({ strata: ["country"] }).strata?.map(({ stratum }) => stratum)).toContain("country=none");
});

test("more than there are, or fewer than the strata take, is refused", () => {
  expect(draw({ n: 92 }).fault).toMatch(/91 eligible/);
  expect(draw({ n: 4 }).fault).toMatch(/3 strata, which take at least 5/);
  expect(draw({ n: 91 }).strata?.every(({ size, drawn }) => size === drawn)).toBe(true);
});

test("without strata every company has the same chance", () => {
  expect(draw({ strata: [] }).strata).toEqual([{ stratum: "all", size: 91, drawn: 20 }]);
});
