import { expect, test } from "vitest";
import { oncePerSite, visitsOf } from "../../crawler/sites.ts";
import type { Journal } from "../../datasets/journal.ts";
import type { Company, ImportedCompany, SiteVisit } from "../../datasets/schema.ts";
import { company, visit } from "../datasets/records.ts";

function journalOf<T>(records: Readonly<Record<string, T>>): Journal<T> {
  const find = (key: string) => (records[key] ? [records[key]] : []);
  return {
    size: () => 0,
    has: (key) => key in records,
    keys: () => Object.keys(records),
    append: () => undefined,
    get: find,
    *read() {
      yield* Object.values(records);
    },
    close: () => undefined,
  };
}

const none = journalOf<ImportedCompany>({});
const captured = (companyId: string): SiteVisit =>
  visit(companyId, {
    captures: [
      {
        captureId: `${companyId}#01`,
        requestedUrl: "https://acme.test/",
        url: "https://acme.test/",
        capturedAt: "2026-09-30T12:00:00.000Z",
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
        title: null,
        names: [],
        declares: [],
      },
    ],
  });
const twins = [
  company("beta", { website: "https://www.acme.test/" }),
  company("acme", { website: "acme.test" }),
];

const input = () => null;

test("nothing is known of a company that asked not to be audited, whatever was seen before", () => {
  const known = { visits: journalOf({ acme: captured("acme") }), imports: none };
  const excluded = { file: "exclusions.csv", bytes: Buffer.from("company_id\nbeta\n") };
  const visits = [...visitsOf(twins, { ...known, input: () => excluded })];
  for (const [, { outcome, reason, captures }] of visits) {
    expect([outcome, reason, captures]).toEqual(["not_eligible", "excluded", []]);
  }
});

test("a website that two companies share is visited once", () => {
  expect(oncePerSite(twins).map(({ companyId }) => companyId)).toEqual(["acme"]);
});

test("each of the two has the visit, under ids of its own", () => {
  const visits = [
    ...visitsOf(twins, { visits: journalOf({ acme: captured("acme") }), imports: none, input }),
  ];
  expect(
    visits.map(([{ companyId }, each]) => [companyId, each.companyId, each.captures[0]?.captureId]),
  ).toEqual([
    ["acme", "acme", "acme#01"],
    ["beta", "beta", "beta#01"],
  ]);
});

test("a company that is not eligible does not stand for one that is", () => {
  const acquired: Company = company("a-old", { website: "acme.test", status: "acquired" });
  expect(oncePerSite([acquired, ...twins]).map(({ companyId }) => companyId)).toEqual(["a-old", "acme"]);
});

test("companies without a website are not taken for one another", () => {
  const both = [company("a", { website: null }), company("b", { website: null })];
  expect(oncePerSite(both)).toHaveLength(2);
});

test("a company known from a file alone was not eligible for a visit, and keeps what the file declares", () => {
  const imported: ImportedCompany = {
    company: company("acme"),
    file: "profiles.csv",
    sha256: "0",
    declaredPlatforms: ["x"],
    accounts: [],
    ownerships: [],
  };
  const [entry] = visitsOf([company("acme")], {
    visits: journalOf<SiteVisit>({}),
    imports: journalOf({ acme: imported }),
    input,
  });
  expect(entry?.[1]).toMatchObject({
    outcome: "not_eligible",
    reason: "import_only",
    declaredPlatforms: ["x"],
  });
});
