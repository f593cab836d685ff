import { expect, test } from "vitest";
import { isBinary, isData } from "../../crawler/binary.ts";

const bytes = (text: string) => Buffer.from(text, "latin1");

test.each([
  "%PDF-1.7 <html>",
  "PK\x03\x04 <html><p>",
  "\x89PNG\r\n\x1a\n",
  "GIF89a<html>",
  "\xff\xd8\xff\xe0JFIF",
  "MZ\x90\x00<html>",
  "<html>\x00\x01\x02\x03",
  "\x00\x00\x00\x00",
])("%j is no text", (body) => expect(isBinary(bytes(body))).toBe(true));

test.each([
  "<html>plain</html>",
  "",
  "caf\xe9 \x80 \x93quoted\x94",
  "\t\r\n\f<html>",
  "\x1b$B$3$s\x1b(B",
  "\xff\xfe<\x00h\x00t\x00m\x00l\x00",
  "\xfe\xff\x00<\x00h",
  "<\x00h\x00t\x00m\x00l\x00",
  "\x00<\x00h\x00t",
  "<html><p>one stray\x00 byte in a page of ordinary text",
])("%j may be text", (body) => expect(isBinary(bytes(body))).toBe(false));

test.each([
  '{"html":"<p>hello</p>"}',
  '[{"a":1}]',
  " [ [1] ]",
  '<?xml version="1.0"?><rss><channel><title>x</title>',
  '<?xml version="1.0"?>\n<!-- made by x -->\n<feed xmlns="http://www.w3.org/2005/Atom"><title>',
  "<svg xmlns='http://www.w3.org/2000/svg'><a>",
  "<urlset><url>",
])("%j is data, not a page", (text) => expect(isData(text)).toBe(true));

test.each([
  "<!doctype html><html>",
  '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html>',
  "<!-- a --><html>",
  "{{ title }} <html>",
  "[Acme] welcome <p>",
  "",
])("%j is not data", (text) => expect(isData(text)).toBe(false));
