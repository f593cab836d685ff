import { barX } from "@observablehq/plot";
import { load } from "cheerio";
import { expect, test } from "vitest";
import { draw, figure, ink, labelOf } from "../../../analysis/report/chart.ts";

const rows = [{ name: "<b>&", n: 2 }];
const drawn = () =>
  draw("a <label>", [barX(rows, { x: "n", y: "name", fill: ink.posting })], {
    legend: [
      ["read", ink.posting],
      ["not read", ink.unknown],
    ],
  });

test("a drawing is a picture with a name, and what a name holds is only text", () => {
  const $ = load(drawn());
  expect($("svg").attr("role")).toBe("img");
  expect($("svg").attr("aria-label")).toBe("a <label>");
  expect($("b").length).toBe(0);
  expect($("svg").text()).toContain("<b>&");
});

test("the same marks give the same bytes, and every colour holds outside of the page too", () => {
  expect(drawn()).toBe(drawn());
  for (const colour of Object.values(ink)) expect(colour).toMatch(/^var\(--[\w-]+, #[0-9a-f]{6}\)$/);
});

test("a legend stands inside of the drawing, so that it goes where the drawing goes", () => {
  const $ = load(drawn());
  expect(
    $("svg > text")
      .map((_, entry) => $(entry).text())
      .get(),
  ).toEqual(["read", "not read"]);
});

test("a legend that is too long for its drawing goes on below, and the drawing grows by that", () => {
  const legend = [
    ["what could be read", ink.posting],
    ["what could not be read", ink.unknown],
  ] as const;
  const placesAt = (width: number) => {
    const $ = load(draw("a", [], { width, height: 100, legend }));
    return [
      $("svg").attr("height"),
      ...$("svg > text")
        .map((_, entry) => $(entry).attr("y"))
        .get(),
    ];
  };
  expect(placesAt(720)).toEqual(["100", "14", "14"]);
  expect(placesAt(200)).toEqual(["118", "14", "32"]);
});

test("a figure holds its drawing for narrow screens beside the other", () => {
  const chart = {
    id: "chart-x",
    finding: "F",
    svg: drawn(),
    narrow: drawn(),
    heads: [],
    rows: [],
    source: "",
  };
  expect(load(figure(chart).markup)(".narrow svg").length).toBe(1);
});

test("a figure holds its finding, source and numbers", () => {
  const { markup } = figure({
    id: "chart-x",
    finding: "Half of them",
    svg: drawn(),
    heads: ["Company", "Posts"],
    rows: [["<Acme>", null]],
    source: "n = 1",
  });
  const $ = load(markup);
  expect($("figcaption").text()).toBe("Half of them");
  expect($(".source").text()).toBe("n = 1");
  expect($("tbody th").text()).toBe("<Acme>");
  expect($("tbody td").text()).toBe("");
});

test.each([
  ["Acme", "Acme"],
  ["\u202Egnirts", "gnirts"],
  ["x".repeat(1_000_000), `${"x".repeat(33)}…`],
  ["a\u0000b\uD800", "ab"],
])("the label of %j is short and harmless", (name, label) => {
  expect(labelOf(name)).toBe(label);
});
