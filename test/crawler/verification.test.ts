import { expect, test } from "vitest";
import { profileLinks, verified } from "../../crawler/verification.ts";
import type { Ownership } from "../../datasets/schema.ts";
import { company, observation } from "../datasets/records.ts";

const ownership: Ownership = {
  companyId: "acme",
  accountId: "bluesky:acme.com",
  own: "true",
  kind: "primary",
  confidence: 0.9,
  reasons: [],
  claimIds: [],
  reciprocal: null,
  corrected: null,
};
const site = { ...company("acme", { website: "https://www.acme.com/en" }), finalUrl: "https://acme.health/" };
const seen = (linksTo: string[] | null, observedAt = "2026-09-30T12:00:00.000Z") =>
  observation("bluesky:acme.com", { linksTo, observedAt });
const reciprocalOf = (linksTo: string[] | null, { own = ownership.own }: { own?: Ownership["own"] } = {}) =>
  verified([{ ...ownership, own }], [site], profileLinks([seen(linksTo)]))[0]?.reciprocal;

test("a profile links back when it names the registrable domain of the frame's website", () => {
  expect(reciprocalOf(["acme.com", "linktr.ee"])).toBe(true);
});

test("a profile that was seen and names another site does not link back", () => {
  expect(reciprocalOf(["linktr.ee"])).toBe(false);
  expect(reciprocalOf([])).toBe(false);
});

test("a profile nobody saw says nothing", () => {
  expect(reciprocalOf(null)).toBeNull();
  expect(verified([ownership], [site], profileLinks([]))[0]?.reciprocal).toBeNull();
});

test("the domain a site moved to counts only for accounts that are surely the company's", () => {
  expect(reciprocalOf(["acme.health"])).toBe(true);
  expect(reciprocalOf(["acme.health"], { own: "unknown" })).toBe(false);
});

test("the newest view of a profile counts, in whatever order observations come", () => {
  const older = seen(["acme.com"], "2026-01-01T00:00:00.000Z");
  const newer = seen([], "2026-09-01T00:00:00.000Z");
  const unseen = seen(null, "2026-09-02T00:00:00.000Z");
  for (const order of [
    [older, newer, unseen],
    [unseen, newer, older],
  ]) {
    expect(verified([ownership], [site], profileLinks(order))[0]?.reciprocal).toBe(false);
  }
});

test("a company that is not in the frame has no domain to link to", () => {
  expect(verified([ownership], [], profileLinks([seen(["acme.com"])]))[0]?.reciprocal).toBe(false);
});
