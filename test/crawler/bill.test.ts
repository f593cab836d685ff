import { expect, test } from "vitest";
import { billOf, billWords, checkCost } from "../../crawler/bill.ts";
import { xLookup } from "../../crawler/platforms/observers/x-lookup.ts";
import { openSources, tokenSources } from "../../crawler/sources.ts";
import { accountOn, now, period, withToken } from "./platforms/observers/fixture.ts";

const asked = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    account: accountOn("x", `a${at}`, `https://x.com/a${at}`),
    seen: [],
  }));
const options = { lookback: 365, sources: tokenSources(["x"]) };

test("five hundred accounts of X are looked up for five dollars", () => {
  expect(billOf(asked(500), now, options)).toEqual([
    {
      observer: "x_lookup",
      platform: "x",
      accounts: 500,
      requests: [5, 5],
      units: [500, 500],
      unit: "user read",
      usd: [5, 5],
    },
  ]);
});

test("without a token there is no bill", () => {
  expect(billOf(asked(500), now, { lookback: 365, sources: openSources })).toEqual([]);
});

test("more than the user is ready to pay is not begun, and what it would cost is said", () => {
  const limited = (mostUsd: number | null) => () => checkCost(billOf(asked(212), now, options), mostUsd);
  expect(limited(2.11)).toThrow(/up to \$2\.12[\s\S]*x_lookup: 212 accounts/);
  expect(limited(2.12)).not.toThrow();
  expect(limited(0)).toThrow("--max-cost 0");
  expect(limited(null)).not.toThrow();
});

test("what an earlier run read is not on the bill again", async () => {
  const { effects } = withToken("x", () => ({ body: { data: [{ id: "7", username: "a0" }] } }));
  const [first, second] = asked(2);
  if (!first || !second) throw new Error("two accounts were asked for");
  const seen = [await xLookup.observe(first.account, period, effects)];
  expect(billOf([{ ...first, seen }, second], now, options)).toMatchObject([{ accounts: 1 }]);
});

test("the bill in words leaves out what is free", () => {
  const free = { observer: "youtube_data_api", platform: "youtube", accounts: 3, unit: "quota unit" };
  const lines = [
    ...billOf(asked(212), now, { lookback: 365, sources: tokenSources(["x"], { x: "timeline" }) }),
    { ...free, requests: [3, 33] as const, units: [3, 33] as const, usd: [0, 0] as const },
  ];
  expect(billWords(lines)).toEqual([
    "x_lookup: 212 accounts, $2.12",
    "x_timeline: 212 accounts, $0.00 to $212.00",
  ]);
});
