import { expect, test } from "vitest";
import {
  type Conduct,
  describeOutcome,
  deviationsAtBeginning,
  deviationsFrom,
} from "../../analysis/deviations.ts";
import { AuditConfig } from "../../datasets/config.ts";
import type { Protocol } from "../../datasets/protocol.ts";
import type { Audit } from "../../datasets/schema.ts";
import { protocol } from "../datasets/records.ts";
import { benchmarkOf, company, findings, site } from "./records.ts";
import { emptyInput } from "./report/invented.ts";

function audited(plan: Partial<Protocol> = {}, more: Partial<Audit> = {}): Audit {
  const { audit } = emptyInput();
  const kept = { file: "plan.json", sha256: "a".repeat(64), visitedBefore: 0, plan: protocol(plan) };
  return { ...audit, frame: { ...audit.frame, companies: 10 }, protocol: kept, ...more };
}

const ids = ["a", "b", "c", "d", "e"];
const seen = findings({
  companies: ids.map((id) => company(id)),
  sites: ids.map((id) => site(id)),
  platforms: [
    { id: "linkedin", name: "LinkedIn", group: "social" },
    { id: "x", name: "X", group: "social" },
  ],
});

const primary = benchmarkOf({
  ...{ metric: "share_inactive", statistic: "share", platforms: "any", thetaDays: 90, windowDays: null },
  ...{ estimate: null, ciMethod: null, boundLo: 0.2, boundHi: 0.8, reason: "one_sided" },
});

function found(conduct: Partial<Conduct> = {}) {
  const whole = {
    audit: audited(),
    findings: seen,
    benchmarks: [primary],
    steps: new Set<never>(),
    ...conduct,
  };
  return deviationsFrom(whole).map(({ about, planned, done }) => [about, planned, done]);
}

test("an audit that did as was decided deviates in nothing", () => {
  expect(found()).toEqual([]);
});

test("an audit without a protocol cannot deviate from one", () => {
  expect(found({ audit: emptyInput().audit })).toEqual([]);
  expect(deviationsAtBeginning(emptyInput().audit)).toEqual([]);
});

test("another frame, other settings, another instrument and other exclusions are seen before anything is asked", () => {
  const files = [{ path: "inputs/exclusions.csv", rows: null, sha256: "e".repeat(64) }];
  const config = AuditConfig.parse({ thetas: [90], window: 30 });
  const audit = audited(
    { instrument: { grammar: "0", extractor: "1", attribution: "1" } },
    { files, config },
  );
  const other = { ...audit, frame: { ...audit.frame, sha256: "b".repeat(64), companies: 9 } };
  expect(deviationsAtBeginning(other).map(({ about }) => about)).toEqual([
    "frame",
    "settings.window",
    "settings.thetas",
    "instrument.grammar",
    "exclusions",
  ]);
  expect(deviationsAtBeginning(other)[2]).toMatchObject({ planned: "180, 30, 365, 90", done: "90" });
});

test("the order in which kinds are named decides nothing, nor does the delay", () => {
  const kinds = ["regional", "product", "secondary", "primary"];
  expect(found({ audit: audited({}, { config: AuditConfig.parse({ kinds, delayMs: 5 }) }) })).toEqual([]);
});

test("a protocol that came after the first visits is told as late", () => {
  const audit = audited();
  const late = audit.protocol && { ...audit.protocol, visitedBefore: 7 };
  expect(found({ audit: { ...audit, protocol: late } })).toEqual([
    ["protocol", "decided before the wave", "given when 7 sites were visited already"],
  ]);
});

test("sites that were never visited, platforms that any gained, and steps that were not planned are told", () => {
  const sites = ids.slice(1).map((id) => site(id));
  const short = findings({ companies: ids.map((id) => company(id)), sites, platforms: [] });
  expect(found({ findings: short, steps: new Set(["readings"] as const) })).toEqual([
    ["companies", "each eligible site visited", "1 not visited"],
    ["platforms", "linkedin, x", ""],
    ["steps.readings", "not done", "done"],
  ]);
  expect(found({ audit: audited({ steps: ["detection"] }) })).toEqual([
    ["steps.detection", "done", "not done"],
  ]);
});

test("bounds are an answer only where they were decided on", () => {
  const audit = audited({ estimators: { share_inactive: ["wilson"] } });
  expect(found({ audit })).toEqual([["estimators.primaryOutcome", "wilson", "bounds"]]);
});

test("a figure by another estimator, one without any, and one that does not exist are told apart", () => {
  const byHand = { ...primary, estimate: 0.5, ciMethod: "korn_graubard_two_phase" };
  expect(found({ benchmarks: [byHand] })).toEqual([
    ["estimators.primaryOutcome", "wilson, bounds", "korn_graubard_two_phase"],
  ]);
  const small = { ...primary, boundLo: null, boundHi: null, reason: "small_cell" };
  expect(found({ benchmarks: [small] })).toEqual([
    ["primaryOutcome", "share_inactive[any], share, threshold 90 days", "no estimate: small_cell"],
  ]);
  expect(found({ benchmarks: [] })).toEqual([
    ["primaryOutcome", "share_inactive[any], share, threshold 90 days", "there is no such figure"],
  ]);
});

test("secondary outcomes are held to the protocol, too", () => {
  const second = { ...protocol().primaryOutcome, segment: "cro", sizeBand: "large" };
  expect(found({ audit: audited({ secondaryOutcomes: [second] }) })).toEqual([
    ["secondaryOutcomes.0", describeOutcome(second), "there is no such figure"],
  ]);
  expect(describeOutcome({ ...second, windowDays: 30 })).toContain("segment cro, size large");
});
