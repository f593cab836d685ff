import { expect, test } from "vitest";
import { readScript } from "../../../crawler/extract/state.ts";

const onX = (href: string) => href.includes("x.com/");

test("addresses in plain script come with the key before them", () => {
  const script = `var site = {twitterUrl: "https://x.com/acme", other: 'https://acme.example'}; load("https://x.com/b")`;
  expect(readScript(script, onX)).toEqual([
    { href: "https://x.com/acme", path: "twitterUrl", kind: "script" },
    { href: "https://x.com/b", path: null, kind: "script" },
  ]);
});

test.each([
  String.raw`a = "https:\/\/x.com\/acme"`,
  String.raw`a = "https:\u002F\u002Fx.com\u002Facme"`,
  String.raw`a = "https:\\/\\/x.com\\/acme"`,
])("escapes of slashes are undone: %s", (script) => {
  expect(readScript(script, onX).map(({ href }) => href)).toEqual(["https://x.com/acme"]);
});

test("page state is walked and gives the path of keys", () => {
  const state = {
    props: { footer: { social: [{ twitter: "https://x.com/acme" }] }, author: { url: "//x.com/jane" } },
  };
  const expected = [
    { href: "https://x.com/acme", path: ".props.footer.social.0.twitter", kind: "state" },
    { href: "//x.com/jane", path: ".props.author.url", kind: "state" },
  ];
  expect(readScript(JSON.stringify(state), onX)).toEqual(expected);
  expect(readScript(`window.__STATE__ = ${JSON.stringify(state)};`, onX)).toEqual(expected);
});

test("addresses inside a text of the state are told from those that are the value", () => {
  const state = { body: '<p>See <a href="https://x.com/jane">Jane</a></p>' };
  expect(readScript(JSON.stringify(state), onX)).toEqual([
    { href: "https://x.com/jane", path: ".body.#text", kind: "state" },
  ]);
});

test("JSON kept as text in the state is read too", () => {
  const state = { seo: JSON.stringify({ sameAs: ["https://x.com/acme"] }) };
  expect(readScript(JSON.stringify(state), onX).map(({ href }) => href)).toEqual(["https://x.com/acme"]);
});

test("one address under one path counts once", () => {
  expect(readScript('a("https://x.com/b"); a("https://x.com/b")', onX)).toHaveLength(1);
});

test.each(["", "{", "x = {", "https://", "window.a = {}; // https://acme.example/"])(
  "%j holds nothing",
  (script) => {
    expect(readScript(script, onX)).toEqual([]);
  },
);

test("state that is no JSON is read as script", () => {
  expect(readScript('window.a = {b: "https://x.com/acme", c: function () {}}', onX)).toEqual([
    { href: "https://x.com/acme", path: "b", kind: "script" },
  ]);
});

test("hostile depth does not overflow", () => {
  const depth = 100_000;
  const script = `window.a=${'{"a":'.repeat(depth)}"https://x.com/acme"${"}".repeat(depth)}`;
  expect(() => readScript(script, onX)).not.toThrow();
});
