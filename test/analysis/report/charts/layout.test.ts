import { load } from "cheerio";
import { expect, test } from "vitest";
import { draw } from "../../../../analysis/report/chart.ts";
import {
  type Layout,
  lowered,
  narrow,
  panelled,
  rowNames,
  rowSizes,
  wide,
} from "../../../../analysis/report/charts/layout.ts";

const rows = [{ name: "Acme", isOwn: true }, { name: "Beta" }];
const drawn = (layout: Layout) => {
  const sizes = rowSizes(layout, { count: rows.length, rowPx: 20, namesPx: 200 }, 60);
  const y = { axis: null, domain: [0, 1] } as const;
  return load(
    draw(
      "rows",
      rowNames(rows, ({ name }) => name, { ...layout, rowPx: 20 }),
      { ...sizes, y },
    ),
  );
};

test("on a phone names cost no width: they stand above their lines, which makes rows higher", () => {
  const rowsGiven = { count: 10, rowPx: 20, namesPx: 200 };
  expect(rowSizes(wide, rowsGiven, 60)).toEqual({ width: 720, height: 260, marginLeft: 200 });
  expect(rowSizes(narrow, rowsGiven, 60)).toEqual({ width: 320, height: 420, marginLeft: 12 });
  expect([lowered(wide), lowered(narrow)]).toEqual([0, 8]);
});

test("every name stands once, the own company's in bold", () => {
  for (const layout of [wide, narrow]) {
    const $ = drawn(layout);
    expect($("text").length).toBe(2);
    expect($("g[font-weight=700] text").text()).toBe("Acme");
    expect($("g[font-weight=400] text").text()).toBe("Beta");
  }
  expect(drawn(narrow)("g[text-anchor=start] text").length).toBe(2);
});

test("panels stand beside each other, on a phone below each other with their names", () => {
  expect(panelled("set", ["X"], wide)).toMatchObject({ by: { fx: "set" }, names: [] });
  const below = panelled("set", ["X"], narrow);
  expect(below.by).toEqual({ fy: "set" });
  expect(below.scales.fy).toMatchObject({ axis: null, domain: ["X"] });
  expect(below.names).toHaveLength(1);
});
