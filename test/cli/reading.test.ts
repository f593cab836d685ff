import { expect, test } from "vitest";
import { type PlannedStep, readingLines } from "../../cli/reading.ts";

const step = (more: Partial<PlannedStep>): PlannedStep => ({
  ...{
    platform: "x",
    name: "X (Twitter)",
    accounts: 212,
    way: "token",
    token: "x",
    quotaDays: [0, 0],
    minutes: 0,
  },
  bill: {
    ...{ observer: "x_lookup", accounts: 212, requests: [3, 3], units: [212, 212], unit: "user read" },
    usd: [2.12, 2.12],
  },
  width: { platform: [0.6, 0.25], any: [0.9, 0.7] },
  ...more,
});
const linkedin = step({
  ...{ platform: "linkedin", name: "LinkedIn", way: "by_hand", token: null, bill: null, minutes: 300 },
  width: { platform: null, any: null },
});

test("each platform has a line: how it is read, what that takes, and what it gives", () => {
  const [head, x, hand] = readingLines([step({}), linkedin], ["x"]);
  expect(head).toMatch(/^platform +accounts +how +requests +dollars/);
  expect(x).toMatch(/^X \(Twitter\) +212 +token x +3 +2\.12 +- +- +60 % -> 25 % +90 % -> 70 %$/);
  expect(hand).toMatch(/^LinkedIn +212 +by hand or your export +- +- +- +300 +- +-$/);
});

test("what the tokens at hand cost is said, and nothing where there is none", () => {
  expect(readingLines([step({})], ["x"]).at(-1)).toContain("With your tokens this audit costs $2.12");
  expect(readingLines([step({})], []).at(-1)).toContain("observing costs nothing");
  expect(readingLines([step({})], []).join("\n")).toContain("token x (you have none)");
});
