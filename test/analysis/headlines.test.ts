import { expect, test } from "vitest";
import { computeBenchmarks } from "../../analysis/benchmark.ts";
import type { Roster } from "../../analysis/findings.ts";
import { headlines } from "../../analysis/headlines.ts";
import { drawSecondPhase } from "../../analysis/second-phase.ts";
import { askedOf, companies, industry } from "./phase-records.ts";
import {
  cadence,
  company,
  findings,
  handReading,
  lastPosted,
  observedAt,
  ownership,
  site,
} from "./records.ts";

const names = new Map([
  ["x", "X"],
  ["linkedin", "LinkedIn"],
  ["facebook", "Facebook"],
]);
const ids = Array.from({ length: 10 }, (_, index) => `c${index}`);

const say = (roster: Partial<Roster>, segment = "all") =>
  headlines(computeBenchmarks(findings({ companies: ids.map((id) => company(id)), ...roster })), {
    names,
    noun: "CROs",
    segment,
    thetaDays: 90,
  }).map(({ text }) => text);

const accountsOn = (platform: string, n: number) =>
  ids.slice(0, n).map((id) => ownership(id, `${platform}:${id}`));
const silent = (platform: string, n: number, active: number) =>
  ids.slice(0, n).map((id, index) => ({
    ...lastPosted(`${platform}:${id}`, index < active ? 10 : 200),
    observedAt,
  }));

test("each share names its platform, n, interval, companies without an account and the day", () => {
  const sentences = say({
    ownerships: [...accountsOn("x", 6), ...accountsOn("linkedin", 8), ...accountsOn("facebook", 5)],
    cadences: silent("x", 6, 2),
  });
  expect(sentences).toEqual([
    "The websites of 10 of 10 CROs (100 %) were read completely; 0 refused.",
    "How many accounts were missed or taken wrongly was not validated in this wave.",
    "On X, 8 of 10 CROs (80 %, 95 % CI 49 % to 94.3 %) had no public post in the 90 days before 2026-08-31; they include 4 without an account on X.",
    "On Facebook, the share of 10 CROs without a public post in the 90 days before 2026-08-31 lies between 50 % and 100 %: Facebook was not readable.",
    "On LinkedIn, the share of 10 CROs without a public post in the 90 days before 2026-08-31 lies between 20 % and 100 %: LinkedIn was not readable.",
    "On any social platform, the share of 10 CROs without a public post in the 90 days before 2026-08-31 lies between 20 % and 80 %: Facebook and LinkedIn were not readable.",
  ]);
});

test("companies that could not be assessed are in the sentence", () => {
  const sites = ids.map((id, index) => site(id, { outcome: index === 9 ? "blocked" : "visited" }));
  const sentences = say({ ownerships: accountsOn("x", 6), cadences: silent("x", 6, 2), sites }).join("\n");
  expect(sentences).toContain("7 of 9 CROs");
  expect(sentences).toContain("; 1 of 10 could not be assessed.");
  expect(sentences).toContain("(90 %) were read completely; 1 refused.");
});

test("several readable platforms are named together", () => {
  const sentences = say({
    ownerships: [...accountsOn("x", 6), ...accountsOn("facebook", 6)],
    cadences: [...silent("x", 6, 2), ...silent("facebook", 6, 0)],
  }).join("\n");
  expect(sentences).toContain("On Facebook or X, 8 of 10 CROs");
  expect(sentences).toContain("On any social platform, 8 of 10 CROs");
});

test("a name that does not exist is neither read nor surely missed", () => {
  const sites = ids.map((id, index) => site(id, { outcome: index < 2 ? "dns_error" : "visited" }));
  expect(say({ sites })[0]).toBe(
    "The websites of 8 of 10 CROs (80 %; 100 % if names that do not exist are left out) were read completely; 0 refused.",
  );
});

test("rates say over how many accounts, and a mean of all years is never called recent", () => {
  const recent = { estimator: "complete_window" as const, posts: 9, exposureDays: 90, postsPerDay: 0.1 };
  const lifetime = {
    estimator: "lifetime" as const,
    windowDays: null,
    exposureDays: 1_000,
    postsPerDay: 1.5,
  };
  const sentences = say({
    ownerships: [...accountsOn("x", 10), ...accountsOn("facebook", 10)],
    cadences: ids.flatMap((id, index) => [
      cadence(`x:${id}`, index < 4 ? { ...recent, postsPerDay: 0 } : recent),
      cadence(`facebook:${id}`, lifetime),
    ]),
  });
  expect(sentences.slice(-2)).toEqual([
    "On Facebook, the median account of 10 posted 1.5 times a day (98 % CI 1.5 to 1.5) since it was opened: a mean over all years, not a recent rate.",
    "On X, the median account of 10 posted 0.1 times a day (98 % CI 0 to 0.1) in the 90 days before it was observed; among the 6 that posted, 0.1 times a day (97 % CI 0.1 to 0.1).",
  ]);
});

test("where nothing is known the sentences say so, without NaN, null or undefined", () => {
  expect(headlines([], { names, noun: "CROs", segment: "all", thetaDays: 90 })).toEqual([
    { text: "Nothing could be observed: there is no figure about these CROs.", row: null },
  ]);
  const blocked = say({
    sites: ids.map((id) => site(id, { outcome: "blocked" })),
    ownerships: accountsOn("x", 3),
  });
  expect(blocked.join("\n")).toContain("On any social platform, the share of 10 CROs without a public post");
  expect(blocked.join("\n")).toContain("is not known: X was not readable");
  const one = say({ companies: [company("c0")], ownerships: accountsOn("x", 1) });
  expect(one.join("\n")).toContain("fewer than 5 CROs");
  for (const sentence of [...blocked, ...one]) expect(sentence).not.toMatch(/NaN|null|undefined|Infinity/);
});

test("a segment that is not there has nothing said of it", () => {
  expect(say({}, "pharma")).toEqual(["Nothing could be observed: there is no figure about these CROs."]);
});

test("a share that people helped to find says so, and how little is known without them", () => {
  const secondPhase = drawSecondPhase(industry(), companies, {
    ...{ ...askedOf(industry()), n: 9, strata: [], seed: 1 },
  });
  if (typeof secondPhase === "string") throw new Error(secondPhase);
  const readings = secondPhase.map(({ companyId }) =>
    handReading({ companyId, accountId: `linkedin:${companyId}` }),
  );
  const site = handReading({ companyId: "c05", accountId: "site" });
  const found = industry({ secondPhase, readings: [...readings, site] });
  const sentences = headlines(computeBenchmarks(found), {
    ...{ names: new Map(), noun: "companies", segment: "all", thetaDays: 90 },
  }).map(({ text }) => text);
  expect(sentences.join("\n")).toMatch(
    /On any social platform, an estimated 10 % of 20 companies \(95 % CI .* to .*\) had no public post .*: what nobody may read logged out was read by hand for companies drawn at random\. Without a sample the share lies between 10 % and 90 %\./,
  );
});
