import { expect, test } from "vitest";
import { readFrame } from "../../../datasets/frame.ts";
import { frameOf } from "../../../datasets/synthetic/frame.ts";
import { industry, someCompany } from "./small.ts";

test("a frame has only the columns that somebody fills", () => {
  const company = someCompany(({ status }) => status === "active");
  expect(frameOf([company]).split("\n")[0]).toBe("id,name,website,segment,country,parent,status");
  const [header, row] = frameOf([{ ...company, size: "small" }]).split("\n");
  expect(header).toBe("id,name,website,segment,country,parent,status,size");
  expect(row).toMatch(/,small$/);
});

test("who was taken over says by whom and since when, and who was renamed how it was called", () => {
  const [one, two] = industry.companies;
  if (!one || !two) throw new Error("the small scenario has two companies");
  const on = "2025-06-01T08:00:00.000Z";
  const text = frameOf([
    { ...one, successor: { companyId: two.companyId, on } },
    { ...two, formerly: { name: "Old Name", domain: "old.test" } },
  ]);
  const { companies } = readFrame(Buffer.from(text), "frame.csv");
  expect(companies[0]).toMatchObject({ successorId: two.companyId, successorFrom: "2025-06-01" });
  expect(companies[1]).toMatchObject({ aliases: ["Old Name"], successorId: null });
});
