import { expect, test } from "vitest";
import { readLinkedData } from "../../../crawler/extract/json-ld.ts";

const facebook = "https://www.facebook.com/acme";

/** Whose the only sameAs of a structure is. */
function ownerIn(value: unknown): string | undefined {
  const { sameAs } = readLinkedData(JSON.stringify(value));
  expect(sameAs.map(({ href }) => href)).toEqual([facebook]);
  return sameAs[0]?.of;
}

const organization = { "@type": "Organization", name: "Acme", sameAs: [facebook] };
const person = { "@type": "Person", name: "Jane Doe", sameAs: facebook };

test.each([
  ["an organization at the top", organization, "organization"],
  ["one in a list", [organization], "organization"],
  ["one in a graph", { "@graph": [{ "@type": "WebPage" }, organization] }, "organization"],
  ["a subtype with two types", { ...organization, "@type": ["LocalBusiness", "Dentist"] }, "organization"],
  ["a local business of a rare kind", { ...organization, "@type": "AutoRepair" }, "organization"],
  ["a kind whose name holds another's", { ...organization, "@type": "ClothingStore" }, "organization"],
  [
    "a type with its full address",
    { ...organization, "@type": "https://schema.org/Corporation" },
    "organization",
  ],
  ["an article's publisher", { "@type": "NewsArticle", publisher: organization }, "publisher"],
  ["a publisher who is a person", { "@type": "BlogPosting", publisher: person }, "publisher"],
  ["the site itself", { "@type": "WebSite", name: "Acme", sameAs: facebook }, "website"],
  ["the page", { "@type": "ContactPage", sameAs: facebook }, "website"],
  [
    "the organization a page is about in the end",
    { "@type": "AboutPage", mainEntity: organization },
    "organization",
  ],
  ["a person at the top", person, "person"],
  ["an author", { "@type": "NewsArticle", author: [person] }, "author"],
  [
    "an author's employer",
    { "@type": "NewsArticle", author: { "@type": "Person", worksFor: organization } },
    "author",
  ],
  ["a subject", { "@type": "NewsArticle", about: organization }, "other"],
  ["a member of the board", { "@type": "Organization", member: person }, "other"],
  ["a product's brand", { "@type": "Product", brand: { "@type": "Brand", sameAs: facebook } }, "other"],
  ["a film", { "@type": "Movie", sameAs: facebook }, "other"],
  ["an event", { "@type": "MusicEvent", sameAs: facebook }, "other"],
  ["a thing of no type", { sameAs: facebook }, "other"],
])("sameAs of %s", (_, value, owner) => {
  expect(ownerIn(value)).toBe(owner);
});

test("a node that is the publisher by its id is the publisher wherever it stands", () => {
  const graph = [
    { "@type": "Article", publisher: { "@id": "#me" }, author: { "@id": "#me" } },
    { "@type": ["Person", "Organization"], "@id": "#me", sameAs: [facebook] },
  ];
  expect(ownerIn({ "@graph": graph })).toBe("publisher");
});

test("sameAs may be a text, a list or objects", () => {
  const { sameAs } = readLinkedData(
    JSON.stringify([
      { "@type": "Organization", sameAs: " https://x.com/a " },
      {
        "@type": "Organization",
        sameAs: ["https://x.com/b", null, "", 7, { "@id": "https://x.com/c" }, { url: "https://x.com/d" }],
      },
    ]),
  );
  expect(sameAs.map(({ href }) => href)).toEqual([
    "https://x.com/a",
    "https://x.com/b",
    "https://x.com/c",
    "https://x.com/d",
  ]);
});

test("organizations and sites name the publisher; headlines, crumbs and people do not", () => {
  const { names } = readLinkedData(
    JSON.stringify({
      "@graph": [
        { "@type": "WebSite", name: "Acme News" },
        { "@type": "Organization", name: "Acme plc" },
        { "@type": "WebPage", name: "Ten things to know" },
        {
          "@type": "BreadcrumbList",
          itemListElement: [{ "@type": "ListItem", item: { "@type": "WebPage", name: "Home" } }],
        },
        { "@type": "NewsArticle", author: { "@type": "Person", name: "Jane Doe" } },
      ],
    }),
  );
  expect(names).toEqual(["Acme News", "Acme plc"]);
});

test.each([
  ["a comma too many", `{"@type":"Organization","sameAs":["${facebook}",],}`],
  ["a line end in a text", `{"@type":"Organization","description":"two\nlines","sameAs":"${facebook}"}`],
  ["a final semicolon", `{"@type":"Organization","sameAs":"${facebook}"};`],
  ["a CDATA wrapper", `//<![CDATA[\n{"@type":"Organization","sameAs":"${facebook}"}\n//]]>`],
  ["an HTML comment around it", `<!--{"@type":"Organization","sameAs":"${facebook}"}-->`],
  [
    "entities for quotes",
    `{&quot;@type&quot;:&quot;Organization&quot;,&quot;sameAs&quot;:&quot;${facebook}&quot;}`,
  ],
  ["escaped slashes", `{"@type":"Organization","sameAs":"${facebook.replaceAll("/", "\\/")}"}`],
])("JSON with %s is read all the same", (_, text) => {
  expect(readLinkedData(text).sameAs.map(({ href }) => href)).toEqual([facebook]);
});

test.each(["", "null", "7", '"text"', "{", "[1,2", "undefined", '{"@type":'])("%j says nothing", (text) => {
  expect(readLinkedData(text)).toEqual({ sameAs: [], names: [] });
});

test("hostile depth neither overflows nor takes long", () => {
  const depth = 200_000;
  expect(readLinkedData(`${'{"a":'.repeat(depth)}1${"}".repeat(depth)}`).sameAs).toEqual([]);
  expect(readLinkedData("[".repeat(depth) + "]".repeat(depth)).sameAs).toEqual([]);
});
