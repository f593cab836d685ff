import { expect, test } from "vitest";
import { readFrame } from "../../datasets/frame.ts";
import { growth, linear } from "../cost.ts";

const frame = (rows: number) =>
  Buffer.from(`name,website\n${Array.from({ length: rows }, (_, i) => `Firm ${i},same.test`).join("\n")}`);

test("rows with one website are told apart, in linear time", () => {
  const { companies } = readFrame(frame(5_000), "firms.csv");
  expect(new Set(companies.map(({ companyId }) => companyId)).size).toBe(5_000);
  expect(growth(frame, (rows) => void readFrame(rows, "firms.csv"), 50_000)).toBeLessThan(linear);
});
