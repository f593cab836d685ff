import { expect, test } from "vitest";
import { standInOf, withoutForgotten } from "../../datasets/tombstones.ts";
import { company } from "./records.ts";

const audit = { auditId: "0123456789abcdef" };
const forgetting = (...companyIds: string[]) => ({
  ...audit,
  tombstones: companyIds.map((companyId) => ({
    what: "forgotten" as const,
    companyId: standInOf(companyId, audit),
    at: "2026-10-01T00:00:00.000Z",
  })),
});

test("the id that stands for a company tells nothing of it, and is another one in another audit", () => {
  expect(standInOf("acme.test", audit)).toMatch(/^forgotten-[\da-f]{12}$/);
  expect(standInOf("acme.test", audit)).toBe(standInOf("acme.test", audit));
  expect(standInOf("acme.test", { auditId: "another" })).not.toBe(standInOf("acme.test", audit));
});

test("a forgotten company counts as one of its segment and stratum, and nothing else is known of it", () => {
  const acme = company("acme", { country: "DE", aliases: ["Acme AG"], stratum: "large", stratumSize: 7 });
  const [first, second] = withoutForgotten([acme, company("beta")], forgetting("acme"));
  expect(JSON.stringify(first)).not.toMatch(/acme|"DE"/i);
  expect(first).toMatchObject({ segment: "cro", stratum: "large", stratumSize: 7, status: "forgotten" });
  expect(second).toEqual(company("beta"));
});

test("relatives lose their reference to it, and what stands for it stands for itself", () => {
  const daughter = company("beta", { parentId: "acme", successorId: "gamma" });
  const known = withoutForgotten([company("acme"), daughter], forgetting("acme"));
  expect(known[1]).toMatchObject({ parentId: null, successorId: "gamma" });
  expect(withoutForgotten(known, forgetting("acme"))).toEqual(known);
});

test("where nobody was forgotten the frame is as it was", () => {
  const pruned = { what: "pruned" as const, companyId: null, at: "2026-10-01T00:00:00.000Z" };
  const companies = [company("acme"), company("beta", { parentId: "acme" })];
  expect(withoutForgotten(companies, { ...audit, tombstones: [pruned] })).toEqual(companies);
});
