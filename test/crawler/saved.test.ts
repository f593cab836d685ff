import { expect, test } from "vitest";
import { companySite, withSavedPages } from "../../crawler/saved.ts";
import { company, visit } from "../datasets/records.ts";
import { quietEffects } from "./quiet-effects.ts";

const html = '<title>Acme</title><p>Acme tests things.</p><a href="https://x.com/acme">X</a>';
const page = (url: string, text = html) => quietEffects({ [url]: { text } }).fetch({ url, kind: "page" });

test("a site that was blocked becomes partial: saved pages show what it declares, not what it lacks", async () => {
  const before = visit("acme", { outcome: "blocked", captures: [] });
  const after = withSavedPages("acme", before, [await page("https://acme.test/")]);
  expect(after).toMatchObject({ outcome: "partial", reason: "saved_pages", startUrl: before.startUrl });
  expect(after.captures).toMatchObject([
    { captureId: "acme#01", via: "file", outcome: "visited", title: "Acme" },
  ]);
  expect(after.captures[0]?.declares.map(({ href }) => href)).toEqual(["https://x.com/acme"]);
});

test("a site that was read stays so, and a page is added once", async () => {
  const pages = [await page("https://acme.test/"), await page("https://acme.test/about")];
  const once = withSavedPages("acme", visit("acme"), pages);
  const twice = withSavedPages("acme", once, pages);
  expect(once).toMatchObject({ outcome: "visited", reason: null });
  expect(twice.captures.map(({ captureId }) => captureId)).toEqual(["acme#01", "acme#02"]);
});

test("a company that was never visited has a visit by its saved pages alone", async () => {
  const after = withSavedPages("acme", null, [await page("https://acme.test/")]);
  expect(after).toMatchObject({ outcome: "partial", reason: "saved_pages", startUrl: "https://acme.test/" });
});

test("a company's site is its registrable domain", () => {
  expect(companySite(company("a", { website: "www.shop.acme.co.uk/de" }))).toBe("acme.co.uk");
  expect(companySite(company("a", { website: null }))).toBeNull();
});
