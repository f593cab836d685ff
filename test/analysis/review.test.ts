import { expect, test } from "vitest";
import type { Roster } from "../../analysis/findings.ts";
import { doubtfulAccounts } from "../../analysis/review.ts";
import type { Ownership } from "../../datasets/schema.ts";
import { account, company, findings, lastPosted, ownership } from "./records.ts";

const platforms = [
  { id: "x", name: "X", group: "social" as const },
  { id: "facebook", name: "Facebook", group: "social" as const },
];

function doubts(ownerships: readonly Ownership[], more: Partial<Roster> = {}) {
  const accounts = ownerships.map(({ accountId }) => account(accountId));
  const companies = [company("a"), company("b")];
  const roster = { companies, ownerships, accounts, platforms, ...more };
  return doubtfulAccounts({ findings: findings(roster, { thetas: [90] }), ownerships, accounts });
}
const ids = (...given: Parameters<typeof doubts>) =>
  doubts(...given).map(({ ownership: { accountId } }) => accountId);

test("verdicts that are sure, corrected, or about people are in no doubt", () => {
  const sure = ownership("a", "x:sure", { confidence: 0.99 });
  const corrected = ownership("a", "x:corrected", { own: "unknown", corrected: true });
  const person = ownership("a", "x:person", { kind: "person", confidence: 0.6 });
  expect(ids([sure, corrected, person])).toEqual([]);
});

test("what would change a published status comes before what is less sure", () => {
  const telling = ownership("a", "x:a", { confidence: 0.85 });
  const idle = ownership("b", "facebook:b2", { confidence: 0.55, own: "false", kind: "other" });
  const sure = ownership("b", "facebook:b", { confidence: 0.99 });
  const cadences = [lastPosted("x:a", 3), lastPosted("facebook:b", 3)];
  const found = doubts([telling, idle, sure], { cadences });
  expect(found.map(({ ownership: { accountId } }) => accountId)).toEqual(["x:a", "facebook:b2"]);
  expect(found[0]?.changes).toBeGreaterThan(0);
  expect(found[1]?.changes).toBe(0);
});

test("an account that may be the company's holds its status back, and is counted so", () => {
  const unknown = ownership("a", "x:a", { own: "unknown", confidence: 0.7 });
  expect(doubts([unknown], { cadences: [lastPosted("x:a", 3)] })[0]?.changes).toBeGreaterThan(0);
});

test("of equal value, the less sure verdict comes first", () => {
  const first = ownership("b", "facebook:b", { own: "false", kind: "other", confidence: 0.6 });
  const second = ownership("a", "facebook:a", { own: "false", kind: "other", confidence: 0.8 });
  expect(ids([second, first])).toEqual(["facebook:b", "facebook:a"]);
});
