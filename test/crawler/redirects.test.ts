import { expect, test } from "vitest";
import { isDeadEnd, redirectOf } from "../../crawler/redirects.ts";
import { unsent } from "../../crawler/sending.ts";

function answer(status: number, location?: string) {
  const headers: Record<string, string> = location === undefined ? {} : { location };
  return { ...unsent("http://a.test/x/y?z", { outcome: "ok", reason: null }, ""), status, headers };
}

/** Location headers, as Node gives their bytes, and where they lead from http://a.test/x/y?z. */
const locations = [
  ["/b", "http://a.test/b"],
  ["b?c", "http://a.test/x/b?c"],
  ["//b.test", "http://b.test/"],
  ["https://B.test:443/#part", "https://b.test/"],
  ["../../../b", "http://a.test/b"],
  [Buffer.from("/über uns").toString("latin1"), "http://a.test/%C3%BCber%20uns"],
  ["/\u00fcber", "http://a.test/%C3%BCber"],
  ["javascript:alert(1)", "javascript:alert(1)"],
  ["http://", null],
  ["https://[::bad/", null],
] as const;

for (const [location, url] of locations) {
  test(`Location ${location} leads to ${url}`, () => expect(redirectOf(answer(302, location))).toBe(url));
}

test("only redirects redirect: a Location elsewhere means nothing", () => {
  const statuses = [200, 201, 300, 304, 301, 302, 303, 307, 308];
  expect(statuses.filter((status) => redirectOf(answer(status, "/b")) !== null)).toEqual([
    301, 302, 303, 307, 308,
  ]);
});

test("a redirect without a usable Location is a dead end", () => {
  expect([answer(301), answer(302, "http://"), answer(302, "/b"), answer(304)].map(isDeadEnd)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
