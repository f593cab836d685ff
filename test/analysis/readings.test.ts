import { expect, test } from "vitest";
import { activityByHand, settleReadings } from "../../analysis/readings.ts";
import type { HandReading } from "../../datasets/hand-records.ts";
import { handReading } from "./records.ts";

const by = (coder: string, accountId: string, more: Partial<HandReading> = {}) =>
  handReading({ coder, accountId, ...more });
const fresh = { leastDays: 2, mostDays: 3 };
const old = { leastDays: 200, mostDays: 231 };

test("a label that lies on either side of the threshold decides nothing", () => {
  const straddling = handReading({ leastDays: 60.875, mostDays: 91.3125 });
  expect(activityByHand(straddling, 90)).toBeNull();
  expect(activityByHand(straddling, 60)).toBe(false);
  expect(activityByHand(straddling, 180)).toBe(true);
  expect(activityByHand(handReading({ leastDays: 90, mostDays: null }), 90)).toBeNull();
});

test("no post and a gone account are inactive, a wall is unknown", () => {
  expect(activityByHand(handReading({ neverPosted: true, leastDays: null }), 90)).toBe(false);
  expect(activityByHand(handReading({ sight: "gone", leastDays: null }), 90)).toBe(false);
  expect(activityByHand(handReading({ sight: "login", leastDays: null }), 90)).toBeNull();
});

test("of coders who agree the more exact one counts, and only one", () => {
  const { readings, disagreements } = settleReadings(
    [
      by("B", "x:a", { leastDays: 2, mostDays: 2 }),
      by("A", "x:a", { leastDays: 0, mostDays: 7 }),
      by("A", "x:b"),
    ],
    [90],
  );
  expect(readings.map(({ accountId, coder, used }) => [accountId, coder, used])).toEqual([
    ["x:a", "A", false],
    ["x:a", "B", true],
    ["x:b", "A", true],
  ]);
  expect(disagreements).toEqual([]);
});

test("where coders differ none counts until somebody settles it", () => {
  const both = [by("A", "x:a", fresh), by("B", "x:a", old)];
  const open = settleReadings(both, [90]);
  expect(open.readings.map(({ used }) => used)).toEqual([false, false]);
  expect(open.disagreements).toHaveLength(2);
  const settled = settleReadings([...both, by("adjudicated", "x:a", old)], [90]);
  expect(settled.readings.map(({ coder, used }) => [coder, used])).toEqual([
    ["A", false],
    ["B", false],
    ["adjudicated", true],
  ]);
  expect(settled.disagreements).toEqual([]);
  expect(settled.agreement.find(({ question }) => question === "active_90")).toMatchObject({
    n: 1,
    disagreements: 1,
  });
});

test("coders who differ at no published threshold do not differ", () => {
  const both = [by("A", "x:a", { leastDays: 2, mostDays: 3 }), by("B", "x:a", { leastDays: 8, mostDays: 9 })];
  expect(settleReadings(both, [30, 90]).disagreements).toEqual([]);
  expect(settleReadings(both, [7]).disagreements).toHaveLength(2);
});

test("agreement of two coders has kappa, AC1 and alpha; a third leaves alpha", () => {
  const pairs = [fresh, fresh, fresh, old].flatMap((seen, index) => [
    by("A", `x:${index}`, seen),
    by("B", `x:${index}`, index === 2 ? old : seen),
  ]);
  const { agreement } = settleReadings(pairs, [90]);
  expect(agreement.map(({ question }) => question)).toEqual(["active_90", "sight"]);
  expect(agreement[0]).toMatchObject({ n: 4, coders: ["A", "B"], observed: 0.75, kappa: 0.5 });
  expect(agreement[0]?.alpha).toBeCloseTo(0.5333, 3);
  expect(agreement[1]).toMatchObject({ observed: 1, kappa: null, alpha: null });
  const three = settleReadings([...pairs, by("C", "x:0", fresh)], [90]).agreement[0];
  expect(three).toMatchObject({ n: 4, observed: null, kappa: null });
  expect(three?.alpha).not.toBeNull();
});

test("without an account that two coders read there is no agreement to tell", () => {
  expect(settleReadings([by("A", "x:a"), by("B", "x:b")], [90]).agreement).toEqual([]);
});
