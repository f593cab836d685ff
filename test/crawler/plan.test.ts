import { expect, test } from "vitest";
import { planVisits } from "../../crawler/plan.ts";
import { AuditConfig } from "../../datasets/config.ts";
import { company } from "../datasets/records.ts";

const config = AuditConfig.parse({ pagesPerSite: 4, delayMs: 1_000 });

test("every eligible site costs robots.txt and its pages, and lanes do not wait for one another", () => {
  const plan = planVisits(
    [company("a"), company("b"), company("c", { website: null }), company("d", { status: "closed" })],
    config,
  );
  expect(plan).toEqual({ companies: 4, sites: 2, lanes: 2, requests: 10, leastSeconds: 4 });
});

test("sites on one registrable domain share a lane, a shared website is asked once", () => {
  const plan = planVisits(
    [
      company("a", { website: "one.acme.test" }),
      company("b", { website: "two.acme.test" }),
      company("c", { website: "https://two.acme.test/" }),
    ],
    config,
  );
  expect(plan).toMatchObject({ sites: 2, lanes: 1, requests: 10, leastSeconds: 9 });
});

test("a frame in which nobody can be visited takes no time", () => {
  expect(planVisits([company("a", { website: null })], config)).toMatchObject({
    requests: 0,
    leastSeconds: 0,
  });
});
