import { beforeAll, expect, test } from "vitest";
import { parseConnectTo } from "../../crawler/connect-to.ts";
import { polite } from "../../crawler/polite.ts";
import { localRunner } from "../../crawler/runners/local.ts";
import { verifySite } from "../../crawler/verify-frame.ts";
import { openWorld } from "../../crawler/world.ts";
import { readFrame } from "../../datasets/frame.ts";
import type { SiteCheck } from "../../datasets/site-check.ts";
import { serveIndustry } from "../../datasets/synthetic/index.ts";
import type { MishapId } from "../../datasets/synthetic/mishaps.ts";
import { company } from "../datasets/records.ts";
import { industry } from "../datasets/synthetic/small.ts";
import { quietEffects } from "./quiet-effects.ts";

const delayMs = 20;
const written = readFrame(Buffer.from(industry.frame), "frame.csv").companies;
const truthOf = new Map(industry.companies.map((each) => [each.companyId, each]));
const stale = industry.companies.find(({ mishap, website }) => mishap === "none" && website !== null);
/** The frame as it ships, but for one company that it still calls by a former name. */
const frame = written.map((each) =>
  each.companyId === stale?.companyId ? { ...each, name: "Former Name Laboratories" } : each,
);
const checks = new Map<string, SiteCheck>();
const mishapOf = (id: string): MishapId | undefined => truthOf.get(id)?.mishap;
const statesOf = (...wanted: MishapId[]) =>
  [...checks.values()].flatMap(({ companyId, state }) =>
    wanted.some((mishap) => mishap === mishapOf(companyId)) && companyId !== stale?.companyId ? [state] : [],
  );

/** Every mishap is asked; of the sound sites a dozen, since they are all alike here; of those that want to be asked slowly none. */
const sound = written
  .flatMap(({ companyId }) => (mishapOf(companyId) === "none" ? [companyId] : []))
  .slice(0, 12);
const isAsked = (id: string) =>
  id === stale?.companyId || sound.includes(id) || !["none", "crawl_delay"].includes(mishapOf(id) ?? "none");

beforeAll(async () => {
  const server = await serveIndustry(industry, { delayMs, latencyMs: 0 });
  const world = openWorld({
    userAgent: "presence-audit/0 (+test)",
    connectTo: parseConnectTo(server.connectTo),
    ca: server.ca,
  });
  try {
    const effects = polite(world, { agent: "presence-audit", delayMs, concurrency: 16 });
    const asked = frame.filter(({ companyId, website }) => website !== null && isAsked(companyId));
    await localRunner(effects, { atOnce: 100 })(verifySite(frame, delayMs), asked, (id, [check]) => {
      if (check) checks.set(id, check);
    });
  } finally {
    world.close();
    await server.close();
  }
}, 60_000);

test("sound sites are live, name their company, and speak of its services", () => {
  const states = statesOf("none", "plain_http", "robots_path", "page_fails");
  expect(states.length).toBeGreaterThan(15);
  expect(new Set(states)).toEqual(new Set(["live"]));
  const live = [...checks.values()].filter(({ state }) => state === "live");
  expect(live.every(({ namesCompany, url }) => namesCompany === true && url !== null)).toBe(true);
});

test("sites that lead to another domain are redirected, with the company that has it", () => {
  expect(statesOf("to_parent", "to_stranger")).toEqual(["redirected", "redirected"]);
  const moved = [...checks.values()].filter(({ companyId }) => mishapOf(companyId) === "to_parent");
  expect(moved.map(({ holder }) => holder)).toEqual(
    moved.map(({ companyId }) => truthOf.get(companyId)?.parentId),
  );
  const lost = [...checks.values()].filter(({ companyId }) => mishapOf(companyId) === "to_stranger");
  expect(lost).toMatchObject([{ holder: null, namesCompany: false, callsItself: "Lucky Casino Guide" }]);
});

test("a site that answers under another name is renamed", () => {
  expect(checks.get(stale?.companyId ?? "")).toMatchObject({
    state: "renamed",
    callsItself: expect.stringContaining(stale?.brand ?? "?"),
    isVouchedFor: false,
  });
});

test("sites where nothing is are dead", () => {
  const dead = statesOf("dns_failure", "refused", "reset", "not_found", "soft_404", "gone", "parked");
  expect(dead).toHaveLength(8);
  expect(new Set(dead)).toEqual(new Set(["dead"]));
});

test("sites that could not be seen are called neither dead nor alive", () => {
  const hidden = statesOf(
    ...([
      "robots_all",
      "robots_error",
      "server_error",
      "forbidden",
      "too_many_requests",
      "challenge",
    ] as const),
    ...(["login_wall", "garbage", "pdf", "redirect_loop", "wrong_certificate", "blank"] as const),
  );
  expect(hidden).toHaveLength(13);
  expect(new Set(hidden)).toEqual(new Set(["unclear"]));
});

/** One company whose site shows a page, wherever that is. */
async function checkedPage(body: string, { url = "https://acme.com/", segment = "cro" } = {}) {
  const effects = quietEffects({ "https://acme.com/": { url, text: body } });
  const acme = company("acme", {
    name: "Acmé Trials Ltd.",
    website: "acme.com",
    segment,
    status: "unverified",
  });
  const [check] = await verifySite([acme], 0).run(acme, effects);
  return check;
}

const page = (text: string) =>
  `<html><head><title>Acme Trials</title></head><body><p>${text}</p></body></html>`;

test("a site vouches for its row only if it speaks of the services of the segment", async () => {
  expect(await checkedPage(page("We run clinical trials."))).toMatchObject({
    state: "live",
    offersServices: true,
    isVouchedFor: true,
  });
  const painters = page("We paint houses. <script>const x = 'clinical trials'</script>");
  expect(await checkedPage(painters)).toMatchObject({
    state: "live",
    offersServices: false,
    isVouchedFor: false,
  });
  expect(await checkedPage(painters, { segment: "news" })).toMatchObject({
    offersServices: null,
    isVouchedFor: true,
  });
});

test("a company that goes on under a name and domain of its own is renamed, not redirected", async () => {
  const next = "<html><head><title>Bolt</title></head><body>Acme Trials is now Bolt.</body></html>";
  expect(await checkedPage(next, { url: "https://bolt.com/" })).toMatchObject({
    state: "renamed",
    holder: null,
  });
});
