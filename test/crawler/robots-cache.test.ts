import { appendFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { memoryRobotsCache, openRobotsCache } from "../../crawler/robots-cache.ts";

const folder = mkdtempSync(join(tmpdir(), "robots-cache-"));
const path = join(folder, "robots.jsonl");
afterEach(() => rmSync(path, { force: true }));

const start = Date.parse("2026-01-01T00:00:00.000Z");
const clock = () => start;
const later = (hours: number) => () => start + hours * 3_600_000;
const entry = (origin: string, text = "User-agent: *") => ({
  origin,
  fetchedAt: "2026-01-01T00:00:00.000Z",
  text,
});

test("what one run puts another gets, octets and line breaks included", () => {
  const first = openRobotsCache(path, clock);
  const odd = entry("http://a.test", "User-agent: *\nDisallow: /\u00e9\0\n");
  first.put(odd);
  first.put(entry("http://b.test"));
  expect(first.get("http://a.test")).toEqual(odd);
  first.close();
  const second = openRobotsCache(path, clock);
  expect([second.get("http://a.test"), second.get("http://c.test")]).toEqual([odd, null]);
  second.close();
});

test("an answer is good for 24 hours, in a file as in memory", () => {
  for (const open of [
    (hours: number) => openRobotsCache(path, later(hours)),
    (hours: number) => memoryRobotsCache(later(hours)),
  ]) {
    const cache = open(23.9);
    cache.put(entry("http://a.test"));
    expect(cache.get("http://a.test")).not.toBe(null);
    const old = open(24);
    old.put(entry("http://a.test"));
    expect(old.get("http://a.test")).toBe(null);
  }
});

test("the newest entry of an origin counts", () => {
  const cache = openRobotsCache(path, clock);
  cache.put(entry("http://a.test", "old"));
  cache.put(entry("http://a.test", "new"));
  cache.close();
  expect(openRobotsCache(path, clock).get("http://a.test")?.text).toBe("new");
});

test("a torn last line is cut off and rubbish skipped: what is written next can be read", () => {
  const first = openRobotsCache(path, clock);
  first.put(entry("http://a.test"));
  first.close();
  appendFileSync(path, 'rubbish\n{"origin":7}\n{"origin":"http://torn.test","fetch');
  const second = openRobotsCache(path, clock);
  second.put(entry("http://b.test"));
  second.close();
  const third = openRobotsCache(path, clock);
  const found = ["http://a.test", "http://torn.test", "http://b.test"].map(
    (origin) => third.get(origin) !== null,
  );
  expect(found).toEqual([true, false, true]);
  expect(readFileSync(path, "utf8").endsWith("\n")).toBe(true);
  third.close();
});

test("a folder that is not there, or a disk that is full, is told as the user's to mend", () => {
  expect(() => openRobotsCache(join(folder, "missing", "robots.jsonl"), clock)).toThrow(
    expect.objectContaining({ code: "stopped", message: expect.stringContaining("missing") }),
  );
});

test("a write that fails stops the audit instead of losing an answer silently", () => {
  const cache = openRobotsCache(path, clock);
  cache.close();
  expect(() => cache.put(entry("http://a.test"))).toThrow(expect.objectContaining({ code: "stopped" }));
});
