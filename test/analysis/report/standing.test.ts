import { expect, test } from "vitest";
import { type ReportInput, reportModel } from "../../../analysis/report/model.ts";
import { placeWords, standingFacts, standings } from "../../../analysis/report/standing.ts";
import { account, cadence, company, emptyInput, ownership } from "./invented.ts";

const rates = [0.1, 0.2, 0.4, 0.8, 1.6];

function industry(given: Partial<ReportInput> = {}, posts: readonly (number | null)[] = rates) {
  const ids = posts.map((_, index) => `c${index}`);
  return reportModel(
    emptyInput({
      companies: ids.map((id) => company(id)),
      accounts: ids.map((id) => account("bluesky", id)),
      ownerships: ids.map((id) => ownership(id, `bluesky:${id}`)),
      cadences: ids.map((id, index) => {
        const rate = posts[index] ?? null;
        const limits = rate === null ? { low: null, high: null } : { low: rate * 0.9, high: rate * 1.1 };
        return cadence(`bluesky:${id}`, { postsPerDay: rate, ...limits });
      }),
      ...given,
    }),
  );
}
const of = (model: ReturnType<typeof industry>, companyId: string) => {
  const view = model.views.find(({ company: { companyId: id } }) => id === companyId);
  if (view === undefined) throw new Error(`no ${companyId}`);
  return standings(model)(view);
};

test("a company stands among the accounts of its segment: its rate, the middle, the top quarter, its place", () => {
  const found = of(industry(), "c3");
  expect(found).toMatchObject([
    { platform: "bluesky", rate: 0.8, peers: 5, median: 0.4, topQuarter: 0.8, ranks: [2, 2] },
  ]);
  expect(found[0]?.limits).toEqual([0.8 * 0.9, 0.8 * 1.1]);
  expect(found[0]?.account?.account.accountId).toBe("bluesky:c3");
});

test("of several accounts on a platform the main one stands for the company, of several main ones the one that posts most", () => {
  const model = industry();
  const extra = (id: string, kind: "primary" | "regional", rate: number) => ({
    account: account("bluesky", id),
    ownership: ownership("c3", `bluesky:${id}`, { kind }),
    cadence: cadence(`bluesky:${id}`, { postsPerDay: rate, low: rate * 0.9, high: rate * 1.1 }),
  });
  const extras = [extra("zz", "regional", 9), extra("za", "primary", 0.01)];
  const joined = industry({
    accounts: [...model.accounts, ...extras.map((each) => each.account)],
    ownerships: [...model.ownerships, ...extras.map((each) => each.ownership)],
    cadences: [...model.cadences, ...extras.map((each) => each.cadence)],
  });
  expect(of(joined, "c3")[0]).toMatchObject({ rate: 0.8, peers: 7, ranks: [3, 3] });
});

test("a place that the intervals leave open is a range, never a rank", () => {
  const model = industry({}, [1, 1.02, 1.04, 0.2, 0.1]);
  expect(of(model, "c0")[0]?.ranks).toEqual([1, 3]);
  const [, words] = standingFacts(of(model, "c0"), model)[0] ?? [];
  expect(words).toContain("place between 1 and 3 of 5 accounts");
  expect(of(model, "c0").map(placeWords)).toEqual(["between 1 and 3 of 5"]);
});

test("fewer than 5 comparable accounts say nothing", () => {
  expect(of(industry({}, [1, 2, 3, 4, null]), "c0")).toEqual([]);
});

test("an account whose rate is not known is no peer and has no place", () => {
  const model = industry({}, [...rates, null]);
  expect(of(model, "c5")).toMatchObject([{ account: null, rate: null, limits: null, ranks: null, peers: 5 }]);
  expect(standingFacts(of(model, "c5"), model)).toEqual([]);
});

test("means of all years and companies of other segments are no peers", () => {
  const cadences = rates.map((rate, index) =>
    cadence(`bluesky:c${index}`, { estimator: "lifetime", postsPerDay: rate, low: rate, high: rate }),
  );
  expect(of(industry({ cadences }), "c0")).toEqual([]);
  const companies = rates.map((_, index) =>
    company(`c${index}`, { segment: index === 0 ? "pharma" : "cro" }),
  );
  expect(of(industry({ companies }), "c0")).toEqual([]);
});
