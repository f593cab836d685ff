import { expect, test } from "vitest";
import { AuditError } from "../../../datasets/error.ts";
import { readScenario, Scenario } from "../../../datasets/synthetic/scenario.ts";

const small = readScenario("small");

test("the demo's scenario is valid and large enough to show something", () => {
  expect(small.companies).toBeGreaterThanOrEqual(60);
  expect(small.name).toBe("small");
  expect(small.now).toMatch(/Z$/);
});

test("most companies of the demo have a sound site", () => {
  const unlucky = Object.values(small.mishaps).reduce((sum, count) => sum + (count ?? 0), 0);
  expect(unlucky).toBeLessThan(small.companies / 2);
});

test("an unknown scenario is refused with the names of those that exist", () => {
  expect(() => readScenario("nowhere")).toThrow(AuditError);
  expect(() => readScenario("nowhere")).toThrow(/"nowhere" is unknown.*small/);
});

test("a name cannot lead out of the folder", () => {
  expect(() => readScenario("../synthetic/index")).toThrow(/unknown/);
});

test.each([
  ["companies", 0],
  ["companies", 2.5],
  ["now", "2026-09-30"],
  ["now", "2026-09-30T12:00:00+02:00"],
  ["mishaps", { earthquake: 1 }],
  ["siteKinds", { geocities: 1 }],
  ["processes", { steady: -1 }],
  ["rates", { x: 0 }],
  ["presence", { x: { cro: 1.2 } }],
  ["instances", []],
  ["countries", [{ country: "USA", language: "en", weight: 1 }]],
])("a scenario whose %s is %j is not valid", (field, value) => {
  expect(Scenario.safeParse({ ...small, [field]: value }).success).toBe(false);
});

test("a misspelt setting is refused, not ignored", () => {
  expect(Scenario.safeParse({ ...small, sede: 1 }).success).toBe(false);
});

test("every setting is described", () => {
  for (const [name, field] of Object.entries(Scenario.shape)) {
    expect(field.description, name).toBeTruthy();
  }
});

const names = ["small", "cro-2011", "industry-2026", "waves", "hostile"];
test.each(names)("the scenario %s ships, says what it is for, and has its own seed", (name) => {
  const scenario = readScenario(name);
  expect(scenario.name).toBe(name);
  expect(scenario.about.length).toBeGreaterThan(40);
  expect(name === "small" || scenario.seed !== small.seed).toBe(true);
});

test("the sizes of the industries are those that they speak of", () => {
  expect(readScenario("cro-2011").companies).toBe(296);
  const { companies, segments } = readScenario("industry-2026");
  expect({ companies, segments }).toEqual({ companies: 720, segments: { cro: 500, pharma: 220 } });
});

test("a third of the hostile sites misbehave", () => {
  const { companies, mishaps } = readScenario("hostile");
  const unlucky = Object.values(mishaps).reduce((sum, count) => sum + (count ?? 0), 0);
  expect(unlucky / companies).toBeGreaterThan(1 / 3);
});
