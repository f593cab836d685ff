import { expect, test } from "vitest";
import { type Element, walkTags } from "../../../crawler/extract/tags.ts";

/** The nesting of a page: `div(p b)`. */
function treeOf(html: string): string {
  const parts: string[] = [];
  walkTags(html, {
    open: ({ tag }) => parts.push(`${tag}(`),
    close: () => parts.push(")"),
    text: () => {},
  });
  return parts
    .join("")
    .replaceAll("()", "")
    .replace(/\)(?=\w)/g, ") ")
    .replace(/(\w)(?=\w+\()/g, "$1");
}

function elementsOf(html: string): Element[] {
  const elements: Element[] = [];
  walkTags(html, { open: (element) => elements.push(element), close: () => {}, text: () => {} });
  return elements;
}

const parentOf = (html: string, tag: string) =>
  elementsOf(html).find((element) => element.tag === tag)?.parent?.tag;

test.each([
  ["void tags hold nothing", "<div><img><b></b></div>", "b", "div"],
  ["an open list entry ends with the next", "<ul><li>one<li><i>two</i></ul>", "i", "li"],
  ["a paragraph ends where a block begins", "<p>one<div><i></i></div>", "div", "#root"],
  ["a table cell ends with the next row", "<table><tr><td>a<tr><td><i></i></table>", "i", "td"],
  ["a link ends where another begins", "<a href=1>x<a href=2><i></i></a>", "i", "a"],
  ["an inline end tag does not close a block", "<span><div></span><i></i></div>", "i", "div"],
  ["an end tag does not leave its cell", "<div><table><tr><td></div><i></i></table></div>", "i", "td"],
  ["an end tag of nothing is ignored", "<div></section><i></i></div>", "i", "div"],
  ["a closing slash means nothing in HTML", "<div/><i></i>", "i", "div"],
  ["a closing slash counts inside SVG", "<svg><path/><g></g></svg>", "g", "svg"],
  ["a closing slash counts for a tag with a prefix", "<fb:page href='x'/><i></i>", "i", "#root"],
  ["the head ends where the body begins", "<html><head><title>t</title><body><i></i>", "i", "body"],
])("%s", (_, html, tag, parent) => {
  expect(parentOf(html, tag)).toBe(parent);
});

test("comments, their links and declarations are not walked", () => {
  expect(treeOf("<!doctype html><!-- <a href='https://x.com/a'>x</a> --><p>")).toBe("p");
});

test("names are lower-cased, values kept raw, and the first of two attributes counts", () => {
  const [link] = elementsOf(`<A HREF="a?b&amp;c" Href='second' STYLE="x" data-Href=d rel>x</A>`);
  expect(link?.tag).toBe("a");
  expect(link?.attributes).toEqual({ href: "a?b&amp;c", "data-href": "d", rel: "" });
});

test("text and links are counted for all elements around them, scripts and white space aside", () => {
  const root = walkTags(
    "<body> <div><a href=1>one</a> two <script>var long;</script><noscript>no</noscript></div> <a>three</a></body>",
    { open: () => {}, close: () => {}, text: () => {} },
  );
  expect(root.textLength).toBe("onetwothree".length);
  expect(root.linkCount).toBe(1);
});

test("the text of a script comes whole and is no markup", () => {
  const texts: string[] = [];
  walkTags("<script>if (a < b) { x = '<p>' }</script>", {
    open: () => {},
    close: () => {},
    text: (text) => texts.push(text),
  });
  expect(texts).toEqual(["if (a < b) { x = '<p>' }"]);
});

test("all elements are closed once, those that the page leaves open too", () => {
  let open = 0;
  walkTags("<div><p><b><ul><li>x</div></table><i>", {
    open: () => {
      open += 1;
    },
    close: () => {
      open -= 1;
    },
    text: () => {},
  });
  expect(open).toBe(0);
});

test("nesting is followed 512 deep and no deeper", () => {
  const depths = elementsOf("<div>".repeat(2_000)).map((element) => {
    let depth = 0;
    for (let at = element.parent; at !== null; at = at.parent) depth += 1;
    return depth;
  });
  expect(Math.max(...depths)).toBe(512);
});
