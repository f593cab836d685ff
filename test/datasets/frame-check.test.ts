import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { AuditError } from "../../datasets/error.ts";
import { checkFrame, registrableDomain } from "../../datasets/frame-check.ts";

const header =
  "id,name,website,country,parent,status,successor,successor_from,ror_id,wikidata_id,verified_on,verified_by,evidence_url";
const proof = "2026-11-22,list,https://ror.org/01mk44223";
/** Four rows in which nothing is wrong: a parent, its child, and a company that took another's place. */
const sound = [
  `holding,Holding AG,holding.ch,CH,,active,,,https://ror.org/01mk44223,Q305473,${proof}`,
  `child,Child Research,child.de,DE,holding,active,,,,,${proof}`,
  `old,Old Trials,old.com,US,,renamed,new,2019-03-01,,,,,`,
  `new,New Trials,new.com,US,,unverified,,,,,,,`,
];

const check = (...rows: string[]) => checkFrame(Buffer.from([header, ...sound, ...rows].join("\n")), "f.csv");
const kinds = (...rows: string[]) => check(...rows).map(({ row, kind }) => `${row} ${kind}`);

test("a sound frame has no fault", () => expect(check()).toEqual([]));

// Twelve faults, one a line, planted in row 6 of a sound frame.
test.each([
  ["an id that another row has", `child,Other,other.com,FR,,active,,,,,${proof}`, "duplicate_id"],
  [
    "one company under two spellings of its name",
    `x,"HOLDING, Ltd.",x.com,FR,,active,,,,,${proof}`,
    "duplicate_name",
  ],
  ["one site under two addresses", `x,X,https://www.child.de/en,FR,,active,,,,,${proof}`, "duplicate_domain"],
  [
    "an identifier of somebody else",
    `x,X,x.com,FR,,active,,,https://ror.org/01mk44223,,${proof}`,
    "duplicate_identifier",
  ],
  ["a parent whom nobody knows", `x,X,x.com,FR,holdnig,active,,,,,${proof}`, "dead_id"],
  ["a successor whom nobody knows", `x,X,x.com,FR,,acquired,gone,,,,,,`, "dead_id"],
  ["a company that owns itself", `x,X,x.com,FR,x,active,,,,,${proof}`, "impossible_parent"],
  ["an owner that is no more", `x,X,x.com,FR,old,active,,,,,${proof}`, "impossible_parent"],
  ["a new name that is not told", `x,X,x.com,FR,,renamed,,,,,,,`, "impossible_successor"],
  [
    "a website under a name that nobody can register",
    `x,X,co.uk,FR,,active,,,,,${proof}`,
    "non_registrable_domain",
  ],
  [
    "a ROR id with a slip of the pen",
    `x,X,x.com,FR,,active,,,https://ror.org/01mk44232,,${proof}`,
    "no_such_identifier",
  ],
  ["a row that nobody vouches for", `x,X,x.com,FR,,active,,,,,,,`, "unproven"],
])("%s is found, and nothing beside it", (_, row, kind) => {
  expect(kinds(row)).toEqual([`6 ${kind}`]);
  expect(check(row)[0]?.what).not.toBe("");
});

test("circles of parents and of successors are found, each once, with their members", () => {
  const parents = [
    `a,A,a.com,FR,c,active,,,,,${proof}`,
    `b,B,b.com,FR,a,active,,,,,${proof}`,
    `c,C,c.com,FR,b,active,,,,,${proof}`,
  ];
  expect(check(...parents)).toMatchObject([
    { row: 8, kind: "cycle", what: expect.stringMatching(/c -> b -> a/) },
  ]);
  const successors = [`a,A,a.com,FR,,renamed,b,,,,,,`, `b,B,b.com,FR,,renamed,a,,,,,,`];
  expect(kinds(...successors)).toEqual(["7 cycle"]);
});

test("days, countries and words of proof that do not exist are found", () => {
  expect(kinds(`x,X,x.com,XX,,active,,2026-02-30,,Q,2026-13-01,hearsay,ftp://x`)).toEqual([
    "6 no_such_country",
    "6 no_such_identifier",
    "6 no_such_day",
    "6 no_such_day",
    "6 unproven",
    "6 unproven",
  ]);
});

test("a row cannot be unverified and verified", () =>
  expect(kinds(`x,X,x.com,FR,,unverified,,,,,${proof}`)).toEqual(["6 unproven"]));

test("an active company with a successor must say from when", () => {
  expect(kinds(`x,X,x.com,FR,,active,new,,,,${proof}`)).toEqual(["6 impossible_successor"]);
  expect(kinds(`x,X,x.com,FR,,active,new,2027-01-01,,,${proof}`)).toEqual([]);
});

test("companies that are no more may share the domain of who came after them", () =>
  expect(kinds(`x,X,new.com,FR,,acquired,new,,,,,,`)).toEqual([]));

test("a frame of the user's own needs neither ids nor proof", () => {
  const own = (text: string) =>
    checkFrame(Buffer.from(text), "own.csv").map(({ row, kind }) => `${row} ${kind}`);
  expect(own("name,website\nAcme,acme.com\nBolt,bolt.de")).toEqual([]);
  expect(own("name,website\nAcme,acme.com\nAcme Inc.,acme.org\n,bolt.de")).toEqual([
    "3 duplicate_name",
    "4 unreadable",
  ]);
  expect(() => own("firm,page\nAcme,acme.com")).toThrow(AuditError);
});

test.each([
  ["www.acme.co.uk", "acme.co.uk"],
  ["https://en.acme.com/about", "acme.com"],
  ["acme.github.io", "acme.github.io"],
  ["acme.test", "acme.test"],
  ["github.io", null],
  ["192.0.2.7", null],
  ["acme.invalidtld", null],
  ["", null],
])("%s is registered as %s", (website, domain) => expect(registrableDomain(website)).toBe(domain));

test.each(["cros", "pharma", "others"])("nothing is wrong in %s, which ships", (name) => {
  const file = `${name}.csv`;
  expect(checkFrame(readFileSync(`datasets/frames/${file}`), file)).toEqual([]);
});
