import { expect, test } from "vitest";
import { isPlaceholder } from "../../../crawler/attribution/placeholders.ts";

test.each([
  "wordpress",
  "WordPress.com",
  "wix",
  "squarespace",
  "envato",
  "facebook",
  "username",
  "yourpage",
  "your-page",
  "YourCompany",
  "companyname",
  "yourtwitterhandle",
  "example",
  "user",
])("%s is what a template holds", (handle) => {
  expect(isPlaceholder(handle)).toBe(true);
});

test.each([
  "acme",
  "wixson",
  "testo",
  "pageone",
  "accountingweb",
  "namecheapest",
  "usertesting",
  "examplegroup",
  "company-of-heroes",
])("%s is somebody", (handle) => {
  expect(isPlaceholder(handle)).toBe(false);
});
