import { expect, test } from "vitest";
import { html, json, notFound, redirect, text } from "../../../datasets/synthetic/answer.ts";

test("each kind of answer names its type", () => {
  expect(html("<p>").headers["content-type"]).toBe("text/html; charset=utf-8");
  expect(text("a").headers["content-type"]).toBe("text/plain; charset=utf-8");
  expect(text("<a/>", "application/xml").headers["content-type"]).toBe("application/xml");
  expect(json({ a: 1 }, 400, { link: "<x>" })).toEqual({
    status: 400,
    headers: { "content-type": "application/json; charset=utf-8", link: "<x>" },
    body: '{"a":1}',
  });
});

test("redirects are permanent and empty, absent pages are 404", () => {
  expect(redirect("https://a.test/")).toMatchObject({
    status: 301,
    headers: { location: "https://a.test/" },
    body: "",
  });
  expect(notFound.status).toBe(404);
  expect(html("<p>", 410).status).toBe(410);
});
