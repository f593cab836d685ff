import { expect, test } from "vitest";
import { pagingOf } from "../../../../crawler/platforms/observers/feed-pages.ts";

const url = "https://lab.example.com/feed/";
const rss = (head: string) =>
  `<rss><channel>${head}<item><link rel="next" href="/no"/></item></channel></rss>`;
const next = (body: string, at = url) => pagingOf(body, at).next;

test("the link to older entries is found in Atom, RSS and JSON Feed", () => {
  const link = '<link rel="next" href="https://lab.example.com/atom?page=2&amp;n=10"/>';
  expect(next(`<feed>${link}<entry/></feed>`)).toBe("https://lab.example.com/atom?page=2&n=10");
  expect(next(rss('<atom:link href="?page=2" rel="next" />'))).toBe(`${url}?page=2`);
  expect(next('{"version":"1","next_url":"/feed.json?p=2"}')).toBe("https://lab.example.com/feed.json?p=2");
  expect(next('<feed><link rel="prev-archive" href="/2025.atom"/></feed>')).toBe(
    "https://lab.example.com/2025.atom",
  );
});

test("a link inside an entry, to another host or to newer entries leads nowhere", () => {
  expect(next(rss(""))).toBeNull();
  expect(next(rss('<atom:link rel="next" href="https://other.example/feed"/>'))).toBeNull();
  expect(next(rss('<atom:link rel="previous" href="/feed?page=0"/>'))).toBeNull();
  expect(next('{"next_url":7}')).toBeNull();
  expect(next("{broken")).toBeNull();
});

test("a feed is asked for by page number only where it says that WordPress wrote it", () => {
  const wordPress = rss("<generator>https://wordpress.org/?v=6.6</generator>");
  expect(next(wordPress)).toBe(`${url}?paged=2`);
  expect(next(wordPress, `${url}?paged=2&lang=de`)).toBe(`${url}?paged=3&lang=de`);
  expect(next(rss("<generator>Ghost</generator><description>About WordPress</description>"))).toBeNull();
});

test("a feed may say that it is complete", () => {
  expect(pagingOf(rss("<fh:complete/>"), url).isComplete).toBe(true);
  expect(pagingOf(rss(""), url).isComplete).toBe(false);
});

test("a stream of comments is told by its title, an article about comments is not one", () => {
  const isComments = (title: string) => pagingOf(rss(`<title>${title}</title>`), url).isComments;
  expect(isComments("Comments on: Our new site")).toBe(true);
  expect(isComments("<![CDATA[Kommentare zu: Neues]]>")).toBe(true);
  expect(isComments("News, without comments")).toBe(false);
});
