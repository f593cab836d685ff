import { expect, test } from "vitest";
import { siteDomain } from "../../crawler/site-domain.ts";

test.each([
  ["https://www.acme.co.uk/about", "acme.co.uk"],
  ["de.acme.com", "acme.com"],
  ["https://acme.github.io/", "acme.github.io"],
  ["http://192.0.2.7:8080/", "192.0.2.7"],
  ["https://localhost/", "localhost"],
  ["", null],
])("the site of %j is %j", (address, domain) => {
  expect(siteDomain(address)).toBe(domain);
});
