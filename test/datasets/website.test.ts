import { expect, test } from "vitest";
import { readWebsite } from "../../datasets/website.ts";

const siteOf = (cell: string) => readWebsite(cell)?.site;

test("missing scheme, upper case, www and a trailing slash make no second site", () => {
  const spellings = [
    "acme.test",
    "ACME.test/",
    "www.acme.test",
    "http://acme.test",
    "https://WWW.Acme.TEST/",
  ];
  expect(new Set(spellings.map(siteOf))).toEqual(new Set(["acme.test"]));
});

test("an IDN and its punycode are one site with a readable host", () => {
  expect(readWebsite("https://müller.test/")).toMatchObject({
    site: "xn--mller-kva.test",
    host: "müller.test",
  });
  expect(siteOf("xn--mller-kva.test")).toBe("xn--mller-kva.test");
});

test("the scheme is kept where the frame gives one, so that only the others are tried over https first", () => {
  expect(readWebsite("http://acme.test/")?.text).toBe("http://acme.test");
  expect(readWebsite("acme.test/en/")).toMatchObject({ text: "acme.test/en/", site: "acme.test/en" });
});

test("a path or a port is another site than the host alone", () => {
  expect(siteOf("acme.test/de")).toBe("acme.test/de");
  expect(siteOf("http://acme.test:8080")).toBe("acme.test:8080");
});

test.each([
  "acme",
  "n/a",
  "-",
  "ftp://acme.test",
  "mailto:x@acme.test",
  "acme .test",
  "http://",
  "acme..test",
  "https://a_b.test",
])("%s is no website", (cell) => expect(readWebsite(cell)).toBeNull());

test("addresses are websites: whether they may be visited is the guard's business", () => {
  expect(siteOf("http://127.0.0.1:8080/")).toBe("127.0.0.1:8080");
  expect(siteOf("http://[::1]/")).toBe("[::1]");
});

test.each(["acme.test", "https://www.acme-bio.co.test/", "a--b.test/", "1.acme.test", "www.acme.test"])(
  "%s, which is a plain host, is read as a URL would read it",
  (cell) => {
    const url = new URL(cell.startsWith("https:") ? cell : `https://${cell}`);
    const bare = url.hostname.replace(/^www\./, "");
    expect(readWebsite(cell)).toEqual({ text: cell.replace(/\/$/, ""), site: bare, host: bare });
    // With an upper-case letter it is one.
    expect(readWebsite(cell.replace("test", "tesT"))).toEqual(readWebsite(cell));
  },
);
