import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readShippedTable } from "../../../datasets/csv.ts";
import { lifetimeBenchmarks, lifetimeRates } from "../../../datasets/observations.ts";
import { benchmarksOf, ratesOf } from "../../../scripts/observations/health-care-2022.ts";

const header =
  "company,domain,gics_sector,gics_sub_industry,x_handle,account_created_at,tweet_count,followers_count,observed_on";
const firm = (name: string, rest: string) => `${name},${name}.test,Health Care,Services,${rest}`;
const ratesFrom = (...rows: string[]) => ratesOf(Buffer.from([header, ...rows].join("\n")), "profiles.csv");
const shipped = (name: string) => new URL(`../../../datasets/observations/${name}.csv`, import.meta.url);

test("a rate is the counter by the age of the account; other sectors, handles and followers stay behind", () => {
  const [rate, ...others] = ratesFrom(
    firm("acme", "acme,2021-11-11T00:00:00Z,730,5,2022-11-11"),
    "Bank,bank.test,Financials,Banks,bank,2021-11-11T00:00:00Z,9,5,2022-11-11",
  );
  expect(others).toEqual([]);
  expect(rate).toMatchObject({ domain: "acme.test", asOf: "2022-11-11", ageDays: 365, postsPerDay: 2 });
  expect(Object.keys(rate ?? {})).not.toContain("xHandle");
});

test("no account is no rate, a counter of zero is a rate of zero, a young account has none yet", () => {
  const rates = ratesFrom(
    firm("a", ",,,,"),
    firm("b", "b,2012-11-11T00:00:00Z,0,5,2022-11-11"),
    firm("c", "c,2022-11-01T00:00:00Z,50,5,2022-11-11"),
  );
  expect(rates.map(({ posts, postsPerDay, bestRank }) => [posts, postsPerDay, bestRank])).toEqual([
    [null, null, null],
    [0, 0, 1],
    [50, null, null],
  ]);
});

test("ranks are those that the intervals allow", () => {
  const rates = ratesFrom(
    firm("a", "a,2012-11-11T00:00:00Z,9000,5,2022-11-11"),
    firm("b", "b,2012-11-11T00:00:00Z,1000,5,2022-11-11"),
    firm("c", "c,2012-11-11T00:00:00Z,1001,5,2022-11-11"),
  );
  expect(rates.map(({ bestRank, worstRank }) => [bestRank, worstRank])).toEqual([
    [1, 1],
    [2, 3],
    [2, 3],
  ]);
});

test("nothing is said of fewer than five companies", () => {
  const four = ["a", "b", "c", "d"].map((name) =>
    firm(name, `${name},2012-11-11T00:00:00Z,100,5,2022-11-11`),
  );
  expect(benchmarksOf(ratesFrom(...four))[1]).toMatchObject({
    n: 4,
    nWithoutAccount: null,
    median: null,
    q1: null,
  });
  const five = [...four, firm("e", ",,,,")];
  expect(benchmarksOf(ratesFrom(...five))[1]).toMatchObject({ n: 5, nWithoutAccount: 1, median: null });
});

test("the tables that ship hold 64 companies, two of them without an account", () => {
  const rates = readShippedTable(shipped("x-health-care-2022"), lifetimeRates);
  expect(rates).toHaveLength(64);
  expect(rates.filter(({ posts }) => posts === null).map(({ company }) => company)).toEqual([
    "CooperCompanies",
    "Organon & Co.",
  ]);
  expect(rates.find(({ domain }) => domain === "iqvia.com")?.postsPerDay).toBeCloseTo(4.152, 3);
  const benchmarks = readShippedTable(shipped("x-health-care-2022-benchmarks"), lifetimeBenchmarks);
  expect(benchmarks).toEqual(benchmarksOf(rates));
  expect(benchmarks[0]).toMatchObject({ subIndustry: "all", n: 64, nWithoutAccount: 2 });
});

const source = "../shared/observations/x_profiles_sp500_2022.csv";
test.skipIf(!existsSync(source))(
  `they are rebuilt from their source (skipped where ${source} is missing)`,
  () => {
    const rebuilt = ratesOf(readFileSync(source), "profiles.csv");
    expect(rebuilt).toEqual(readShippedTable(shipped("x-health-care-2022"), lifetimeRates));
  },
);
