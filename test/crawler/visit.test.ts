import { expect, test } from "vitest";
import { inVisitingOrder, toVisit, visitSite } from "../../crawler/visit.ts";
import { AuditConfig } from "../../datasets/config.ts";
import { newManifest } from "../../datasets/manifest.ts";
import type { Company, SiteVisit } from "../../datasets/schema.ts";
import { company } from "../datasets/records.ts";
import { quietEffects } from "./quiet-effects.ts";

type Web = NonNullable<Parameters<typeof quietEffects>[0]>;

async function visitOf(web: Web, said: Partial<Company> = {}, options: Partial<AuditConfig> = {}) {
  const effects = quietEffects(web);
  const stage = visitSite(AuditConfig.parse(options));
  const [visit] = await stage.run(company("acme", said), effects);
  if (!visit) throw new Error("a company without a visit");
  const asked = effects.asked.filter(({ kind }) => kind === "page").map(({ url }) => url);
  return { visit, asked };
}

const page = (content: string) => ({
  text: `<!doctype html><title>Acme</title><nav>${content}</nav><main><p>${"We run clinical trials. ".repeat(20)}</p></main>`,
});
const links =
  '<a href="/about">About</a> <a href="/contact">Contact</a> <a href="/news">News</a> <a href="/imprint">Imprint</a>';
const home = "https://acme.test/";

test("the start page and the chosen pages are read, and no more than was allowed", async () => {
  const { visit, asked } = await visitOf(
    { [home]: page(links), [`${home}about`]: page(""), [`${home}contact`]: page("") },
    {},
    { pagesPerSite: 3 },
  );
  expect(asked).toEqual([home, `${home}about`, `${home}contact`]);
  expect(visit).toMatchObject({ outcome: "visited", reason: null, startUrl: home, finalUrl: home });
  expect(visit.captures.map(({ captureId }) => captureId)).toEqual(["acme#01", "acme#02", "acme#03"]);
});

test("a chosen page that is gone counts as read, one that failed leaves the site partial", async () => {
  const gone = await visitOf({ [home]: page('<a href="/about">About</a>') });
  expect(gone.visit.outcome).toBe("visited");
  const failed = await visitOf({
    [home]: page('<a href="/about">About</a>'),
    [`${home}about`]: { outcome: "timeout", status: null },
  });
  expect(failed.visit).toMatchObject({ outcome: "partial", reason: "page_failed" });
});

test.each([
  [{ status: "acquired" }, "not_eligible", "status_acquired"],
  [{ website: null }, "no_website", null],
])("a company that is not to be visited is recorded and nothing is sent", async (said, outcome, reason) => {
  const { visit, asked } = await visitOf({}, said);
  expect(visit).toMatchObject({ outcome, reason, captures: [] });
  expect(asked).toEqual([]);
});

test("companies of another status are eligible where the user includes them", async () => {
  const { visit } = await visitOf({ [home]: page("") }, { status: "acquired" }, { include: ["acquired"] });
  expect(visit.outcome).toBe("visited");
});

test("without a scheme https is tried, then www., then http; the first failure is told when all fail", async () => {
  const refused = { outcome: "connect_error", status: null } as const;
  const { visit, asked } = await visitOf({
    [home]: refused,
    "https://www.acme.test/": refused,
    "http://acme.test/": page(""),
  });
  expect(asked).toEqual([home, "https://www.acme.test/", "http://acme.test/"]);
  expect(visit).toMatchObject({ outcome: "visited", startUrl: "http://acme.test/" });
  const dead = await visitOf({
    [home]: { outcome: "dns_error" },
    "https://www.acme.test/": refused,
    "http://acme.test/": refused,
  });
  expect(dead.visit).toMatchObject({ outcome: "dns_error", startUrl: home });
});

test("with a scheme only that address is tried", async () => {
  const { asked } = await visitOf({ [home]: { outcome: "tls_error" } }, { website: "https://acme.test" });
  expect(asked).toEqual([home]);
});

test.each<[string, Web[string], Partial<SiteVisit>]>([
  ["a refusal", { outcome: "blocked", status: 403 }, { outcome: "blocked" }],
  [
    "a refusal that is a challenge",
    { outcome: "blocked", status: 403, text: "<title>Just a moment...</title>" },
    { outcome: "challenge" },
  ],
  ["robots", { outcome: "robots_disallowed" }, { outcome: "robots_disallowed" }],
  ["no bytes", { text: "" }, { outcome: "empty" }],
  ["a PDF called HTML", { text: "%PDF-1.7 ..." }, { outcome: "not_html" }],
  [
    "a challenge",
    { text: "<html><title>Just a moment...</title><body>Wait</body>" },
    { outcome: "challenge" },
  ],
  [
    "a soft 404",
    { text: "<html><title>404 Not Found</title><body>Nothing here</body>" },
    { outcome: "not_found", reason: "soft" },
  ],
  [
    "a page of scripts alone",
    { text: '<!doctype html><title>Acme</title><div id="root"></div><script src="/app.js"></script>' },
    { outcome: "partial", reason: "needs_browser" },
  ],
])("%s is one outcome, and the site is not called completely read", async (_, answer, expected) => {
  const { visit } = await visitOf({ [home]: answer });
  expect(visit).toMatchObject(expected);
  expect(visit.captures[0]?.declares).toEqual([]);
});

