import { expect, test } from "vitest";
import { xing } from "../../../crawler/platforms/xing.ts";
import { read } from "./read.ts";

test.each([
  ["https://www.xing.com/company/Acme", "companies/acme"],
  ["https://www.xing.com/companies/acme/jobs", "companies/acme"],
  ["https://www.xing.com/net/acme/forums", "net/acme"],
  ["https://www.xing.com/news/pages/acme-719", "news/pages/acme-719"],
])("%s is read as %s", (url, expected) => {
  expect(read(xing, url)).toBe(expected);
});

test("people are told apart from companies", () => {
  expect(xing.parse(new URL("https://www.xing.com/profile/Erika_Mustermann")).kind).toBe("person");
  expect(xing.parse(new URL("https://www.xing.com/pages/acme")).kind).toBe("account");
});
