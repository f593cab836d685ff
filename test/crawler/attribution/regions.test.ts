import { expect, test } from "vitest";
import { labelsRegion, namesRegion, restOf } from "../../../crawler/attribution/regions.ts";

test.each([
  ["acme_de", [], true],
  ["acmede", ["acme"], true],
  ["acmebrasil", ["acme", "acmelabs"], true],
  ["acmeinindia", ["acme"], true],
  ["uk-acme", [], true],
  ["acmeLatinoamérica", ["acme"], true],
  ["acmede", [], false],
  ["acme", ["acme"], false],
  ["bostonscientific", ["bostonscientific"], false],
  ["acmelabs", ["acme"], false],
  ["fantasia", [], false],
])("the handle %s beside %j names a region: %j", (handle, others, isNamed) => {
  expect(namesRegion(handle, others)).toBe(isNamed);
});

test.each([
  ["Germany – Twitter", true],
  ["Acme UK on X", true],
  ["Acme New Zealand", true],
  ["Österreich", true],
  ["Follow us", false],
  ["FOLLOW US IN IT", false],
  ["Find us on X", false],
  ["", false],
])("the label %j names a region: %j", (label, isNamed) => {
  expect(labelsRegion(label)).toBe(isNamed);
});

test("the rest of a handle is what it adds to the longest other one", () => {
  expect(restOf("acme_labs_de", ["acme", "acmelabs"])).toBe("de");
  expect(restOf("zenith", ["acme"])).toBeNull();
  expect(restOf("ac", ["ac"])).toBeNull();
});
