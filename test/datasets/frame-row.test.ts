import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readFrame } from "../../datasets/frame.ts";

const frames = ["cros", "pharma", "others"].map((name) =>
  readFrame(readFileSync(`datasets/frames/${name}.csv`), `${name}.csv`),
);
const companies = frames.flatMap((frame) => frame.companies);

test("the frames that ship are read whole, and every column is known", () => {
  expect(frames.map((frame) => frame.companies.length)).toEqual([507, 224, 70]);
  expect(frames.flatMap(({ notes }) => notes.filter((note) => note.includes("columns not used")))).toEqual(
    [],
  );
});

test("no id stands in two frames", () =>
  expect(new Set(companies.map(({ companyId }) => companyId)).size).toBe(companies.length));

test("rows that only general knowledge knows are never eligible", () => {
  const unsourced = companies.filter(({ source }) => source === "general knowledge");
  expect(unsourced.length).toBeGreaterThan(300);
  expect(unsourced.filter(({ status }) => status === "active")).toEqual([]);
});

test("whoever was renamed or taken over says by whom, where that is known", () => {
  const quintiles = companies.find(({ companyId }) => companyId === "quintiles");
  expect(quintiles).toMatchObject({ status: "renamed", successorId: "iqvia", parentId: null });
  const renamed = companies.filter(({ status }) => status === "renamed");
  expect(renamed.filter(({ successorId }) => successorId === null)).toEqual([]);
});

test("no size is guessed", () => expect(companies.filter(({ sizeBand }) => sizeBand !== null)).toEqual([]));
