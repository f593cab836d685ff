import { expect, test } from "vitest";
import { mannersOf } from "../../analysis/manners.ts";
import { scoreAudit } from "../../analysis/score-audit.ts";
import { linesOfScore } from "../../cli/audit-score.ts";
import { truth } from "../../datasets/synthetic/truth.ts";
import { industry } from "../datasets/synthetic/small.ts";

const known = truth(industry);
const silent = {
  ...{ ownerships: [], visits: null, statuses: null, cadences: null, benchmarks: null, fixList: null },
};

test("a crawler that found nothing has a recall of 0 and no precision", () => {
  const lines = linesOfScore(scoreAudit(silent, known), null);
  expect(lines[1]).toMatch(/^all +- +0\.000 +0\.000/);
  expect(lines.join("\n")).not.toMatch(/Kinds|Outcomes|Status|Rates|Benchmarks|Fix list|Politeness/);
});

test("who tells the truth of everything is right in everything", () => {
  const said = {
    ...silent,
    ownerships: known.ownerships.filter(({ declared }) => declared),
    visits: known.companies,
    fixList: known.fixList,
  };
  const text = linesOfScore(scoreAudit(said, known), mannersOf([])).join("\n");
  expect(text).toMatch(/^all +1\.000 +1\.000 +1\.000/m);
  expect(text).toMatch(/Kinds of own accounts: (\d+) of \1 \(100 %\)$/m);
  expect(text).toMatch(/Outcomes of sites: 80 of 80 \(100 %\)$/m);
  expect(text).toMatch(/precision 1\.000, recall 1\.000$/m);
  expect(text).toMatch(/Politeness: 0 rules broken in 0 requests$/m);
});

test("the statuses shown are those of one threshold", () => {
  const statuses = known.statuses.map((each) => ({
    ...each,
    ...{ sided: "two" as const, reason: null, accountIds: [] },
  }));
  const lines = linesOfScore(scoreAudit({ ...silent, statuses }, known), null, 30);
  expect(lines.filter((line) => line.startsWith("Status at 30 days"))).toHaveLength(1);
  expect(lines.filter((line) => line.startsWith("mastodon "))).toHaveLength(2);
});
