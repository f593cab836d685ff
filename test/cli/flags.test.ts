import { expect, test } from "vitest";
import { describeFlag, Options, readOptions } from "../../cli/flags.ts";

test("every option says how it is written and what it does", () => {
  for (const name of Options.keyof().options) {
    const { usage, description } = describeFlag(name);
    expect(usage).toMatch(/^--[a-z][a-z0-9-]*( <[a-z0-9:]+>)?$/);
    expect(description.length).toBeGreaterThan(10);
  }
});

test("text becomes what it means, and what was not said is absent", () => {
  expect(
    readOptions({
      window: "30",
      thetas: "30, 90",
      columns: "name=Firm,website=Page",
      connectTo: ["::127.0.0.1:80"],
    }),
  ).toEqual({
    window: 30,
    thetas: [30, 90],
    columns: { name: "Firm", website: "Page" },
    connectTo: ["::127.0.0.1:80"],
  });
});

test.each([
  [{ window: "soon" }, '--window <days>: "soon" is no number'],
  [{ window: "0" }, '--window <days>: "0" is less than 1'],
  [{ columns: "Firm" }, '--columns <pairs>: "Firm" "Firm" is not FIELD=HEADER'],
  [{ now: "today" }, '--now <instant>: "today" is no UTC instant like 2026-09-30T12:00:00Z'],
])("%j is refused in the user's words", (given, message) => {
  expect(() => readOptions(given)).toThrow(message);
});

test("all faults of a command line are told at once", () => {
  expect(() => readOptions({ window: "x", seed: "y" })).toThrow(/--window[\s\S]*\n--seed/);
});
