import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { computeBenchmarks, gather, headlines, measureCadence } from "../../analysis/index.ts";
import {
  account,
  company,
  counted,
  ownership,
  type Profile,
  profilesIn,
  rowOf,
  settings,
} from "./records.ts";

const path = "../shared/observations/x_profiles_sp500_2022.csv";

test.skipIf(!existsSync(path))(
  "X profiles of 2022 give the known rates of large health-care firms",
  async () => {
    const profiles = await profilesIn(path);
    const measured = profiles.flatMap(cadencesOfProfile);
    const rows = computeBenchmarks(gather(rosterOf(profiles), settings));
    const health = { platforms: "x", segment: "Health Care" };

    const median = rowOf(rows, { ...health, metric: "posts_per_day_lifetime", statistic: "median_all" });
    expect([median.n, median.nUnknown, median.windowDays]).toEqual([62, 0, null]);
    expect(median.estimate).toBeCloseTo(1.189, 3);
    const rateOf = (id: string) => measured.find((row) => row.accountId === id)?.postsPerDay;
    expect(rateOf("x:iqvia_global")).toBeCloseTo(4.152, 3);
    expect(rateOf("x:criverlabs")).toBeCloseTo(1.871, 3);

    const present = rowOf(rows, { ...health, metric: "presence" });
    expect([present.nTrue, present.nFalse, present.nUnknown]).toEqual([62, 2, 0]);
    const silent = rowOf(rows, { ...health, metric: "share_inactive", thetaDays: 90 });
    expect([silent.estimate, silent.reason, silent.boundLo, silent.boundHi]).toEqual([
      null,
      "one_sided",
      3 / 64,
      1,
    ]);
    expect(measured.find((row) => row.accountId === "x:dexcom")).toMatchObject({
      activity: "empty",
      reason: "counter_zero",
      postsPerDay: 0,
    });
    const sentences = headlines(rows, {
      names: new Map([["x", "X"]]),
      noun: "firms",
      segment: "Health Care",
      thetaDays: 90,
    }).map(({ text }) => text);
    expect(sentences.join("\n")).toContain("the median account of 62 posted 1.189 times a day");
    expect(sentences.join("\n")).toContain("lies between 4.7 % and 100 %: X was not readable");
  },
);

function cadencesOfProfile({ x_handle, tweet_count, account_created_at, observed_on }: Profile) {
  if (x_handle === "") return [];
  const observed = counted(Number(tweet_count), account_created_at, {
    observedAt: `${observed_on}T00:00:00Z`,
  });
  return measureCadence({ accountId: `x:${x_handle}` }, [observed], settings.windowDays);
}

function rosterOf(profiles: readonly Profile[]) {
  const own = profiles.filter(({ x_handle }) => x_handle !== "");
  return {
    companies: profiles.map((row) => company(row.symbol, { name: row.company, segment: row.gics_sector })),
    sites: profiles.map(({ symbol }) => ({
      companyId: symbol,
      outcome: "not_eligible" as const,
      reason: "import_only",
      finishedAt: null,
    })),
    accounts: own.map(({ x_handle }) => account(`x:${x_handle}`)),
    ownerships: own.map(({ symbol, x_handle }) => ownership(symbol, `x:${x_handle}`, { claimIds: [] })),
    cadences: profiles.flatMap(cadencesOfProfile),
    declared: new Map(profiles.map(({ symbol }) => [symbol, new Set(["x"])])),
    platforms: [],
  };
}
