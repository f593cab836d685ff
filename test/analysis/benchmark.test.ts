import fc from "fast-check";
import { expect, test } from "vitest";
import { computeBenchmarks } from "../../analysis/benchmark.ts";
import { minCompanies } from "../../analysis/cells.ts";
import { Benchmark } from "../../datasets/schema.ts";
import { cadence, company, findings, lastPosted, ownership, rowOf, site } from "./records.ts";

const ids = (n: number, prefix = "c") => Array.from({ length: n }, (_, index) => `${prefix}${index}`);

/** The worked example of the two-sided rule: 6 with LinkedIn and X, of which 2 active on X, 2 with LinkedIn only, 2 with nothing. */
const example = {
  companies: ids(10).map((id) => company(id)),
  ownerships: [
    ...ids(8).map((id) => ownership(id, `linkedin:${id}`)),
    ...ids(6).map((id) => ownership(id, `x:${id}`)),
  ],
  cadences: ids(6).map((id, index) => lastPosted(`x:${id}`, index < 2 ? 10 : 200)),
};

test("the worked example: 0.80 on X without unknowns, and only bounds on any platform", () => {
  const rows = computeBenchmarks(findings(example));
  const onX = rowOf(rows, { metric: "share_inactive", platforms: "x" });
  expect(onX).toMatchObject({ estimate: 0.8, n: 10, nUnknown: 0, boundLo: 0.8, boundHi: 0.8 });
  const onAny = rowOf(rows, { metric: "share_inactive", platforms: "any" });
  expect(onAny).toMatchObject({
    estimate: null,
    ciLo: null,
    reason: "one_sided",
    boundLo: 0.2,
    boundHi: 0.8,
  });
  expect(onAny).toMatchObject({ nTrue: 2, nFalse: 2, nUnknown: 6, suppressed: false });
  const observable = rowOf(rows, { metric: "share_inactive", platforms: "observable" });
  expect(observable).toMatchObject({ estimate: 0.8, platformIds: ["x"] });
});

test("a platform nobody could read never comes out as silent, though companies without an account are", () => {
  const onLinkedin = rowOf(computeBenchmarks(findings(example)), {
    metric: "share_inactive",
    platforms: "linkedin",
  });
  expect(onLinkedin).toMatchObject({ estimate: null, reason: "one_sided", boundLo: 0.2, boundHi: 1 });
});

test("figures of fewer than five companies show n and nothing else", () => {
  const few = { ...example, companies: example.companies.slice(0, minCompanies - 1) };
  for (const row of computeBenchmarks(findings(few))) {
    expect(row).toMatchObject({ suppressed: true, estimate: null, ciLo: null, boundLo: null, nTrue: null });
    expect(row.reason).toBe("small_cell");
  }
});

test("a thin estimate in a segment of five hides the estimate and keeps the bounds", () => {
  const sites = ids(10).map((id, index) => site(id, { outcome: index < 3 ? "visited" : "blocked" }));
  const row = rowOf(computeBenchmarks(findings({ ...example, sites })), {
    metric: "presence",
    platforms: "x",
  });
  expect(row).toMatchObject({ suppressed: true, estimate: null, n: 3, boundLo: 0.6, boundHi: 1 });
});

test("many accounts of few companies are a small cell", () => {
  const many = findings({
    companies: [company("a")],
    ownerships: ids(9).map((id) => ownership("a", `x:${id}`, { kind: "regional" })),
    cadences: ids(9).map((id) => lastPosted(`x:${id}`, 10)),
  });
  const row = rowOf(computeBenchmarks(many), {
    metric: "activity_ladder",
    statistic: "active",
    platforms: "x",
  });
  expect(row).toMatchObject({ n: 9, suppressed: true, estimate: null, boundLo: null });
});

test("an audit without companies has no figures", () => {
  expect(computeBenchmarks(findings({}))).toEqual([]);
});

test("every row keeps to the schema, has a key of its own, and rows are in order", () => {
  const rows = computeBenchmarks(
    findings({ ...example, companies: ids(10).map((id, i) => company(id, { sizeBand: i < 5 ? "S" : "L" })) }),
  );
  const keys = rows.map((row) => {
    Benchmark.parse(row);
    const { metric, statistic, segment, sizeBand, platforms } = row;
    return [metric, statistic, segment, sizeBand, platforms, row.thetaDays].join("\u0000");
  });
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys).toEqual([...keys].sort());
});

test("the order of the input does not matter", () => {
  const expected = computeBenchmarks(findings(example));
  fc.assert(
    fc.property(
      fc.shuffledSubarray(example.companies, { minLength: 10 }),
      fc.shuffledSubarray(example.ownerships, { minLength: 14 }),
      fc.shuffledSubarray(example.cadences, { minLength: 6 }),
      (companies, ownerships, cadences) => {
        expect(computeBenchmarks(findings({ companies, ownerships, cadences }))).toEqual(expected);
      },
    ),
    { numRuns: 20 },
  );
});

test("one more unreadable account never narrows what is sure", () => {
  const before = rowOf(computeBenchmarks(findings(example)), { metric: "share_inactive", platforms: "any" });
  const more = {
    ...example,
    ownerships: [...example.ownerships, ownership("c9", "facebook:c9")],
    cadences: [...example.cadences, cadence("facebook:c9")],
  };
  const after = rowOf(computeBenchmarks(findings(more)), { metric: "share_inactive", platforms: "any" });
  expect(after.boundLo ?? 1).toBeLessThan(before.boundLo ?? 0);
  expect(after.boundHi).toBe(before.boundHi);
});
