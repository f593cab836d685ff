import { expect, test } from "vitest";
import { siteName } from "../../crawler/site-name.ts";
import type { PageCapture, SiteOutcome } from "../../datasets/schema.ts";

const unread: Omit<PageCapture, "url" | "names" | "title"> = {
  captureId: "acme#01",
  requestedUrl: "https://acme-research.com/",
  capturedAt: "2026-01-01T00:00:00.000Z",
  via: "http",
  outcome: "visited",
  reason: null,
  status: 200,
  bytes: 1,
  sha256: null,
  etag: null,
  lastModified: null,
  unchangedSince: null,
  charset: null,
  declares: [],
};

interface Home {
  url?: string;
  names?: string[];
  title?: string | null;
  outcome?: SiteOutcome;
}

function nameOf({
  url = "https://www.acme-research.com/",
  names = [],
  title = null,
  outcome = "visited",
}: Home) {
  return siteName({
    startUrl: url,
    finalUrl: url,
    outcome,
    reason: null,
    startedAt: null,
    finishedAt: null,
    declaredPlatforms: [],
    captures: [{ ...unread, url, names, title, outcome }],
  });
}

test.each<[string, Home, string]>([
  ["the site's own name", { names: ["Acme Research"] }, "Acme Research"],
  ["a legal form is left out", { names: ["Acme Research, Inc."] }, "Acme Research"],
  ["several of them, too", { names: ["Acme Research GmbH & Co. KG"] }, "Acme Research"],
  ["marks are left out", { names: ["Acme Research®"] }, "Acme Research"],
  ["a greeting is left out", { title: "Welcome to Acme Research" }, "Acme Research"],
  [
    "the part of a title that is the host",
    { title: "Clinical trials made easy | Acme Research" },
    "Acme Research",
  ],
  [
    "words of a title that are the host",
    { title: "Acme Research drug development services" },
    "Acme Research",
  ],
  [
    "copyright line and title agree",
    { url: "https://ar.test/", names: ["© Old Acme Ltd"], title: "Old Acme" },
    "Old Acme",
  ],
  [
    "a name in another script",
    { url: "https://yakuhin.jp/", names: ["薬品", "© 薬品"], title: "薬品" },
    "薬品",
  ],
  ["short capitals", { url: "https://icon.com/", names: ["ICON plc"], title: "ICON | Home" }, "ICON"],
])("%s", (_, home, name) => {
  expect(nameOf(home)).toBe(name);
});

test.each<[string, Home]>([
  ["nothing is said", {}],
  ["a slogan alone is no name", { title: "Powering smarter healthcare for everyone everywhere" }],
  ["a title that tells nobody from anybody", { title: "Home" }],
  ["a lonely name unlike the host", { names: ["WordPress"] }],
  ["the address in the place of a name", { names: ["acme-research.com"], title: "www.acme-research.com" }],
  [
    "the site was not read",
    { names: ["Attention Required"], title: "Attention Required", outcome: "blocked" },
  ],
])("where %s, the domain stands in for the name", (_, home) => {
  expect(nameOf(home)).toBe("acme-research.com");
});

test("a name of a million letters or with commands for terminals is none", () => {
  expect(nameOf({ names: ["x".repeat(1_000_000)] })).toBe("acme-research.com");
  expect(nameOf({ names: ["\u001b[2JAcme\u202E Research"] })).not.toMatch(/\p{Cc}|\p{Cf}/u);
});
