import { expect, test } from "vitest";
import { relativeAge } from "../../datasets/relative-dates.ts";

test.each([
  ["3w", [21, 28]],
  ["2mo", [60.875, 91.3125]],
  ["1yr", [365.25, 730.5]],
  ["2 years ago", [730.5, 1095.75]],
  ["5h", [5 / 24, 6 / 24]],
  ["10m", [10 / 1440, 11 / 1440]],
  ["1d", [1, 2]],
  ["now", [0, 1 / 1440]],
])("%s is an age between %j days", (label, expected) => {
  expect(relativeAge(label)).toEqual(expected.map((days) => expect.closeTo(days, 12)));
});

test("what is no relative date has no age", () => {
  expect(["", "w", "3", "3 moons", "-2d", "2026-08-01"].map((label) => relativeAge(label))).toEqual(
    Array(6).fill(null),
  );
});
