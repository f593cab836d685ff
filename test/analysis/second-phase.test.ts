import { expect, test } from "vitest";
import { drawSecondPhase, inactiveByHand, isOpen, toLookAt } from "../../analysis/second-phase.ts";
import type { HandReading } from "../../datasets/hand-records.ts";
import { askedOf, companies, industry } from "./phase-records.ts";
import { handReading } from "./records.ts";

const found = industry();
const asked = askedOf(found);
const draw = (n: number, more: { seed?: number; strata?: ("segment" | "country")[] } = {}) =>
  drawSecondPhase(found, companies, { ...asked, n, strata: [], seed: 1, ...more });
const unitOf = (id: string) => {
  const unit = found.units.find(({ unitId }) => unitId === id);
  if (!unit) throw new Error(id);
  return unit;
};

test("every company has the class of what is openly known of it", () => {
  const rows = draw(10);
  if (typeof rows === "string") throw new Error(rows);
  expect(rows.map(({ class: name }) => name)).toEqual([
    ...["active", "active", "open_accounts_silent", "inactive", "no_account", "site_unknown"],
    ...Array.from({ length: 14 }, () => "closed_accounts_only"),
  ]);
  expect(rows.filter((row) => row.drawn && !isOpen(row))).toEqual([]);
});

test("companies are drawn in proportion within the open classes, small ones whole", () => {
  const rows = draw(9);
  if (typeof rows === "string") throw new Error(rows);
  const drawn = rows.filter((row) => row.drawn);
  expect(drawn.map(({ companyId }) => companyId)).toEqual(expect.arrayContaining(["c02", "c05"]));
  expect(drawn).toHaveLength(9);
  expect(rows.find(({ companyId }) => companyId === "c19")).toMatchObject({
    ...{ stratum: "class=closed_accounts_only", stratumSize: 14, platforms: "any", thetaDays: 90 },
  });
});

test("the seed decides who is drawn, and more than there are draws all", () => {
  expect(draw(9)).toEqual(draw(9));
  expect(draw(9)).not.toEqual(draw(9, { seed: 2 }));
  const all = draw(110);
  expect(typeof all === "string" ? 0 : all.filter((row) => row.drawn).length).toBe(16);
});

test("other strata are crossed with the classes, and too small an n is refused", () => {
  const rows = draw(12, { strata: ["segment"] });
  if (typeof rows === "string") throw new Error(rows);
  expect(rows[19]?.stratum).toBe("class=closed_accounts_only segment=pharma");
  expect(draw(3, { strata: ["segment"] })).toContain(
    "--n 3: there are 4 strata, which take at least 6 companies",
  );
});

test("what is to be looked at is what leaves the status open", () => {
  const idsOf = (id: string) => toLookAt(unitOf(id), asked).accounts.map(({ accountId }) => accountId);
  expect(idsOf("c02")).toEqual(["linkedin:c02"]);
  expect(idsOf("c00")).toEqual([]);
  expect(toLookAt(unitOf("c05"), asked).wholeSite).toBe(true);
  expect(toLookAt(unitOf("c06"), asked).wholeSite).toBe(false);
});

const judge = (id: string, ...readings: HandReading[]) =>
  inactiveByHand(unitOf(id), asked, new Map(readings.map((reading) => [reading.accountId, reading])));
const old = { leastDays: 200, mostDays: 231 };

test("a reading settles a company: active, silent, or still not known", () => {
  const on = (more: Partial<HandReading>) => handReading({ accountId: "linkedin:c02", ...more });
  expect(judge("c02")).toBeNull();
  expect(judge("c02", on({}))).toBe(false);
  expect(judge("c02", on(old))).toBe(true);
  expect(judge("c02", on({ sight: "login" }))).toBeNull();
  expect(judge("c02", on({ sight: "gone" }))).toBe(true);
  expect(judge("c02", on({ sight: "not_theirs" }))).toBe(true);
});

test("a company whose site nobody could read takes a look at the whole of it", () => {
  const site = (more: Partial<HandReading>) => handReading({ accountId: "site", ...more });
  expect(judge("c05")).toBeNull();
  expect(judge("c05", site({ sight: "other", leastDays: null }))).toBeNull();
  expect(judge("c05", site(old))).toBe(true);
  expect(judge("c05", site({ neverPosted: true, leastDays: null }))).toBe(true);
  expect(judge("c05", site({}))).toBe(false);
});
