import { expect, test } from "vitest";
import { absoluteAddress, readAddress } from "../../../crawler/extract/address.ts";

test.each([
  ["  https://x.com/a \n", "https://x.com/a"],
  ["https://x.com/\na", "https://x.com/a"],
  ["https://x.com/?a=1&amp;b=2", "https://x.com/?a=1&b=2"],
  ["https://x.com/?a=1&copy=2", "https://x.com/?a=1&copy=2"],
  ["", null],
  ["   ", null],
  ["#", null],
  [undefined, null],
  [`https://x.com/${"a".repeat(5_000)}`, null],
])("the attribute %j holds the address %j", (raw, address) => {
  expect(readAddress(raw)).toBe(address);
});

test.each([
  ["https://x.com/a", "https://x.com/a"],
  ["//x.com/a", "https://x.com/a"],
  ["/about", "https://acme.example/about"],
  ["about", "https://acme.example/en/about"],
  ["?page=2", "https://acme.example/en/?page=2"],
  ["mailto:info@acme.example", "mailto:info@acme.example"],
  ["facebook.com/acme", "facebook.com/acme"],
  ["http://[", "http://["],
])("%s on a page means %s", (address, absolute) => {
  expect(absoluteAddress(address, "https://acme.example/en/")).toBe(absolute);
});

test("without a usable base an address stays as written", () => {
  expect(absoluteAddress("/about", "not a url")).toBe("/about");
});
