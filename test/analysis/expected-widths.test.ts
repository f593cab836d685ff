import { expect, test } from "vitest";
import { expectedWidths } from "../../analysis/expected-widths.ts";
import { type cadence, company, findings, lastPosted, ownership, site } from "./records.ts";

const ids = ["a", "b", "c", "d"];
const registry = (["x", "linkedin", "bluesky", "youtube"] as const).map((id) => ({
  ...{ id, name: id, group: "social" as const, combine: id !== "youtube" },
}));
const found = (accounts: Record<string, readonly string[]>, cadences: ReturnType<typeof cadence>[] = []) =>
  findings({
    companies: ids.map((id) => company(id)),
    ownerships: Object.entries(accounts).flatMap(([id, own]) => own.map((account) => ownership(id, account))),
    cadences,
    platforms: registry,
  });
const onAny = (known: ReturnType<typeof found>, steps: string[][]) =>
  expectedWidths(known, known.sets.any, { steps, thetaDays: 90 });

test("where nothing was read, every company with an account is unknown, and reading all leaves none", () => {
  const known = found({ a: ["x:a"], b: ["x:b"], c: ["x:c"] });
  expect(onAny(known, [["x"]])).toEqual({ now: 0.75, after: [0] });
});

test("an account that stays unread keeps its company unknown unless another one is active", () => {
  const known = found({ a: ["x:a", "linkedin:a"], b: ["x:b", "linkedin:b"] });
  const widths = onAny(known, [["x"], ["linkedin"]]);
  // Half of the accounts on X are expected to be active: of two companies one stays unknown.
  expect(widths).toEqual({ now: 0.5, after: [0.25, 0] });
});

test("accounts are expected to be active as often as those that were read", () => {
  const known = found({ a: ["bluesky:a"], b: ["bluesky:b"], c: ["x:c", "linkedin:c"] }, [
    lastPosted("bluesky:a", 10),
    lastPosted("bluesky:b", 10),
  ]);
  expect(onAny(known, [["x"]])).toEqual({ now: 0.25, after: [0] });
});

test("a site that was not read completely stays unknown however much is read of the accounts", () => {
  const known = findings({
    companies: ids.map((id) => company(id)),
    sites: ids.map((id) => site(id, { outcome: id === "a" ? "partial" : "visited" })),
    platforms: registry,
  });
  expect(onAny(known, [["x"]])).toEqual({ now: 0.25, after: [0.25] });
});

test("reading what may not be joined narrows its own figure and no other", () => {
  const known = found({ a: ["youtube:a"] });
  expect(onAny(known, [["youtube"]])).toEqual({ now: 0.25, after: [0.25] });
  const alone = known.sets.single.find(({ label }) => label === "youtube");
  expect(alone && expectedWidths(known, alone, { steps: [["youtube"]], thetaDays: 90 })).toEqual({
    now: 0.25,
    after: [0],
  });
});

test("without companies there is no width", () => {
  const none = findings({ platforms: registry });
  expect(onAny(none, [["x"]])).toBeNull();
});
