import { expect, test } from "vitest";
import { rightsHolder } from "../../../crawler/extract/rights.ts";

test.each([
  ["<p>© 2024 Acme Research, Inc. All rights reserved.</p>", "Acme Research, Inc"],
  ["<p>&copy;2019-2024 <a href='/'>Acme</a> | Privacy</p>", "Acme"],
  ["<span>©</span> <span>2024</span> <b>Acme GmbH</b>. Alle Rechte vorbehalten", "Acme GmbH"],
  ["Copyright &#169; by Smith &amp; Sons 2001 – present", "Smith & Sons"],
  ["(c) 2020 Acme S.A. Tous droits réservés", "Acme S.A"],
  ["© 2024", null],
  ["/*! theme © 2013 Somebody; */ .a{b:c}", null],
  ["nothing of the kind", null],
])("%s names %s", (html, holder) => {
  expect(rightsHolder(html)).toBe(holder);
});

test("of two lines the last is the page's own", () => {
  expect(rightsHolder("<p>Photo © Jane Doe</p><footer>© 2024 Acme</footer>")).toBe("Acme");
});

test("a page of a million signs is read at once", () => {
  expect(rightsHolder("©".repeat(1_000_000))).toBeNull();
});
