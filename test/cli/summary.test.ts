import { expect, test } from "vitest";
import { costSentence, termsOf } from "../../cli/summary.ts";

test("what the tokens were used for is told with its price; nothing where none was used", () => {
  const costs = [
    { observer: "x_lookup", unit: "user read", answers: 3, units: 212, usd: 2.12 },
    { observer: "youtube_data_api", unit: "quota unit", answers: 40, units: 40, usd: 0 },
  ];
  expect(costSentence(costs)).toEqual([
    "With your tokens: x_lookup 212 times a user read, youtube_data_api 40 times a quota unit; $2.12 at the prices of the day they were read.",
  ]);
  expect(costSentence([])).toEqual([]);
});

test("with YouTube's data come its terms", () => {
  const cost = { observer: "youtube_data_api", unit: "quota unit", answers: 1, units: 1, usd: 0 };
  expect(termsOf([cost])).toEqual([expect.stringMatching(/^Terms of YouTube: .*derived-metrics amendment/)]);
  expect(termsOf([])).toEqual([]);
});
