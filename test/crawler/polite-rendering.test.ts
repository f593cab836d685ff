import { expect, test } from "vitest";
import { polite } from "../../crawler/polite.ts";
import { answerOf } from "./quiet-effects.ts";
import { pages, virtualWorld } from "./virtual-world.ts";

const settings = { agent: "presence-audit", delayMs: 1_000, concurrency: 8 };
const page = answerOf("http://a.test/");

test("parts of a page lie a tenth of a second apart, or what robots.txt asks for", async () => {
  const web = pages({
    "http://b.test/robots.txt": { body: "User-agent: *\nCrawl-delay: 2" },
    "http://a.test/1.js": {},
  });
  const { effects, clock, pass, visits } = virtualWorld(web);
  const { fetch } = polite(effects, { ...settings, clock });
  const part = (url: string) => fetch({ url, kind: "subresource", laneDelayMs: 100 });
  await pass(
    Promise.all(["a", "b"].flatMap((name) => [1, 2].map((n) => part(`http://${name}.test/${n}.js`)))),
  );
  const times = (host: string) => visits.filter(({ url }) => url.includes(host)).map(({ at }) => at);
  expect([times("a.test").slice(1), times("b.test").slice(1)]).toEqual([
    // An answer takes 10 ms, and only then a request has surely arrived.
    [110, 220],
    [2_010, 4_020],
  ]);
});

test("a part that redirects to another site is not followed there, one that redirects within it is", async () => {
  const web = pages({
    "http://a.test/1.js": { status: 302, headers: { location: "http://cdn.a.test/1.js" } },
    "http://cdn.a.test/1.js": { status: 302, headers: { location: "http://b.test/1.js" } },
  });
  const { effects, clock, pass, visits } = virtualWorld(web);
  const { fetch } = polite(effects, { ...settings, clock });
  const part = await pass(fetch({ url: "http://a.test/1.js", kind: "subresource", laneDelayMs: 100 }));
  expect(part).toMatchObject({ outcome: "guarded", reason: "offsite", url: "http://cdn.a.test/1.js" });
  expect(visits.some(({ url }) => url.includes("b.test"))).toBe(false);
});

test("showing a page ends at once when the audit is stopped", async () => {
  const { effects, clock } = virtualWorld(pages({}));
  const stopping = new AbortController();
  const forever = () => new Promise<never>(() => undefined);
  const { render } = polite({ ...effects, render: forever }, { ...settings, clock, signal: stopping.signal });
  const shown = render?.({ page }, effects.fetch);
  stopping.abort();
  await expect(shown).rejects.toMatchObject({ code: "stopped" });
});
