import { expect, test } from "vitest";
import { type Arrival, createOracle } from "../../../datasets/synthetic/oracle.ts";

const polite: Arrival = {
  host: "www.a.test",
  path: "/",
  agent: "presence-audit/0.1.0 (+a@b.test)",
  at: 0,
  since: 0,
  owner: "site",
  lane: "a.test",
  delayMs: 1_000,
  isDisallowed: false,
};
/** Sends requests one after the other, each over before the next. */
const after = (...arrivals: Partial<Arrival>[]) => {
  const oracle = createOracle();
  for (const arrival of arrivals) oracle.arrived({ ...polite, since: arrival.at ?? 0, ...arrival })();
  return oracle.violations().map(({ kind, host, count }) => `${kind} ${host} ${count}`);
};
const robots = { path: "/robots.txt", at: 0 };

test("robots.txt first and the delay kept: nothing to say", () => {
  expect(after(robots, { at: 1_000 }, { at: 2_000, path: "/about" })).toEqual([]);
});

test.each([
  ["a page before robots.txt", [{}], "no_robots_first www.a.test 1"],
  ["a second request too soon", [robots, { at: 900 }], "too_fast www.a.test 1"],
  [
    "the lane of a domain is shared by its hosts",
    [robots, { host: "a.test", path: "/robots.txt", at: 500 }],
    "too_fast a.test 1",
  ],
  ["a path that robots.txt forbids", [robots, { at: 1_000, isDisallowed: true }], "robots www.a.test 1"],
  [
    "a platform that forbids robots",
    [{ owner: "closed" as const, host: "x.com" }],
    "closed_platform x.com 1",
  ],
  ["a host that is nobody's", [{ owner: "nobody" as const, host: "b.test" }], "unknown_host b.test 1"],
  ["a nameless agent", [{ ...robots, agent: "Mozilla/5.0" }], "unidentified www.a.test 1"],
])("%s is a violation", (_, arrivals, violation) => {
  expect(after(...arrivals)).toContain(violation);
});

test("asking robots.txt is allowed everywhere, even where it forbids everything", () => {
  expect(
    after({ ...robots, isDisallowed: true }, { ...robots, host: "x.com", lane: "x.com", owner: "closed" }),
  ).toEqual([]);
});

test("a delay may be 5 % short", () => {
  expect(after(robots, { at: 951 })).toEqual([]);
  expect(after(robots, { at: 949 })).toEqual(["too_fast www.a.test 1"]);
});

test("a request that may have waited to be read accuses nobody", () => {
  expect(after({ ...robots, at: 100, since: 0 }, { at: 1_000, since: 1_000 })).toEqual([]);
});

test("two requests of one lane at the same time are a violation, two lanes are none", () => {
  const oracle = createOracle();
  const done = oracle.arrived({ ...polite, path: "/robots.txt", delayMs: 0 });
  oracle.arrived({ ...polite, path: "/robots.txt", host: "b.test", lane: "b.test", delayMs: 0 });
  expect(oracle.violations()).toEqual([]);
  oracle.arrived({ ...polite, delayMs: 0 });
  expect(oracle.violations().map(({ kind }) => kind)).toEqual(["at_once"]);
  done();
});

test("violations are counted by host and kind, with the first as an example", () => {
  const oracle = createOracle();
  for (const at of [0, 1_000, 1_400, 1_500]) {
    oracle.arrived({ ...polite, at, since: at, path: at === 0 ? "/robots.txt" : `/page${at}` })();
  }
  expect(oracle.requests()).toBe(4);
  expect(oracle.violations()).toEqual([
    { host: "www.a.test", kind: "too_fast", count: 2, example: "/page1400 after 400 ms" },
  ]);
});

test("without a promise no gap is judged", () => {
  expect(after(robots, { at: 1, delayMs: 0 })).toEqual([]);
});

test("each host is counted, with the rules broken there", () => {
  const oracle = createOracle();
  for (const arrival of [robots, { at: 1_000 }, { at: 1_100 }, { host: "b.test", lane: "b.test", ...robots }])
    oracle.arrived({ ...polite, since: arrival.at, ...arrival })();
  expect(oracle.hosts()).toEqual([
    { host: "b.test", requests: 1, broken: 0 },
    { host: "www.a.test", requests: 3, broken: 1 },
  ]);
});

test("any crawler that says how to reach its owner is identified", () => {
  for (const agent of ["acme-bot/2.0 (+https://acme.test/bot)", "crawler me@acme.test"])
    expect(after({ ...robots, agent })).toEqual([]);
});
