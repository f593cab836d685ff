import { expect, test } from "vitest";
import { bareHost, parseConnectTo, ruleFor } from "../../crawler/connect-to.ts";

const none = { fromHost: null, fromPort: null, toHost: null, toPort: null };

/** Values as curl reads them. */
const readings = [
  ["a.test:80:127.0.0.1:8080", { fromHost: "a.test", fromPort: 80, toHost: "127.0.0.1", toPort: 8080 }],
  ["::127.0.0.1:8080", { ...none, toHost: "127.0.0.1", toPort: 8080 }],
  ["A.Test::localhost:", { ...none, fromHost: "a.test", toHost: "localhost" }],
  ["[::1]:443:[2001:DB8::1]:", { fromHost: "::1", fromPort: 443, toHost: "2001:db8::1", toPort: null }],
  ["bücher.test:::8080", { ...none, fromHost: "xn--bcher-kva.test", toPort: 8080 }],
  [":::", none],
] as const;

for (const [value, rule] of readings) {
  test(`--connect-to ${value} is read`, () => expect(parseConnectTo([value])).toEqual([rule]));
}

test("every value that is no rule is named at once", () => {
  const wrong = [
    "a.test",
    "a:b:c:d",
    "a.test:80:127.0.0.1:99999",
    "a.test:0:b.test:1",
    "::1:80:b.test:1",
    "a/b::c:",
    "u@a::b:",
  ];
  expect(() => parseConnectTo(["::127.0.0.1:1", ...wrong])).toThrow(
    expect.objectContaining({ code: "bad_usage", message: expect.stringMatching(/^(.*\n){6}.*$/) }),
  );
});

test("the first rule that fits counts, and an empty part fits anything", () => {
  const rules = parseConnectTo(["a.test:80::1", "a.test:::2", ":443::3"]);
  const portOf = (host: string, port: number) => ruleFor(rules, host, port)?.toPort ?? null;
  expect([portOf("a.test", 80), portOf("a.test", 81), portOf("b.test", 443), portOf("b.test", 80)]).toEqual([
    1,
    2,
    3,
    null,
  ]);
});

test("a host is told without brackets and without the dot that ends it", () => {
  const hosts = ["http://[::1]/", "http://a.test./", "http://A.test:80/"].map((url) =>
    bareHost(new URL(url)),
  );
  expect(hosts).toEqual(["::1", "a.test", "a.test"]);
});
