import { expect, test } from "vitest";
import { methodSection } from "../../../analysis/report/method.ts";
import { type ReportInput, reportModel } from "../../../analysis/report/model.ts";
import { company, emptyInput, observation } from "./invented.ts";

function textOf(given: Partial<ReportInput> = {}): string {
  return methodSection(reportModel(emptyInput(given)))
    .markup.replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ");
}

test("the appendix names settings with their meaning, instrument, frame and tables", () => {
  const text = textOf({ companies: [company("acme")] });
  expect(text).toContain("thetas 30, 90, 180, 365 Thresholds in days");
  expect(text).toContain("include – Company statuses");
  expect(text).toContain("presence-audit 0.1.0 URL grammar 1 extractor 1 attribution 1 observers: reader");
  expect(text).toContain("The frame frame.csv lists 1 companies");
  expect(text).toContain(`tables/companies.csv 1 ${"a".repeat(64)}`);
});

test("every term that the figures use is explained", () => {
  for (const term of ["Wilson", "Manski", "Garwood", "Not known", "No single figure"])
    expect(textOf()).toContain(term);
});

test("how accounts were read is told from the observations", () => {
  const observations = [observation("x:a"), observation("x:b", { access: "file" })];
  expect(textOf({ observations })).toContain("files of the user; what anyone may read without a login.");
  expect(textOf()).toContain("How accounts were read: none was.");
});

test("files that are not tables are left out: their hashes depend on this page", () => {
  const input = emptyInput();
  const files = [...input.audit.files, { path: "report.html", rows: null, sha256: "b".repeat(64) }];
  expect(textOf({ audit: { ...input.audit, files } })).not.toContain("report.html");
});

test("a frozen clock is said", () => {
  const input = emptyInput();
  expect(textOf({ audit: { ...input.audit, now: "2026-09-30T12:00:00Z" } })).toContain(
    "Its clock stood at 2026-09-30T12:00:00Z.",
  );
});
