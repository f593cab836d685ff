import { expect, test } from "vitest";
import {
  cadenceOf,
  countedAccounts,
  distinctAccounts,
  identityOf,
  isCompleteOn,
  type OwnedAccount,
} from "../../analysis/units.ts";
import { account, cadence, company, findings, ownership } from "./records.ts";

const kinds = ["primary", "regional"];
const unitWith = (accounts: readonly OwnedAccount[]) => {
  const [unit] = findings({ companies: [company("a")] }).units;
  if (!unit) throw new Error("no unit");
  return { ...unit, accounts };
};
const owned = (accountId: string, kind: OwnedAccount["kind"], platformId: string | null = null) => ({
  account: account(accountId, { platformId }),
  isOwn: true,
  kind,
  isLinked: true,
  cadences: [cadence(accountId)],
});

test("only accounts of the kinds asked for count", () => {
  const unit = unitWith([owned("x:a", "primary"), owned("x:jobs", "careers"), owned("x:de", "regional")]);
  expect(countedAccounts(unit, kinds).map(({ account: { accountId } }) => accountId)).toEqual([
    "x:a",
    "x:de",
  ]);
  expect(countedAccounts(unit, ["primary"])).toHaveLength(1);
});

test("a renamed account is the same account: the platform's own id tells, and the most general row stays", () => {
  const rows = [
    owned("x:old", "careers", "7"),
    owned("x:new", "primary", "7"),
    owned("x:other", "primary", "8"),
  ];
  expect(distinctAccounts(rows).map(({ account: { accountId } }) => accountId)).toEqual(["x:new", "x:other"]);
  const maybe = { ...owned("x:new", "primary", "7"), isOwn: false };
  expect(distinctAccounts([maybe, owned("x:old", "regional", "7")])[0]?.isOwn).toBe(true);
  expect(identityOf(account("x:a"))).not.toBe(identityOf(account("bluesky:a", { platformId: "x:a" })));
});

test("a site read completely, or a file that says so, leaves no account unseen", () => {
  const unit = { ...unitWith([]), isVisited: false, declared: new Set(["x"]) };
  expect(isCompleteOn(unit, ["x"])).toBe(true);
  expect(isCompleteOn(unit, ["x", "bluesky"])).toBe(false);
  expect(isCompleteOn({ ...unit, isVisited: true }, ["x", "bluesky"])).toBe(true);
});

test("every row of an account says the same of its activity, so the first will do", () => {
  expect(cadenceOf(owned("x:a", "primary"))?.accountId).toBe("x:a");
});

test("an account with an ownership but no cadence is unobservable", () => {
  const { units } = findings({ companies: [company("a")], ownerships: [ownership("a", "x:a")] });
  expect(units[0]?.accounts[0]?.cadences).toMatchObject([
    { activity: "unobservable", reason: "not_observed" },
  ]);
});
