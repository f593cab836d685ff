import { expect, test } from "vitest";
import { mainTheta, reportModel } from "../../../analysis/report/model.ts";
import { grouped } from "../../../datasets/grouping.ts";
import { account, cadence, company, emptyInput, observation, ownership, status } from "./invented.ts";

test("companies stand by name, whatever the case, and the same name by id", () => {
  const names = { b: "beta", c: "Alpha", a2: "Zeta", a1: "Zeta" };
  const companies = Object.entries(names).map(([id, name]) => company(id, { name }));
  const { views } = reportModel(emptyInput({ companies }));
  expect(views.map(({ company: { companyId } }) => companyId)).toEqual(["c", "b", "a1", "a2"]);
});

test("the report speaks about 90 days, or about the first threshold where that was not asked for", () => {
  const { audit } = emptyInput();
  expect(mainTheta(audit)).toBe(90);
  expect(mainTheta({ ...audit, config: { thetas: [28, 56] } })).toBe(28);
});

test("an account that is not the company's own is not shown", () => {
  const input = emptyInput({
    companies: [company("acme")],
    accounts: [account("x", "agency"), account("x", "acme")],
    ownerships: [ownership("acme", "x:agency", { own: "false" }), ownership("acme", "x:acme")],
  });
  expect(reportModel(input).views[0]?.accounts.map((view) => [view.account.accountId, view.counts])).toEqual([
    ["x:acme", true],
  ]);
});

test("kinds that the audit does not count are shown and do not count", () => {
  const input = emptyInput({
    companies: [company("acme")],
    accounts: [account("x", "jobs")],
    ownerships: [ownership("acme", "x:jobs", { kind: "careers" })],
  });
  expect(reportModel(input).views[0]?.accounts[0]?.counts).toBe(false);
});

test("recent and lifetime rates are kept apart, with the observation the recent one rests on", () => {
  const input = emptyInput({
    companies: [company("acme")],
    accounts: [account("x", "acme")],
    ownerships: [ownership("acme", "x:acme")],
    cadences: [
      cadence("x:acme", { estimator: "lifetime", postsPerDay: 9 }),
      cadence("x:acme", { observationId: "first" }),
    ],
    observations: [
      observation("x:acme", { observationId: "first", observedAt: "2026-01-01T00:00:00.000Z" }),
      observation("x:acme", { observationId: "second", observedAt: "2026-02-01T00:00:00.000Z" }),
    ],
  });
  const view = reportModel(input).views[0]?.accounts[0];
  expect(view?.cadence?.estimator).toBe("complete_window");
  expect(view?.lifetime?.postsPerDay).toBe(9);
  expect(view?.observation?.observationId).toBe("first");
});

test("statuses are looked up at the report's threshold only", () => {
  const input = emptyInput({
    companies: [company("acme")],
    statuses: [status("acme", { thetaDays: 30, status: "active" }), status("acme", { status: "unknown" })],
  });
  const [view] = reportModel(input).views;
  expect(view?.statusOn("x")?.status).toBe("unknown");
  expect(view?.statusOn("any")).toBeNull();
});

test("the period is that of the records, so writing the report again changes nothing", () => {
  const observations = [observation("x:acme", { observedAt: "2026-03-09T00:00:00.000Z" })];
  expect(reportModel(emptyInput({ companies: [company("acme")], observations })).period).toBe(
    "2026-03-01 to 2026-03-09",
  );
  expect(reportModel(emptyInput({ companies: [company("acme")] })).period).toBe("2026-03-01");
  expect(reportModel(emptyInput({ companies: [company("acme", { finishedAt: null })] })).period).toBeNull();
});

test("groups keep the order of their first members", () => {
  expect([...grouped(["b1", "a1", "b2"], ([letter = ""]) => letter)]).toEqual([
    ["b", ["b1", "b2"]],
    ["a", ["a1"]],
  ]);
});