test("a redirect to another registrable domain is told, one to a subdomain is not", async () => {
  const moved = (url: string) => visitOf({ [home]: { ...page(""), url } });
  expect((await moved("https://parent.test/acme")).visit.reason).toBe("redirected_offsite");
  expect((await moved("https://www.acme.test/en")).visit.reason).toBeNull();
});

test("a refresh tag is followed once", async () => {
  const refresh = {
    text: '<!doctype html><meta http-equiv="refresh" content="0; url=/en/"><title>Acme</title>',
  };
  const { visit, asked } = await visitOf({ [home]: refresh, [`${home}en/`]: page("") });
  expect(asked).toEqual([home, `${home}en/`]);
  expect(visit.captures[0]).toMatchObject({ requestedUrl: home, url: `${home}en/`, outcome: "visited" });
  const loop = {
    text: '<!doctype html><meta http-equiv="refresh" content="5"><title>Acme</title><p>Live ticker</p>',
  };
  expect((await visitOf({ [home]: loop })).asked).toEqual([home]);
});

test("the order of visits is shuffled by the seed and by nothing else", () => {
  const companies = Array.from({ length: 50 }, (_, i) => company(`c${i}`));
  const ids = (seed: number, list: readonly Company[]) =>
    inVisitingOrder(list, seed).map(({ companyId }) => companyId);
  expect(ids(1, companies)).toEqual(ids(1, [...companies].reverse()));
  expect(ids(1, companies)).not.toEqual(ids(2, companies));
  expect(ids(1, companies)).not.toEqual([...ids(1, companies)].sort());
});

test("a site that used up its time after the start page is partial, for the budget", async () => {
  const { visit } = await visitOf({
    [home]: page('<a href="/about">About</a>'),
    [`${home}about`]: { outcome: "timeout", reason: "budget", status: null },
  });
  expect(visit).toMatchObject({ outcome: "partial", reason: "budget" });
});

test("where the start page links too little, the sitemap tells more pages; it is no page itself", async () => {
  const map = `<urlset><url><loc>${home}contact</loc></url><url><loc>${home}trials/17</loc></url></urlset>`;
  const { visit, asked } = await visitOf({
    [home]: page('<a href="/about">About</a>'),
    [`${home}about`]: page(""),
    [`${home}contact`]: page(""),
    [`${home}sitemap.xml`]: { text: map },
  });
  expect(asked).toEqual([home, `${home}about`, `${home}contact`]);
  expect([visit.outcome, visit.captures.length]).toEqual(["visited", 3]);
});

test("a refresh for browsers without scripts is not followed: it leads to a page that says so", async () => {
  const noscript = '<noscript><meta http-equiv="refresh" content="0; url=/no-scripts.html"></noscript>';
  expect((await visitOf({ [home]: page(noscript) })).asked).toEqual([home]);
});

test("a site of which one page shows nothing without scripts is not called completely read", async () => {
  const shell = {
    text: '<!doctype html><title>Contact</title><div id="app"></div><script src="/app.js"></script>',
  };
  const { visit } = await visitOf({
    [home]: page('<a href="/contact">Contact</a>'),
    [`${home}contact`]: shell,
  });
  expect(visit).toMatchObject({ outcome: "partial", reason: "needs_browser" });
});

test("a page made of frames is read by its frames, on its own site only", async () => {
  const { visit, asked } = await visitOf({
    [home]: {
      text: '<html><title>Acme</title><frameset><frame src="menu.html"><frame src="http://other.test/"></frameset></html>',
    },
    [`${home}menu.html`]: page("menu"),
  });
  expect(asked).toEqual([home, `${home}menu.html`]);
  expect(visit.outcome).toBe("visited");
});

test("a company that asked not to be audited is not visited", () => {
  const companies = [
    company("acme"),
    company("beta"),
    company("gamma", { website: "https://de.beta.test/" }),
  ];
  const excluded = { file: "exclusions.csv", bytes: Buffer.from("host\nwww.beta.test\n") };
  const config = AuditConfig.parse({});
  const instrument = { software: "test", grammar: "1", extractor: "1", attribution: "1", observers: [] };
  const startedAt = "2026-09-30T12:00:00.000Z";
  const manifest = () => newManifest({ companies, frameFile: null, config, instrument, startedAt });
  const left = (input: typeof excluded | null, done: readonly string[] = []) => {
    const visits = { has: (companyId: string) => done.includes(companyId) };
    return toVisit(companies, { config, input: () => input, manifest, visits }).map(
      ({ companyId }) => companyId,
    );
  };
  expect(left(excluded)).toEqual(["acme"]);
  expect(left(null)).toHaveLength(3);
  expect(left(null, ["acme"])).toEqual(left(null).filter((companyId) => companyId !== "acme"));
});
