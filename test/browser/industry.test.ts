import { expect } from "vitest";
import { findClaims } from "../../crawler/claims.ts";
import { parseConnectTo } from "../../crawler/connect-to.ts";
import { polite } from "../../crawler/polite.ts";
import { visitSite } from "../../crawler/visit.ts";
import { openWorld } from "../../crawler/world.ts";
import { AuditConfig } from "../../datasets/config.ts";
import { generateIndustry, readScenario, serveIndustry } from "../../datasets/synthetic/index.ts";
import { truth } from "../../datasets/synthetic/truth.ts";
import { company } from "../datasets/records.ts";
import { withBrowser } from "./site.ts";

const delayMs = 100;
const industry = generateIndustry(readScenario("small"));
const scripted = industry.companies.find(({ mishap }) => mishap === "needs_scripts");
const own = truth(industry).ownerships.filter(
  ({ companyId, own }) => companyId === scripted?.companyId && own === "true",
);

async function visitScripted(render: AuditConfig["render"]) {
  const server = await serveIndustry(industry, { delayMs });
  const world = openWorld({
    userAgent: "presence-audit/0 (+test)",
    connectTo: parseConnectTo(server.connectTo),
    ca: server.ca,
  });
  try {
    const effects = polite(world, { agent: "presence-audit", delayMs, concurrency: 8 });
    const { companyId = "", website = null } = scripted ?? {};
    const [visit] = await visitSite(AuditConfig.parse({ render })).run(
      company(companyId, { website }),
      effects,
    );
    const claims = visit?.captures.flatMap(findClaims) ?? [];
    const claimed = new Set(claims.map(({ platform, account }) => `${platform}:${account}`));
    return { visit, claimed, violations: server.violations() };
  } finally {
    world.close();
    await server.close();
  }
}

withBrowser(
  "the invented site that is one script is read in a browser, by the rules of politeness",
  async () => {
    const { visit, claimed, violations } = await visitScripted("if-empty");
    expect(visit).toMatchObject({ outcome: "visited" });
    expect(own.length).toBeGreaterThan(0);
    expect(own.filter(({ accountId }) => !claimed.has(accountId))).toEqual([]);
    expect(violations).toEqual([]);
  },
);

withBrowser("without one its truth holds: it is not read, and says why", async () => {
  const { visit, claimed } = await visitScripted("never");
  expect(visit).toMatchObject({ outcome: "partial", reason: "needs_browser" });
  expect(claimed.size).toBe(0);
});
