import { expect, test } from "vitest";
import { estimateCommand } from "../../../cli/commands/estimate.ts";
import { recordingTerminal } from "../recording-terminal.ts";

async function estimated(words: readonly string[], options = {}): Promise<string> {
  const terminal = recordingTerminal();
  await estimateCommand.run(words, options, terminal);
  return terminal.printed();
}

test("the figure that began it all is read again, with its interval and what it does not say", async () => {
  const text = await estimated(["share", "237", "296"], { population: 1100 });
  expect(text).toContain("237 of 296: 80.1 %, 95 % CI 75.1 % to 84.2 % (Wilson)");
  expect(text).toContain(
    "as a random sample of 1100: 75.9 % to 83.7 % (Wilson, finite population); 834 to 922",
  );
  expect(text).toContain("The original gives no threshold");
  expect(await estimated(["237", "296"], { population: 1100 })).toBe(text);
});

test("units of which nothing is known give bounds, and JSON gives the same numbers", async () => {
  const { share, worstCase } = JSON.parse(await estimated(["150", "209"], { unknown: 87, json: true }));
  expect(share).toBeCloseTo(150 / 209, 12);
  expect(worstCase.bounds).toEqual([150 / 296, 237 / 296]);
});

test.each([
  [["rate", "31", "30"], "1.03"],
  [["feed", "15", "42"], "0.33"],
  [["ratio", "98", "30", "31", "30"], "times 3.16 (2.09 to 4.9, p < 0.0001)"],
  [["sample", "0.8", "0.05"], "246"],
  [["lists", "296", "210", "140"], "443"],
] as const)("%j gives %s", async (words, expected) => {
  expect(await estimated(words)).toContain(expected);
});

test.each([
  [["median", "1", "2"], "median: is none of share, difference, rate"],
  [["share", "1"], "share takes 2 numbers"],
  [["share", "9", "3"], "share 9 3: cannot be"],
  [["rate", "-1", "3"], "none of them negative"],
] as const)("%j is refused", async (words, expected) => {
  await expect(estimated(words)).rejects.toThrow(expected);
});
