import { expect, test } from "vitest";
import { blank, subjectOf } from "../../crawler/platforms/observers/observation.ts";
import type { Observer, Platform } from "../../crawler/platforms/platform.ts";
import { x } from "../../crawler/platforms/x.ts";
import { lastingOf, nextObserver, observersOf, openSources, tokenSources } from "../../crawler/sources.ts";
import type { Observation } from "../../datasets/schema.ts";
import { accountOn, daysAgo, fixture, now, period } from "./platforms/observers/fixture.ts";

const { effects } = fixture(() => undefined);
const account = accountOn("lab", "a", "https://lab.example/a");

const observer = (name: string, more: Partial<Observer> = {}): Observer => ({
  name,
  access: "token",
  observe: async () => seen(name),
  ...more,
});

const seen = (name: string, more: Partial<Observation> = {}): Observation => ({
  ...blank(subjectOf(account, { name, access: "token" }, { period, effects }), null),
  ...more,
});

const [first, second] = [observer("first", { showsNoPosts: true }), observer("second")];
const next = (known: readonly Observation[], again: readonly string[] = []) =>
  nextObserver([first, second], known, { again: new Set(again), now })?.name ?? null;

test("who shows no posts is followed by the next one, who shows them ends it", () => {
  expect(next([])).toBe("first");
  expect(next([seen("first")])).toBe("second");
  expect(next([seen("first"), seen("second")])).toBeNull();
});

test.each(["gone", "protected", "moved", "error", "token_required", "rate_limited"] as const)(
  "when a lookup ends with %s, nothing dearer is tried",
  (status) => {
    expect(next([seen("first", { status })])).toBeNull();
  },
);

test("a reading is repeated when it is a week old and the user asked for that", () => {
  const old = seen("first", { observedAt: daysAgo(7) });
  expect(next([old, seen("second")], ["first"])).toBe("first");
  expect(next([old, seen("second")])).toBeNull();
  expect(next([seen("first", { observedAt: daysAgo(6.9) }), seen("second")], ["first"])).toBeNull();
  expect(next([{ ...old, status: "gone" }], ["first"])).toBeNull();
});

test("what a token was refused or failed for may be asked again, what was answered may not", () => {
  const kept = ["observed", "partial", "gone", "protected"] as const;
  const asked = [...kept, "token_required", "rate_limited", "error"] as const;
  expect(lastingOf(asked.map((status) => seen("first", { status }))).map(({ status }) => status)).toEqual(
    kept,
  );
  expect(lastingOf([seen("none", { access: "none", status: "token_required" })])).toEqual([]);
});

test("X is read only with its token, at the rung that was asked for", () => {
  const names = (platform: Platform, sources = openSources) =>
    observersOf(platform, sources).map(({ name }) => name);
  expect(names(x)).toEqual([]);
  expect(names(x, tokenSources(["youtube"]))).toEqual([]);
  expect(names(x, tokenSources(["x"]))).toEqual(["x_lookup"]);
  expect(names(x, tokenSources(["x"], { x: "none" }))).toEqual([]);
  expect([...tokenSources(["x"], { x: "lookup2" }).again]).toEqual(["x_lookup"]);
  expect([...tokenSources(["x"], { x: "lookup" }).again]).toEqual([]);
});
