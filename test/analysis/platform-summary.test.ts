import { expect, test } from "vitest";
import { summarisePlatforms } from "../../analysis/platform-summary.ts";
import { account, benchmarkOf, company, findings, lastPosted, ownership } from "./records.ts";

const platforms = [
  { id: "x", name: "X (Twitter)", group: "social" },
  { id: "linkedin", name: "LinkedIn", group: "social" },
  { id: "periscope", name: "Periscope", group: "closed_down" },
  { id: "tiktok", name: "TikTok", group: "social" },
] as const;

const median = benchmarkOf({
  metric: "posts_per_day",
  statistic: "median_all",
  thetaDays: null,
  windowDays: 90,
  estimate: 2,
});
const roster = {
  companies: [company("a"), company("b"), company("c")],
  ownerships: [
    ownership("a", "x:group"),
    ownership("b", "x:group"),
    ownership("b", "x:silent"),
    ownership("c", "x:somebody", { own: "unknown" }),
    ownership("c", "linkedin:company/c"),
    ownership("c", "periscope:c"),
  ],
  cadences: [lastPosted("x:group", 90), lastPosted("x:silent", 91)],
};
const question = {
  observed: new Set(["x:group", "x:silent", "x:stranger"]),
  benchmarks: [median],
  platforms,
  thetaDays: 90,
};

test("each account is counted once, whoever declares it, and what was not seen is unknown, not inactive", () => {
  expect(summarisePlatforms(findings(roster), question)).toEqual([
    {
      ...{ platform: "x", name: "X (Twitter)", short: "X", accounts: 2, observed: 2, postsPerWeek: 14 },
      activity: { active: 1, inactive: 1, unknown: 0 },
    },
    {
      ...{ platform: "linkedin", name: "LinkedIn", short: "LinkedIn", accounts: 1, observed: 0 },
      ...{ postsPerWeek: null, activity: { active: 0, inactive: 0, unknown: 1 } },
    },
  ]);
});

test("before anything is analysed accounts are counted, and nothing is said of their activity", () => {
  const [x] = summarisePlatforms(findings(roster), { ...question, observed: new Set(), benchmarks: [] });
  expect(x).toMatchObject({ accounts: 2, observed: 0, activity: null, postsPerWeek: null });
});

test("a median that is too thin to publish, or of a part of the companies, is not shown", () => {
  const thin = { ...median, estimate: null };
  const part = { ...median, segment: "cro" };
  const [x] = summarisePlatforms(findings(roster), { ...question, benchmarks: [thin, part] });
  expect(x?.postsPerWeek).toBeNull();
});

test("names of one account on one platform are one account", () => {
  const accounts = ["x:old", "x:new"].map((id) => account(id, { platformId: "7" }));
  const ownerships = [ownership("a", "x:old"), ownership("a", "x:new")];
  const renamed = findings({ ...roster, accounts, ownerships, cadences: [lastPosted("x:new", 1)] });
  expect(summarisePlatforms(renamed, question)[0]?.accounts).toBe(1);
});

test("an audit without companies has no rows", () => {
  expect(summarisePlatforms(findings({}), question)).toEqual([]);
});
