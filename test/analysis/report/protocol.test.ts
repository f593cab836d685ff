import { expect, test } from "vitest";
import { type ReportInput, reportModel } from "../../../analysis/report/model.ts";
import { protocolPart } from "../../../analysis/report/protocol.ts";
import { protocol } from "../../datasets/records.ts";
import { benchmarkOf } from "../records.ts";
import { emptyInput } from "./invented.ts";

const { audit } = emptyInput();
const plan = protocol({ title: "<b>Ten</b>", notes: "Two people read." });
const kept = { file: "plan.json", sha256: "d".repeat(64), visitedBefore: 0, plan };
const textOf = (given: Partial<ReportInput>) =>
  protocolPart(reportModel(emptyInput(given)))
    .markup.replace(/<\/?[a-z][^>]*>/g, " ")
    .replace(/\s+/g, " ");

test("without a protocol nothing is said of one", () => {
  expect(textOf({})).toBe("");
});

test("the protocol stands with its hash, its outcome and what came of it", () => {
  const row = benchmarkOf({
    ...{ metric: "share_inactive", statistic: "share", platforms: "any", thetaDays: 90, windowDays: null },
    ...{ unit: "share of companies", estimate: 0.5, ciLo: 0.4, ciHi: 0.6, ciMethod: "wilson", n: 96 },
    ...{ boundLo: 0.2, boundHi: 0.8 },
  });
  const text = textOf({ audit: { ...audit, protocol: kept }, benchmarks: [row] });
  expect(text).toContain("&lt;b&gt;Ten&lt;/b&gt; : decided on 2026-09-01");
  expect(text).toContain(`SHA-256 ${"d".repeat(64)}`);
  expect(text).toContain("share_inactive[any], share, threshold 90 days");
  expect(text).toContain("50 % (95 % CI 40 % to 60 %, wilson, n 96); at least 20 %, at most 80 %");
  expect(text).toContain("Two people read.");
  expect(text).toContain("The audit follows it in all that it decides.");
});

test("every deviation stands there, and an outcome that is not there is said to be missing", () => {
  const deviations = [{ about: "settings.window", planned: "90", done: "30" }];
  const text = textOf({ audit: { ...audit, protocol: kept }, deviations });
  expect(text).toContain("there is no such figure");
  expect(text).toContain("settings.window 90 30");
  expect(text).not.toContain("follows it");
});
