import { expect, test } from "vitest";
import { allSets } from "../../analysis/platform-sets.ts";
import { statusOf } from "../../analysis/segments.ts";
import { account, cadence, company, findings, lastPosted, ownership, site } from "./records.ts";

const registry = (["x", "linkedin", "bluesky"] as const).map((id) => ({
  id,
  name: id,
  group: "social" as const,
}));

/** Ten companies with an account each, the first few of which could be read. */
function tenAccounts(readable: number) {
  const ids = Array.from({ length: 10 }, (_, index) => `c${index}`);
  return findings({
    companies: ids.map((id) => company(id)),
    ownerships: ids.map((id) => ownership(id, `x:${id}`)),
    cadences: ids.map((id, index) => (index < readable ? lastPosted(`x:${id}`, 10) : cadence(`x:${id}`))),
    platforms: registry,
  }).sets;
}

test("a platform is observable when nine of ten accounts show both sides", () => {
  expect(tenAccounts(9).observable.platformIds).toEqual(["x"]);
  expect(tenAccounts(8).observable.platformIds).toEqual([]);
  expect(tenAccounts(8).single.find(({ label }) => label === "x")?.isReadable).toBe(false);
});

test("a platform on which nobody has an account hides nothing, and is not called observable", () => {
  const { observable, any, single } = tenAccounts(10);
  expect(any).toMatchObject({ platformIds: ["bluesky", "linkedin", "x"], isReadable: true });
  expect(observable.platformIds).toEqual(["x"]);
  expect(single.map(({ label }) => label)).toEqual(["bluesky", "linkedin", "x"]);
});

test("one unreadable platform makes any unreadable", () => {
  const { any } = findings({
    companies: [company("a")],
    ownerships: [ownership("a", "x:a"), ownership("a", "linkedin:a")],
    cadences: [lastPosted("x:a", 10), cadence("linkedin:a")],
  }).sets;
  expect(any).toMatchObject({ platformIds: ["linkedin", "x"], isReadable: false });
});

test("only social platforms are in any; feeds and code hosts have rows of their own; closed ones have none", () => {
  const { any, single } = findings({
    companies: [company("a")],
    ownerships: ["x:a", "feed:a", "github:a", "googleplus:a"].map((id) => ownership("a", id)),
    accounts: [
      account("x:a"),
      account("feed:a", { group: "owned" }),
      account("github:a", { group: "developer" }),
      account("googleplus:a", { group: "closed_down" }),
    ],
  }).sets;
  expect(any.platformIds).toEqual(["x"]);
  expect(single.map(({ label }) => label)).toEqual(["feed", "github", "x"]);
});

test("a platform nobody looked for has no row of its own", () => {
  const { single } = findings({
    companies: [company("a")],
    sites: [site("a", { outcome: "not_eligible", reason: "import_only" })],
    declared: new Map([["a", new Set(["x"])]]),
    platforms: registry,
  }).sets;
  expect(single.map(({ label }) => label)).toEqual(["x"]);
});

test("an account that two companies declare is read once", () => {
  const { sets } = findings({
    companies: [company("a"), company("b")],
    ownerships: [ownership("a", "x:a"), ownership("b", "x:a"), ownership("b", "x:b")],
    cadences: [lastPosted("x:a", 10), cadence("x:b")],
  });
  expect(sets.observable.platformIds).toEqual([]);
});

test("sets are listed by label, and observable only where it has a platform", () => {
  expect(allSets(tenAccounts(10)).map(({ label }) => label)).toEqual([
    ...["any", "bluesky", "linkedin", "observable", "x"],
  ]);
  expect(allSets(tenAccounts(0)).map(({ label }) => label)).not.toContain("observable");
});

test("a platform whose terms forbid it is in no figure with others, and its accounts stay unknown there", () => {
  const { sets, units } = findings({
    companies: [company("a"), company("b")],
    ownerships: [ownership("a", "youtube:a"), ownership("b", "x:b")],
    cadences: [lastPosted("youtube:a", 10), lastPosted("x:b", 10)],
    platforms: [...registry, { id: "youtube", name: "YouTube", group: "social", combine: false }],
  });
  expect(sets.observable).toMatchObject({ platformIds: ["x"], isReadable: true, apart: [] });
  expect(sets.any).toMatchObject({ apart: ["youtube"], isReadable: false });
  const alone = sets.single.find(({ label }) => label === "youtube");
  expect(alone).toMatchObject({ isReadable: true, apart: [] });
  const onAny = units.map(
    (unit) => statusOf(unit, { set: sets.any, thetaDays: 90, kinds: ["primary"] }).status,
  );
  expect(onAny).toEqual(["unknown", "active"]);
});
