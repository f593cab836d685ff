import { expect, test } from "vitest";
import { type CompareQuestion, compareCompany, type Standing } from "../../analysis/compare.ts";
import { company, findings, lastPosted, ownership, site } from "./records.ts";

/** Companies a to h, of which the i-th posts i times a day on X; h has no account, i was not read. */
const rates = { a: 1, b: 2, c: 3, d: 4, e: 5, f: 6, g: 7 };
const companies = [
  ...Object.keys(rates).map((id) => company(id, { country: id < "c" ? "DE" : "US", name: `Firm ${id}` })),
  company("h"),
  company("i"),
  company("p", { segment: "pharma" }),
];
const audit = findings({
  companies,
  sites: companies.map(({ companyId }) => site(companyId, companyId === "i" ? { outcome: "blocked" } : {})),
  ownerships: [...Object.keys(rates), "p"].map((id) => ownership(id, `x:${id}`)),
  cadences: [...Object.entries(rates), ["p", 100] as const].map(([id, rate]) => ({
    ...lastPosted(`x:${id}`, 1),
    ...{ estimator: "complete_window" as const, postsPerDay: rate, low: rate - 0.7, high: rate + 0.7 },
  })),
});
const compare = (more: Partial<CompareQuestion> = {}) =>
  compareCompany(audit, companies, { companyId: "c", peers: "segment", thetaDays: 90, ...more });
const onX = (card: ReturnType<typeof compare>): Standing => {
  const found = card?.standings.find(({ platforms }) => platforms === "x");
  if (!found) throw new Error("no standing on x");
  return found;
};

test("a company stands among those whose rate is known; who has no account or was not read is counted apart", () => {
  const standing = onX(compare());
  expect(standing).toMatchObject({ comparable: 7, withoutAccount: 1, unknown: 1, status: "active" });
  expect(standing.rate.postsPerDay).toBe(3);
  expect(standing.place?.percentile).toBeCloseTo((100 * 2.5) / 7, 12);
  expect(standing.place?.shareOfVoice).toBeCloseTo(3 / 28, 12);
});

test("ranks are what the interval allows, and overlapping companies share a tier", () => {
  const { place, tiers } = onX(compare());
  expect(place).toMatchObject({ bestRank: 4, worstRank: 6, tier: 1, tiers: 1 });
  expect(tiers.map(({ name }) => name)).toEqual(
    ["a", "b", "c", "d", "e", "f", "g"].map((id) => `Firm ${id}`),
  );
});

test("the target is the median and the top quarter of the others", () => {
  expect(onX(compare()).target).toEqual({ median: 4.5, topQuarter: 5.75 });
});

test("peers are of the segment unless a country or a list is asked for", () => {
  expect(compare()?.peers).toEqual({ rule: "segment cro", companies: 8 });
  expect(onX(compare({ peers: "country" })).tiers.map(({ companyId }) => companyId)).toEqual([..."cdefg"]);
  expect(onX(compare({ peers: ["p", "a"] })).tiers.map(({ companyId }) => companyId)).toEqual([
    "p",
    "c",
    "a",
  ]);
});

test("without a size band or a country nobody is a peer by it", () => {
  expect(compare({ peers: "size" })?.peers.companies).toBe(0);
  expect(compare({ companyId: "h", peers: "country" })?.peers.companies).toBe(0);
});

test("fewer than five comparable companies give no percentile, no share of voice and no target", () => {
  expect(onX(compare({ peers: ["a", "b"] }))).toMatchObject({ place: null, target: null, comparable: 3 });
});

test("a company without an account has no place, and its peers' target all the same", () => {
  const standing = onX(compare({ companyId: "h" }));
  expect(standing).toMatchObject({ place: null, comparable: 7 });
  expect(standing.rate.reason).toBe("no_account");
  expect(standing.target?.median).toBe(4);
});

test("platforms on which none of them has an account are left out, and a company that is not there has no card", () => {
  expect(compare()?.standings.map(({ platforms }) => platforms)).toEqual(["x"]);
  expect(compare({ companyId: "nobody" })).toBeNull();
});
