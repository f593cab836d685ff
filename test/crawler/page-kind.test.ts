import { expect, test } from "vitest";
import { isChallenge, recogniseDisguise } from "../../crawler/page-kind.ts";

const look = (title: string | null, source = "", textLength = 200) =>
  recogniseDisguise({ title, source, textLength });

test.each([
  ["challenge", "Just a moment...", ""],
  ["challenge", null, '<script src="/cdn-cgi/challenge-platform/h/b/orchestrate"></script>'],
  ["parked", "acme.test - this domain is for sale", ""],
  ["parked", null, '<script src="https://www.sedoparking.com/x.js">'],
  ["login_wall", "Log in | Acme intranet", ""],
])("a %s page is not the site", (outcome, title, source) => {
  expect(look(title, source)).toEqual({ outcome, reason: null });
});

test("an error page that answers 200 is not found", () => {
  expect(look("Page not found - Acme")).toEqual({ outcome: "not_found", reason: "soft" });
});

test("an ordinary page is none of these", () => {
  expect(look("Acme Clinical Research", "<p>We run trials</p>")).toBeNull();
  expect(look(null)).toBeNull();
});

test("a long page that only speaks of such things is content", () => {
  expect(look("Why 404 pages matter", "", 20_000)).toBeNull();
  expect(look("About us", "script /cdn-cgi/challenge-platform/ of a protected form", 20_000)).toBeNull();
});

test("a refusal with a challenge in it is one, a bare refusal is not", () => {
  expect(isChallenge("<html><head><title>Attention Required! | Cloudflare</title>")).toBe(true);
  expect(isChallenge("<html><head><title>403 Forbidden</title></head><h1>Forbidden</h1>")).toBe(false);
  expect(isChallenge("")).toBe(false);
});
