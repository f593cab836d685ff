import { html, page, paths } from "../answers.ts";
import type { HostileCase, Http } from "../server.ts";

const bare = (body: string | Uint8Array) => html(body);
const account = '<a href="https://www.linkedin.com/company/acme">LinkedIn</a>';
const text = "We run clinical trials. ".repeat(20);
const nul = Buffer.from(page("a\0b").replace("<main>", "\0<main>"), "latin1");
const utf16 = (text: string, order: "le" | "be") => {
  const bytes = Buffer.from(text, "utf16le");
  return order === "le" ? bytes : bytes.swap16();
};
const inner = paths({
  "/inner.html": bare(page(account)),
  "/menu.html": bare("<a href='/inner.html'>x</a>"),
});
const framed =
  (start: string): Http =>
  (request, response) =>
    request.url === "/" ? bare(start)(request, response) : inner(request, response);

/** Markup that breaks, floods or hides, by name; all of it is a page that can be read. */
const readable: readonly (readonly [name: string, body: string | Uint8Array])[] = [
  ["nul-bytes", nul],
  [
    "attributes-million",
    page(`<div ${Array.from({ length: 300_000 }, (_, i) => `a${i}="b"`).join(" ")}>x</div>`),
  ],
  ["attributes-same", page(`<div ${'class="a" '.repeat(300_000)}>x</div>`)],
  ["tables-nested", page("<table><tr><td>".repeat(60_000))],
  ["lists-nested", page("<ul><li>".repeat(100_000))],
  ["links-nested", page('<a href="/x">'.repeat(100_000))],
  ["forms-nested", page("<form><input>".repeat(50_000))],
  ["closing-only", page("</div></p></span>".repeat(100_000))],
  ["script-open", `${page(account)}<script>${"var a = '<a href=/x>';".repeat(50_000)}`],
  ["style-open", `${page(account)}<style>${"a{b:c}".repeat(100_000)}`],
  ["textarea-open", `${page(account)}<textarea>${"<a href=/x>".repeat(50_000)}`],
  ["attribute-open", `${page(account)}<a href="${"x".repeat(1_000_000)}`],
  ["tag-open", `${page(account)}<${"x".repeat(1_000_000)}`],
  ["comments-many", page("<!-- x -->".repeat(200_000))],
  ["cdata-open", `${page(account)}<![CDATA[${"]]".repeat(200_000)}`],
  ["entities-odd", page("&#x0;&#xD800;&#x110000;&#99999999999;&notanentity;&#xFFFFFFFFFFFFFFFF;")],
  [
    "entities-billion",
    `<!DOCTYPE html [<!ENTITY a "${"a".repeat(99)}"><!ENTITY b "&a;&a;&a;&a;">]>${page("&b;&b;")}`,
  ],
  ["two-documents", `${page()}${page(account)}`],
  ["two-bodies", page(`<body onload=x><body>${account}<html>`)],
  [
    "base-private",
    page('<a href="about">About</a>').replace("<head>", '<head><base href="http://169.254.169.254/">'),
  ],
  [
    "base-script",
    page('<a href="about">About</a>').replace("<head>", '<head><base href="javascript:alert(1)//">'),
  ],
  ["base-data", page('<a href="about">About</a>').replace("<head>", '<head><base href="data:text/html,">')],
  [
    "base-empty",
    page('<a href="about">About</a>').replace("<head>", '<head><base href=""><base href="/b/">'),
  ],
  [
    "links-odd",
    page(
      [
        "javascript:void(0)",
        "mailto:a@b",
        "tel:1",
        "//",
        "http://",
        "http://[",
        "\\\\host\\share",
        "http:\\\\a",
        "#",
        "?",
        "%",
        "http://a b/",
      ]
        .map((href) => `<a href="${href}">about</a>`)
        .join(""),
    ),
  ],
  [
    "links-private",
    page(
      [
        "http://127.0.0.1/about",
        "http://169.254.169.254/contact",
        "http://[::1]/news",
        "http://2130706433/about",
      ]
        .map((href) => `<a href="${href}">about</a>`)
        .join(""),
    ),
  ],
  [
    "image-map",
    `<html><head><title>Acme</title></head><body><img src="m.gif" usemap="#m"><map name="m"><area href="/about" alt="About"><area href="/contact" alt="Contact"><area href="https://www.linkedin.com/company/acme" alt="LinkedIn"></map></body></html>`,
  ],
  [
    "only-pictures",
    `<html><head><title>Acme</title></head><body><a href="/about"><img src="about.gif" alt="About us"></a>${account}</body></html>`,
  ],
  [
    "xhtml",
    `<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" ""><html xmlns="http://www.w3.org/1999/xhtml"><head><title>Acme</title></head><body><p>${text}</p></body></html>`,
  ],
  ["no-tags-but-p", `<p>${text}</p>`],
  ["upper-case", page(account).toUpperCase()],
  ["title-long", page("", "x".repeat(500_000))],
  ["title-markup", page("", "&lt;script&gt;alert(1)&lt;/script&gt; =1+1 \u001b[31m")],
  ["direction-marks", page(account, "\u202eemcA\u202c")],
  ["meta-many", page().replace("<head>", `<head>${'<meta name="a" content="b">'.repeat(100_000)}`)],
  [
    "json-ld-many",
    page('<script type="application/ld+json">{"sameAs":["https://x.com/a"]}</script>'.repeat(10_000)),
  ],
  [
    "json-ld-keys",
    page(
      `<script type="application/ld+json">{"@type":"Organization","__proto__":{"a":1},"constructor":{"prototype":{}},"sameAs":{"toString":1}}</script>`,
    ),
  ],
  ["script-huge", page(`<script>var a = "${"https://x.com/a ".repeat(150_000)}"</script>`)],
  ["options-many", page(`<select>${"<option>x".repeat(200_000)}</select>`)],
  ["svg-deep", page("<svg><g>".repeat(50_000))],
  ["refresh-late", page().replace("<head>", '<head><meta http-equiv="refresh" content="1800;url=/timeout">')],
  ["refresh-self", page().replace("<head>", '<head><meta http-equiv="refresh" content="30">')],
  [
    "refresh-odd",
    page().replace("<head>", '<head><meta http-equiv="refresh" content="0;url=http://[broken">'),
  ],
];

