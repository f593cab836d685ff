import { expect, test } from "vitest";
import {
  isNamedBy,
  isTab,
  named,
  other,
  platformFrom,
  post,
  prefixed,
  readPath,
  readQuery,
  share,
  under,
  words,
} from "../../../crawler/platforms/grammar.ts";
import { read } from "./read.ts";

const rules = {
  routes: { team: under("team", { name: /^[a-z]+$/i }) },
  shares: words("share"),
  posts: words("p"),
  reserved: words("about toString"),
  names: named({ name: /^[a-z]+$/i, tabs: words("photos") }),
};

const at = (path: string) => readPath(new URL(path, "https://network.example"), rules);

test.each([
  ["/Acme", "acme"],
  ["/Acme//Photos/", "acme"],
  ["/TEAM/Acme", "team/acme"],
  ["/", other("empty")],
  ["/Share/x", share],
  ["/p/1", post],
  ["/About", other("reserved")],
  ["/acme/unknown", post],
  ["/acme/photos/1", post],
  ["/a1", other("grammar")],
])("routes, then words, then names: %s", (path, expected) => {
  expect(at(path)).toEqual(expected);
});

test("a first segment named like a property of every object is no route", () => {
  expect(at("/constructor")).toBe("constructor");
  expect(at("/__proto__")).toEqual(other("grammar"));
});

test("without names only routes lead to accounts", () => {
  expect(readPath(new URL("https://network.example/acme"), {})).toEqual(other("unknown_path"));
});

test("a final dot is dropped only where no name can end in one", () => {
  const url = new URL("https://network.example/acme.");
  const names = named({ name: /^[a-z.]+$/ });
  expect(readPath(url, { names })).toBe("acme.");
  expect(readPath(url, { names, finalDot: "dropped" })).toBe("acme");
});

test("an @ is dropped, required or part of the name", () => {
  const name = /^@?[a-z]+$/;
  expect(named({ name, at: "dropped" })(["@acme"])).toBe("acme");
  expect(named({ name, at: "required" })(["@acme"])).toBe("acme");
  expect(named({ name, at: "required" })(["acme"])).toEqual(other("no_at_sign"));
  expect(named({ name })(["@acme"])).toBe("@acme");
  expect(named({ name, at: "dropped" })(["@"])).toEqual(other("empty"));
});

test("only one tab may follow a name", () => {
  const tabs = words("photos");
  expect([[], ["photos"], ["PHOTOS"], ["photos", "1"], ["videos"]].map((rest) => isTab(rest, tabs))).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
  expect(isTab(["photos"], undefined)).toBe(false);
});

test("a query gives an account that fits the grammar, or says why not", () => {
  const url = new URL("https://network.example/?name=@Acme&bad=a%20b&none=");
  expect(readQuery(url, "name", /^[a-z]+$/i)).toBe("acme");
  expect(readQuery(url, "bad", /^[a-z]+$/i)).toEqual(other("grammar"));
  expect(readQuery(url, "none", /^[a-z]*$/i)).toEqual(other("empty"));
  expect(readQuery(url, "missing", /^[a-z]*$/i)).toEqual(other("empty"));
});

test("a prefix goes before accounts, not before refusals", () => {
  expect(prefixed("id", "1")).toBe("id/1");
  expect(prefixed("id", post)).toBe(post);
});

test("a hint names a platform by its label", () => {
  expect(isNamedBy({ label: "Acme on LinkedIn" }, /linkedin/i)).toBe(true);
  expect(isNamedBy({ rel: "me" }, /linkedin/i)).toBe(false);
});

const network = platformFrom({
  id: "network",
  name: "Network",
  group: "social",
  hosts: ["network.example", "*.network.example"],
  accountHosts: /^(?:[a-z]{2}\.)?network\.example$/,
  read: (url) => readPath(url, rules),
  canonical: (account) => `https://network.example/${account}`,
  isPerson: (account) => account === "jane",
  observers: [],
  examples: [],
});

test("a platform adds canonical URL and kind to what its grammar reads", () => {
  expect(network.parse(new URL("https://de.network.example/Acme"))).toEqual({
    kind: "account",
    account: "acme",
    url: "https://network.example/acme",
  });
  expect(network.parse(new URL("https://network.example/jane")).kind).toBe("person");
});

test("reserved words win over names wherever a name stands", () => {
  const sloppy = platformFrom({
    ...network,
    read: (url) => readPath(url, { ...rules, routes: { orgs: rules.names } }),
  });
  expect(read(sloppy, "https://network.example/orgs/acme")).toBe("acme");
  expect(read(sloppy, "https://network.example/orgs/about")).toBe("!reserved");
});

test("hosts that a wildcard lets in may be the platform's own sites", () => {
  expect(read(network, "https://blog.network.example/acme")).toBe("!service_host");
  expect(read(network, "https://www.network.example/acme")).toBe("acme");
});
