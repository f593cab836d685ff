import { expect, test } from "vitest";
import { readMhtml } from "../../../crawler/evidence/mhtml.ts";

const mhtml = (encoding: string, body: string) =>
  Buffer.from(
    [
      "From: <Saved by a browser>",
      "Snapshot-Content-Location: https://acme.test/about",
      "Date: Tue, 1 Sep 2026 10:00:00 -0000",
      'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="--x"',
      "",
      "----x",
      "Content-Type: text/css",
      "",
      "p {}",
      "----x",
      "Content-Type: text/html; charset=utf-8",
      `Content-Transfer-Encoding: ${encoding}`,
      "Content-Location: https://acme.test/frame",
      "",
      body,
      "----x--",
      "",
    ].join("\r\n"),
    "latin1",
  );

test.each([
  ["quoted-printable", '<p class=3D"a">caf=C3=A9 and=\r\n more</p>', '<p class="a">caf\u00e9 and more</p>'],
  ["base64", Buffer.from("<p>caf\u00e9</p>").toString("base64"), "<p>caf\u00e9</p>"],
  ["8bit", "<p>plain</p>", "<p>plain</p>"],
])("the page of an MHTML file in %s is read, with its address and day", (encoding, body, expected) => {
  const page = readMhtml(mhtml(encoding, body));
  expect(page).toMatchObject({
    url: "https://acme.test/about",
    date: "2026-09-01T10:00:00.000Z",
    contentType: "text/html; charset=utf-8",
  });
  expect(
    Buffer.from(page?.body ?? [])
      .toString("utf8")
      .trim(),
  ).toBe(expected);
});

test("a file without an HTML part holds no page, and one without a boundary may be a page", () => {
  expect(readMhtml(Buffer.from("Content-Type: text/plain\r\n\r\nwords"))).toBeNull();
  expect(readMhtml(Buffer.from("Content-Type: text/html\r\n\r\n<p>x</p>"))).toMatchObject({
    url: null,
    date: null,
  });
});
