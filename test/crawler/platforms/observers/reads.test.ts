import { expect, test } from "vitest";
import { readsOf } from "../../../../crawler/platforms/observers/reads.ts";

const reduced = (value: unknown, reading: Parameters<typeof readsOf>[0]) =>
  JSON.parse(Buffer.from(readsOf(reading)(Buffer.from(JSON.stringify(value)), {})).toString());

test("only what is named is read, at every depth and of every member of a list", () => {
  const page = { cursor: "c", feed: [{ id: 1, text: "words", by: { did: "d", name: "Jane Doe" } }, "odd"] };
  expect(reduced(page, { cursor: true, feed: { id: true, by: { did: true } } })).toEqual({
    cursor: "c",
    feed: [{ id: 1, by: { did: "d" } }, null],
  });
});

test("a list of which only the length is read is a list of empty members", () => {
  expect(reduced({ images: [{ alt: "words" }, "x"] }, { images: {} })).toEqual({ images: [{}, null] });
});

test("a mark tells equal from different texts and nothing else", () => {
  const { tags } = reduced({ tags: ["cancer", "trial", "cancer"] }, { tags: "mark" });
  expect(tags[0]).toBe(tags[2]);
  expect(tags[0]).not.toBe(tags[1]);
  expect(JSON.stringify(tags)).not.toContain("cancer");
});

test("a long text is somebody's words, whatever its name", () => {
  expect(reduced({ id: "x".repeat(501) }, { id: true })).toEqual({ id: null });
});

test("a member may be said otherwise", () => {
  expect(reduced({ uri: "at://a/b" }, { uri: (value) => value === "at://a/b" })).toEqual({ uri: true });
});

test("what is no JSON is nothing, and what is left are ASCII octets", () => {
  expect(readsOf({ id: true })(Buffer.from("<html>"), {})).toHaveLength(0);
  const bytes = readsOf({ id: true })(Buffer.from('{"id":"\u00e9\ud83d\ude00"}'), {});
  expect(Buffer.from(bytes).every((octet) => octet < 128)).toBe(true);
  expect(JSON.parse(Buffer.from(bytes).toString())).toEqual({ id: "\u00e9\ud83d\ude00" });
});
