import { expect, test } from "vitest";
import type { WebResponse } from "../../crawler/effects.ts";
import { keptAnswers } from "../../crawler/kept-answers.ts";
import { addressOnSite, openSupply, type Wish } from "../../crawler/supply.ts";
import { answerOf, quietEffects } from "./quiet-effects.ts";

type Web = Parameters<typeof quietEffects>[0];

const page = answerOf("https://www.acme.test/");

function supplyFrom(web: Web, kept = keptAnswers(1_000)) {
  const effects = quietEffects(web);
  const budget = { leftMs: 1_000 };
  const supply = openSupply({ page, budget }, { kept, fetch: effects.fetch });
  const grant = (url: string, more: Partial<Wish> = {}) =>
    supply.grant({ url, method: "GET", type: "script", accept: null, ...more });
  return { ...supply, grant, asked: effects.asked };
}

const script = "https://www.acme.test/app.js";

test("a script of the site comes as a subresource, a tenth of a second after the last, within the visit's budget", async () => {
  const { grant, asked, missing } = supplyFrom({ [script]: { text: "run()" } });
  const answer = await grant(`${script}#part`, { accept: "text/javascript" });
  expect(Buffer.from(answer?.body ?? "").toString()).toBe("run()");
  expect(asked).toEqual([
    {
      url: script,
      kind: "subresource",
      laneDelayMs: 100,
      headers: { accept: "text/javascript" },
      budget: { leftMs: 1_000 },
    },
  ]);
  expect(missing()).toBeNull();
});

test.each<[string, string, Partial<Wish>]>([
  ["another site's script", "https://cdn.example/app.js", {}],
  ["an internal address", "http://127.0.0.1/app.js", {}],
  ["a picture", "https://www.acme.test/a.png", { type: "image" }],
  ["a frame", "https://www.acme.test/frame", { type: "frame" }],
  ["a beacon", "https://www.acme.test/count", { type: "ping" }],
  ["what is sent by POST", "https://www.acme.test/api", { type: "fetch", method: "POST" }],
  ["a file of this machine", "file:///etc/passwd", {}],
  ["no address at all", "//", {}],
])("%s is not asked for, and the page lacks nothing of its site for that", async (_, url, more) => {
  const { grant, asked, missing } = supplyFrom({});
  expect([await grant(url, more), asked, missing()]).toEqual([null, [], null]);
});

test("hosts of the site's domain are the site's", async () => {
  const api = "https://api.acme.test/links.json";
  const { grant } = supplyFrom({ [api]: { text: "[]" } });
  expect(await grant(api, { type: "fetch" })).not.toBeNull();
});

test("an address is asked for once, by this page and by the next", async () => {
  const kept = keptAnswers(1_000);
  const first = supplyFrom({ [script]: { text: "x" } }, kept);
  await Promise.all([first.grant(script), first.grant(script)]);
  const next = supplyFrom({ [script]: { text: "x" } }, kept);
  expect(await next.grant(script)).not.toBeNull();
  expect([first.asked.length, next.asked.length, first.wishes()]).toEqual([1, 0, 2]);
});

test("a page that wants more than forty parts gets forty, and is known to lack some", async () => {
  const { grant, asked, missing } = supplyFrom({});
  for (let part = 0; part < 50; part += 1) await grant(`https://www.acme.test/${part}.js`);
  expect([asked.length, missing()]).toEqual([40, "budget"]);
});

test.each<[string, Partial<WebResponse>, "budget" | "page_failed" | null]>([
  ["that does not exist", { outcome: "not_found", status: 404 }, null],
  ["that robots.txt closes", { outcome: "robots_disallowed", status: null }, "page_failed"],
  ["that fails at the server", { outcome: "http_error", status: 500 }, "page_failed"],
  ["for which no time is left", { outcome: "timeout", reason: "budget", status: null }, "budget"],
])("a part %s leaves the page as it should", async (_, said, expected) => {
  const { grant, missing } = supplyFrom({ [script]: said });
  const answer = await grant(script);
  expect([answer?.status ?? null, missing()]).toEqual([said.status, expected]);
});

test("a redirect that was not followed is not handed to a browser, which would follow it", async () => {
  const { grant } = supplyFrom({ [script]: { outcome: "guarded", status: 302 } });
  expect(await grant(script)).toBeNull();
});

test("what is under way is known, also when it ends badly", async () => {
  const supply = openSupply(
    { page },
    { kept: keptAnswers(0), fetch: () => Promise.reject(new Error("stopped")) },
  );
  const under = supply.grant({ url: script, method: "GET", type: "script", accept: null });
  expect(supply.pending()).toBe(1);
  await expect(under).rejects.toThrow("stopped");
  expect(supply.pending()).toBe(0);
});

test("an address on a page's site is told from all others", () => {
  expect(addressOnSite("http://www.acme.test/a#b", "https://acme.test/")).toBe("http://www.acme.test/a");
  expect(addressOnSite("blob:https://acme.test/1", "https://acme.test/")).toBeNull();
  expect(addressOnSite("https://acme.test.example/", "https://acme.test/")).toBeNull();
});
