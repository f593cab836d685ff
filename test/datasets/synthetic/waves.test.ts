import { expect, test } from "vitest";
import { readFrame } from "../../../datasets/frame.ts";
import { directoryOf } from "../../../datasets/synthetic/directory.ts";
import { generateIndustry } from "../../../datasets/synthetic/generate.ts";
import { did, xUserId } from "../../../datasets/synthetic/handles.ts";
import { postsOf } from "../../../datasets/synthetic/posts.ts";
import { readScenario } from "../../../datasets/synthetic/scenario.ts";
import { answerSite } from "../../../datasets/synthetic/sites/answer-site.ts";
import { truth } from "../../../datasets/synthetic/truth.ts";

const scenario = readScenario("waves");
const atWave = (place: number) => generateIndustry(scenario, scenario.waves[place]?.now);
const [first, second, third] = [generateIndustry(scenario), atWave(0), atWave(1)];
const kindsOf = (industry: typeof first) =>
  ["merged", "rebranded", "renamed", "abandoned"].map(
    (kind) => industry.changes.filter((change) => change.kind === kind).length,
  );

test("nothing has happened at the first wave; later waves keep what happened before", () => {
  expect(first.changes).toEqual([]);
  expect(third.changes.slice(0, second.changes.length)).toEqual(second.changes);
  const [merged = 0, rebranded = 0, renamed = 0, abandoned = 0] = kindsOf(second);
  const [wave] = scenario.waves;
  expect([merged, rebranded, abandoned]).toEqual([wave?.merged, wave?.rebranded, wave?.abandoned]);
  // Who takes another name renames accounts, too.
  expect(renamed).toBeGreaterThanOrEqual(wave?.renamed ?? 0);
});

test("half way between two waves, half has happened", () => {
  const between = generateIndustry(scenario, "2025-03-31T00:00:00Z");
  expect(between.changes.length).toBeLessThan(second.changes.length);
  expect(second.changes.slice(0, between.changes.length)).toEqual(between.changes);
});

test("the rows of the frame stay the same companies; the merged are not eligible any more and name who took them over", () => {
  const { companies, notes } = readFrame(Buffer.from(third.frame), "frame.csv");
  expect(notes).toEqual([]);
  expect(companies.map(({ companyId }) => companyId)).toEqual(
    first.companies.map(({ companyId }) => companyId),
  );
  for (const { companyId, to } of third.changes.filter(({ kind }) => kind === "merged")) {
    expect(companies.find((company) => company.companyId === companyId)).toMatchObject({
      ...{ status: "acquired", successorId: to },
    });
  }
});

test("an account that was renamed has the same number, the same posts and a new address", () => {
  const renamed = third.changes.filter(
    ({ kind, accountId }) => kind === "renamed" && !accountId?.startsWith("feed:"),
  );
  expect(renamed.length).toBeGreaterThan(2);
  for (const { from, platform, bornAs } of renamed.flatMap(startOf)) {
    const before = [first, second].flatMap(
      ({ accounts }) => accounts.find((each) => each.accountId === from) ?? [],
    )[0];
    const after = third.accounts.find((each) => each.platform === platform && each.bornAs === bornAs);
    if (!before || !after) throw new Error(`${from} became nobody`);
    expect(after.url).not.toBe(before.url);
    expect([xUserId(after), did(after.bornAs)]).toEqual([xUserId(before), did(before.bornAs)]);
    const then = postsOf(before, scenario.seed);
    expect(postsOf(after, scenario.seed).slice(-then.length)).toEqual(then);
  }
});

/** What was renamed, by the name it was opened with: it may have been renamed once more since. */
function startOf({ from }: (typeof third.changes)[number]) {
  const known = [...first.accounts, ...second.accounts].find(({ accountId }) => accountId === from);
  return known ? [{ from, platform: known.platform, bornAs: known.bornAs }] : [];
}

test("the old domain of a renamed company leads to the new one", () => {
  const [change] = second.changes.filter(({ kind }) => kind === "rebranded");
  const company = second.companies.find(({ companyId }) => companyId === change?.companyId);
  if (!company?.formerly) throw new Error("a company was renamed");
  const asked = {
    scheme: "https",
    host: company.formerly.domain,
    path: "/",
    query: new URLSearchParams(),
  } as const;
  expect(answerSite(asked, directoryOf(second))?.headers["location"]).toContain(company.domain);
  expect(company.name).toBe(change?.to);
});

test("who fell silent has no post after the day on which the truth says so", () => {
  const known = truth(third);
  expect(known.changes).toHaveLength(third.changes.length);
  for (const { accountId, on } of third.changes.filter(({ kind }) => kind === "abandoned")) {
    const account = known.accounts.find((each) => each.accountId === accountId);
    expect(account && (account.lastPostAt === null || account.lastPostAt <= on)).toBe(true);
  }
});

test("no account has two owners or stands twice in any wave", () => {
  for (const { accounts } of [first, second, third])
    expect(new Set(accounts.map(({ accountId }) => accountId)).size).toBe(accounts.length);
});