const files: readonly (readonly [name: string, bytes: string])[] = [
  ["gif", "GIF89a\x01\0\x01\0"],
  ["jpeg", "\xff\xd8\xff\xe0\0\x10JFIF"],
  ["webp", "RIFF\x24\0\0\0WEBPVP8 "],
  ["mp4", "\0\0\0\x18ftypmp42"],
  ["gzip", "\x1f\x8b\x08\0\0\0\0\0"],
  ["office", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"],
  ["rtf", "{\\rtf1\\ansi Acme}"],
  ["wasm", "\0asm\x01\0\0\0"],
  ["elf", "\x7fELF\x02\x01\x01\0"],
  ["sqlite", "SQLite format 3\0"],
  ["tar", `acme/\0${"\0".repeat(250)}ustar\0`],
  ["script-file", "(function(){var a=1;function b(){return a}})();"],
  ["style-file", "body{color:red} .a{b:c}"],
  ["csv", "id,name\n1,Acme\n2,Beta\n"],
  ["feed-atom", '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>x</title></feed>'],
  ["sitemap-file", '<?xml version="1.0"?><urlset><url><loc>http://a/</loc></url></urlset>'],
  ["soap", '<?xml version="1.0"?><soap:Envelope xmlns:soap="x"><soap:Body/></soap:Envelope>'],
  ["bucket", '<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>'],
  ["json-text", '{"ok":true}'],
  ["plain", "Hello, this is a text without any markup at all."],
];

/** Pages whose markup is the trouble, files that are no pages, and sites made of frames. */
export const markupCases: readonly HostileCase[] = [
  ...readable.map(([name, body]) => ({ name, expected: "visited", http: bare(body) })),
  ...files.map(([name, bytes]) => ({
    name: `file-${name}`,
    expected: "not_html",
    http: html(Buffer.concat([Buffer.from(bytes, "latin1"), Buffer.alloc(300, name.length > 6 ? 32 : 1)])),
  })),
  {
    name: "frameset",
    expected: "visited",
    http: framed(
      '<html><head><title>Acme</title></head><frameset cols="20%,*"><frame src="menu.html"><frame src="inner.html"></frameset></html>',
    ),
  },
  {
    name: "iframe-only",
    expected: "visited",
    http: framed(
      '<html><head><title>Acme</title></head><body><iframe src="/inner.html"></iframe></body></html>',
    ),
  },
  {
    name: "frameset-private",
    expected: "empty",
    http: framed(
      '<html><frameset><frame src="http://127.0.0.1/"><frame src="file:///etc/passwd"></frameset></html>',
    ),
  },
  {
    name: "frameset-self",
    expected: "empty",
    http: framed('<html><frameset><frame src="/"><frame src="#"></frameset></html>'),
  },
  // A browser would show letters with gaps, and markup as text.
  { name: "utf-16-be-bare", expected: "not_html", http: bare(utf16(page(), "be")) },
  { name: "utf-16-le-bare", expected: "not_html", http: bare(utf16(page(), "le")) },
  {
    name: "doctype-long",
    expected: "not_html",
    http: bare(`<!doctype ${"x".repeat(1_000_000)}>${page(account)}`),
  },
  { name: "comment-first", expected: "empty", http: bare(`<!-- ${page(account)}`) },
  { name: "script-first", expected: "partial/needs_browser", http: bare(`<html><script>${page(account)}`) },
];
