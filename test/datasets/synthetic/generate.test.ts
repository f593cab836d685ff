import { createHash } from "node:crypto";
import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { readFrame } from "../../../datasets/frame.ts";
import { generateIndustry } from "../../../datasets/synthetic/generate.ts";
import { postsOf } from "../../../datasets/synthetic/posts.ts";
import { readScenario } from "../../../datasets/synthetic/scenario.ts";
import { truth } from "../../../datasets/synthetic/truth.ts";
import { industry, scenario } from "./small.ts";

const fingerprint = (value: unknown) => createHash("sha256").update(JSON.stringify(value)).digest("hex");

test("the same scenario gives the same bytes", () => {
  expect(fingerprint(generateIndustry(scenario))).toBe(fingerprint(industry));
  expect(generateIndustry(scenario).frame).toBe(industry.frame);
});

test("another seed gives another industry of the same make-up", () => {
  const other = generateIndustry({ ...scenario, seed: 7 });
  expect(other.frame).not.toBe(industry.frame);
  expect(other.companies).toHaveLength(industry.companies.length);
  expect(Math.abs(other.accounts.length - industry.accounts.length)).toBeLessThan(10);
});

test("the frame is a frame: the audit's own reader finds no fault in it and says nothing odd", () => {
  const { companies, notes } = readFrame(Buffer.from(industry.frame), "frame.csv");
  expect(notes).toEqual([]);
  expect(companies.map(({ companyId }) => companyId)).toEqual(
    industry.companies.map(({ companyId }) => companyId),
  );
});

test("the frame says of each company what is true, and an empty cell where nothing is known", () => {
  const rows: unknown = parse(industry.frame, { columns: true });
  expect(rows).toEqual(
    industry.companies.map(({ companyId, name, website, segment, country, parentId, status }) => ({
      id: companyId,
      name,
      website: website ?? "",
      segment,
      country,
      parent: parentId ?? "",
      status,
    })),
  );
});

test("in 2011 four in five companies are inactive on X, and one posts four times as much since the event", () => {
  const old = generateIndustry(readScenario("cro-2011"));
  const { statuses, accounts } = truth(old);
  const onX = statuses.filter(({ platforms, thetaDays }) => platforms === "x" && thetaDays === 90);
  const inactive = onX.filter(({ status }) => status === "inactive").length / onX.length;
  expect(inactive).toBeGreaterThan(0.77);
  expect(inactive).toBeLessThan(0.83);
  const changed = old.accounts.filter(({ change }) => change !== null);
  expect(changed.map(({ platform, ratePerDay, change }) => [platform, ratePerDay, change?.before])).toEqual([
    ["x", 4, 1],
  ]);
  const others = accounts.filter(
    ({ platform, accountId }) => platform === "x" && accountId !== changed[0]?.accountId,
  );
  expect(others.filter(({ posts }) => posts / 90 < 1).length / others.length).toBeGreaterThan(0.9);
});

test("time can be moved: earlier there are fewer posts, and accounts of a later day are not there", () => {
  const earlier = generateIndustry(scenario, "2025-03-31T12:00:00Z");
  expect(earlier.accounts.length).toBeLessThan(industry.accounts.length);
  const [account] = earlier.accounts;
  const later = industry.accounts.find(({ accountId }) => accountId === account?.accountId);
  expect(
    account && later && postsOf(account, scenario.seed).length < postsOf(later, scenario.seed).length,
  ).toBe(true);
});

test("time can be moved on: who posts goes on posting", () => {
  const later = generateIndustry(scenario, "2027-09-30T12:00:00Z");
  const busy = later.accounts.filter(({ process }) => process === "busy");
  const newest = busy.map((account) => postsOf(account, scenario.seed)[0]?.at ?? 0);
  expect(Math.min(...newest)).toBeGreaterThan(Date.parse("2027-08-01T00:00:00Z"));
});
