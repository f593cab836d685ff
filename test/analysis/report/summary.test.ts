import { load } from "cheerio";
import { expect, test } from "vitest";
import { type ReportInput, reportModel } from "../../../analysis/report/model.ts";
import { keyFigures, leadSection } from "../../../analysis/report/summary.ts";
import type { Benchmark } from "../../../datasets/schema.ts";
import { company, emptyInput, inventedInput, status } from "./invented.ts";

const summaryOf = (given: Partial<ReportInput>) => {
  const model = reportModel({ ...inventedInput(8), ...given });
  return load(leadSection(model).markup + keyFigures(model).markup);
};
const [share] = inventedInput(8).benchmarks.filter(({ metric }) => metric === "share_inactive");
const row = (given: Partial<Benchmark>): Benchmark => {
  if (share === undefined) throw new Error("the invented industry has no share");
  return {
    ...share,
    platforms: "bluesky",
    thetaDays: 90,
    estimate: 0.4,
    ciLo: 0.25,
    ciHi: 0.58,
    n: 30,
    nUnknown: 20,
    ...given,
  };
};
const headline = (...sentences: { text: string; row: Benchmark | null }[]) => ({
  headlines: [{ segment: "all", sentences }],
});

test("one sentence stands in front: what is said about silence before what is said about coverage", () => {
  const $ = summaryOf(
    headline({ text: "Coverage.", row: row({ metric: "coverage" }) }, { text: "Silence.", row: row({}) }),
  );
  expect($("p.lead").text()).toBe("Silence.");
  expect($("details p").text()).toBe("Coverage.");
});

test("a key figure carries its interval, n and the unknown, and leads to its row", () => {
  const $ = summaryOf(headline({ text: "Silence.", row: row({}) }));
  expect($(".tiles li").text()).toBe(
    "40 % without a post on Bluesky in 90 days25 % to 58 %; n = 30, 20 not known",
  );
  expect($(".tiles a").attr("href")).toMatch(/^#benchmarks%2Fshare_inactive%2Fshare/);
});

test("a figure that nobody knows makes no tile", () => {
  const $ = summaryOf(headline({ text: "Unknown.", row: row({ estimate: null }) }));
  expect($(".tiles li").length).toBe(0);
  expect($("p.lead").text()).toBe("Unknown.");
});

test("recent rates come before means of all years, which say what they are", () => {
  const rate = { unit: "posts per day", estimate: 1, ciLo: null, ciHi: null };
  const $ = summaryOf(
    headline(
      { text: "Lifetime.", row: row({ ...rate, metric: "posts_per_day_lifetime" }) },
      { text: "Recent.", row: row({ ...rate, metric: "posts_per_day" }) },
    ),
  );
  const tiles = $(".tiles li")
    .map((_, tile) => $(tile).text())
    .get();
  expect(tiles[0]).toMatch(/^7 posts a week: the median account on Bluesky/);
  expect(tiles[0]).not.toContain("mean of all years");
  expect(tiles[1]).toContain("mean of all years");
});

test("segments are spoken of behind a click, and an audit that found nothing has no summary", () => {
  expect(summaryOf({})("details h3").text()).toBe("cro");
  expect(leadSection(reportModel(emptyInput())).markup).toBe("");
  expect(keyFigures(reportModel(emptyInput())).markup).toBe("");
});

test("a report for one company begins with it beside the others, the unknown told apart from the silent", () => {
  const statuses = [
    status("a", { platforms: "any", status: "inactive" }),
    status("b", { platforms: "any", status: "active" }),
    status("c", { platforms: "any", status: "unknown" }),
  ];
  const $ = summaryOf({ own: "a", companies: ["a", "b", "c"].map((id) => company(id)), statuses });
  expect($("p.lead").text()).toBe(
    "a did not post on a social platform in the last 90 days. Of the 2 others 1 surely did and 0 surely did not; 1 could not be judged.",
  );
  const unknown = summaryOf({ own: "d", companies: [company("d")], statuses: [] });
  expect(unknown("p.lead").text()).toContain("d may or may not have posted");
});
