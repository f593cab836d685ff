import { expect, test } from "vitest";
import { policy } from "../../../crawler/platforms/policy.ts";
import { faultOfSwitch, reasonsAgainst, switched } from "../../../crawler/platforms/switches.ts";

test("an observer is switched by its own name or with all of its platform", () => {
  expect(switched(["+telegram"])).toEqual({ on: new Set(["telegram_preview"]), off: new Set() });
  expect(switched(["+medium_feed"]).on).toEqual(new Set(["medium_feed"]));
  expect(switched(["-bluesky"]).off).toEqual(new Set(["bluesky_appview", "bluesky_pds"]));
});

test("the last word counts", () => {
  const { on, off } = switched(["-bluesky", "+bluesky_pds"]);
  expect([on, off]).toEqual([new Set(["bluesky_pds"]), new Set(["bluesky_appview"])]);
});

test("an observer with a token is switched by its token, not by name", () => {
  expect(switched(["+x_lookup", "+x"]).on.size).toBe(0);
  expect(faultOfSwitch("+x_lookup")).toContain("no observer");
});

test("a switch that means nothing is a fault that names what there is", () => {
  expect(faultOfSwitch("+telegram")).toBeNull();
  expect(faultOfSwitch("-feed")).toBeNull();
  for (const given of ["telegram", "+telegramm", "+", "x"])
    expect(faultOfSwitch(given)).toContain("telegram_preview");
});

test("whoever switches on what is off is told why it was off", () => {
  expect(reasonsAgainst(switched([]))).toEqual([]);
  expect(reasonsAgainst(switched(["+telegram", "+bluesky", "-medium"]))).toEqual([
    expect.stringContaining("forbid scraping"),
  ]);
});

test("every observer that is off says why", () => {
  const silent = Object.entries(policy.observers).filter(
    ([, { access, onByDefault, note }]) => access === "public" && !onByDefault && note === null,
  );
  expect(silent).toEqual([]);
});
