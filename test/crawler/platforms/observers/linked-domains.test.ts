import { expect, test } from "vitest";
import { domainsAlone, linkedDomains } from "../../../../crawler/platforms/observers/linked-domains.ts";

test.each([
  ["an address", "https://www.acme.com/contact?x=1", ["acme.com"]],
  ["a bare host", "Clinical trials worldwide. acme.co.uk", ["acme.co.uk"]],
  ["a bare host before a path", "More: www.acme.com/jobs", ["acme.com"]],
  [
    "HTML as Mastodon shows it",
    '<a href="https://acme.com" rel="me"><span>acme.com</span></a>',
    ["acme.com"],
  ],
  ["several, each once", "https://b.com https://a.com http://www.b.com", ["a.com", "b.com"]],
  ["an e-mail address is no site", "info@acme.com", []],
  ["a handle is no site", "Run by @acme.bsky.social and @acme@mastodon.social", []],
  ["a word with a dot is no site", "Dr.Smith writes e.g. about main.ts and v1.2.3", []],
  ["an address under an unknown suffix counts", "https://acme.test/", ["acme.test"]],
])("%s", (_, text, domains) => {
  expect(linkedDomains([null, text])).toEqual(domains);
});

test("nothing of a text is kept but domains, and of those not many", () => {
  const text = Array.from({ length: 50 }, (_, i) => `Jane Doe https://site${i}.com`).join(" ");
  const domains = linkedDomains([text]);
  expect(domains).toHaveLength(20);
  expect(domains.join()).not.toContain("Jane");
});

test("a long text without an address is read in no time", () => {
  expect(linkedDomains(["a.".repeat(50_000), "-".repeat(100_000)])).toEqual([]);
});

test("evidence keeps the domains of a text and nothing else, and they are found in it again", () => {
  const kept = domainsAlone("Jane Doe, acme.com and https://www.acme.test/team/jane");
  expect(kept).toBe("https://acme.com https://acme.test");
  expect(linkedDomains([kept])).toEqual(["acme.com", "acme.test"]);
  expect(domainsAlone(7)).toBeNull();
});
