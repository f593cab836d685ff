import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type ImportOptions, importFormats } from "../../../crawler/import/index.ts";
import { barelyKnown } from "../../../datasets/company.ts";
import { readDelimited } from "../../../datasets/delimited.ts";
import { AuditError } from "../../../datasets/error.ts";
import { type Company, ImportedCompany, Observation } from "../../../datasets/schema.ts";
import { readWhole } from "./whole.ts";

/** Reads a file written as lines. */
async function read(lines: readonly string[], options: Partial<ImportOptions> = {}) {
  const table = readDelimited(Buffer.from(lines.join("\n")), "my.csv");
  const imported = await readWhole(table, { file: "my.csv", sha256: "00", ...options });
  for (const company of imported.companies) ImportedCompany.parse(company);
  for (const observation of imported.observations) Observation.parse(observation);
  return imported;
}

const header = "company,domain,x_handle,account_created_at,tweet_count,observed_on";

test("counters are read with companies, accounts and owners; a day is its first instant", async () => {
  const imported = await read([
    "symbol,company,domain,x_handle,x_user_id,account_created_at,tweet_count,followers_count,protected,observed_on",
    "LAB,Lab Inc.,WWW.Lab.example/,@Lab_News,123,2011-09-22T20:12:19Z,13226,7,false,2022-11-11",
  ]);
  expect(imported).toMatchObject({
    format: "counters",
    faults: [],
    companies: [
      {
        company: { companyId: "LAB", name: "Lab Inc.", segment: "all", source: "my.csv" },
        accounts: [
          { accountId: "x:lab_news", url: "https://x.com/lab_news", platformId: "123", group: "social" },
        ],
        ownerships: [
          { companyId: "LAB", accountId: "x:lab_news", own: "true", kind: "primary", reasons: ["import"] },
        ],
      },
    ],
    observations: [
      {
        observationId: "x:lab_news/file_counters/2022-11-11",
        platformId: "123",
        observedAt: "2022-11-11T00:00:00.000Z",
        access: "file",
        status: "observed",
        counters: { posts: 13226, followers: 7, createdAt: "2011-09-22T20:12:19.000Z" },
      },
    ],
  });
});

test("a company without an account is declared to have none only where the user says the file is complete", async () => {
  const lines = [header, "Lab,lab.example,,,,", "Org,org.example,org,2015-01-01,5,2022-11-11"];
  const declared = await read(lines, { declares: ["x"] });
  expect(declared.companies).toMatchObject([
    { company: { name: "Lab" }, accounts: [], declaredPlatforms: ["x"] },
    { company: { name: "Org" }, accounts: [{ accountId: "x:org" }], declaredPlatforms: ["x"] },
  ]);
  const open = await read(lines);
  expect(open.companies.map(({ declaredPlatforms }) => declaredPlatforms)).toEqual([[], []]);
});

test("an account that cannot be read is a fault and no proof that there is none", async () => {
  const { companies, observations, faults } = await read(
    [
      header,
      "Lab,lab.example,key+twitter,2015-01-01,5,2022-11-11",
      "Org,org.example,,2015-01-01,5,2022-11-11",
    ],
    { declares: ["x"] },
  );
  expect(companies).toMatchObject([
    { accounts: [], declaredPlatforms: [] },
    { accounts: [], declaredPlatforms: [] },
  ]);
  expect(observations).toEqual([]);
  expect(faults).toEqual([
    'my.csv, row 2, x_handle: "key+twitter" is no account on X (Twitter). Write the handle or the URL of the profile',
    "my.csv, row 3, x_handle: is empty, though the row says something of an account. Write its handle",
  ]);
});

test("a platform's own page is no account", async () => {
  const { faults } = await read([header, "Lab,lab.example,share,,,", "Org,org.example,home,,,"]);
  expect(faults).toHaveLength(2);
});

test("every fault is named with row and column, and the rest is kept", async () => {
  const { companies, observations, faults } = await read([
    header,
    "A,a.example,a,2015-01-01,12.3K,2022-11-11",
    "B,b.example,b,11/12/2015,5,2022-11-11",
    "C,c.example,c,2015-01-01,5,",
    "D,not a site,d,2015-01-01,5,2022-11-11",
    "E,e.example,e,2015-01-01,5,2022-11-11",
    ",,,,,",
  ]);
  expect(faults.map((fault) => fault.replace(/: .*/, ""))).toEqual([
    "my.csv, row 2, tweet_count",
    "my.csv, row 3, account_created_at",
    "my.csv, row 4, observed_on",
    "my.csv, row 5, domain",
    "my.csv, row 7, company",
  ]);
  expect(companies.map(({ company }) => company.name)).toEqual(["A", "B", "C", "D", "E"]);
  expect(observations.map(({ accountId }) => accountId)).toEqual(["x:d", "x:e"]);
});

test.each([
  ["semicolons and a byte order mark", "\uFEFFCompany;X Handle;Tweets;Observed On\nLab;lab;5;2022-11-11"],
  ["tabs", "COMPANY\tTwitter\tTweet Count\tas of\nLab\tlab\t5\t2022-11-11"],
  ["a platform column", "company,platform,handle,posts,retrieved_at\nLab,Twitter,lab,5.0,2022-11-11"],
  ["URLs", "company,profile_url,posts,retrieved_at\nLab,https://twitter.com/Lab?lang=en,5,2022-11-11"],
])("%s are understood", async (_, text) => {
  expect(await read(text.split("\n"))).toMatchObject({
    faults: [],
    companies: [{ company: { companyId: "lab" } }],
    observations: [{ accountId: "x:lab", counters: { posts: 5 } }],
  });
});

test("columns of other names are understood when they are named", async () => {
  const columns = { name: "Firma", Account: "Konto", posts: "Anzahl", observed_at: "Tag" };
  const lines = ["Firma,Konto,Anzahl,Tag", "Lab,lab,5,2022-11-11"];
  expect(await read(lines, { columns, declares: ["x"] })).toMatchObject({
    observations: [{ counters: { posts: 5 } }],
  });
});

test("a column becomes the segment", async () => {
  const lines = ["company,x_handle,gics_sector,posts,as_of", "Lab,lab,Health Care,1,2022-11-11"];
  const { companies } = await read(lines, { segment: "gics_sector" });
  expect(companies[0]?.company.segment).toBe("Health Care");
});

test("with a frame, companies are found by id, website or name, and strangers are faults", async () => {
  const company: Company = {
    ...barelyKnown,
    ...{ companyId: "lab", name: "Lab Inc.", website: "https://www.lab.example/", aliases: ["The Lab"] },
  };
  const lines = [
    "company,domain,x_handle,posts,as_of",
    ...["the  lab,,a", ",LAB.example,b", "Org,,c"].map((row) => `${row},1,2022-11-11`),
  ];
  const { companies, faults } = await read(lines, { frame: [company] });
  expect(companies).toMatchObject([{ company, accounts: [{ account: "a" }, { account: "b" }] }]);
  expect(faults).toEqual([
    'my.csv, row 4, company: "Org" is not in the frame. Write its id, website or name as the frame has it',
  ]);
});

test("two companies may share one account, which is observed once", async () => {
  const row = "g,2010-01-01,5,2022-11-11";
  const { companies, observations } = await read([header, `A,a.example,${row}`, `B,b.example,${row}`]);
  expect(companies.map(({ ownerships }) => ownerships[0]?.accountId)).toEqual(["x:g", "x:g"]);
  expect(observations).toHaveLength(1);
});

test.each([
  [["company,x_handle", "Lab,lab"], {}, /no column of posts \(posted_at\) and none of counters/],
  [["company,posts", "Lab,5"], {}, /no column for the accounts/],
  [["x_handle,posts", "lab,5"], {}, /no column for the companies/],
  [[header], { declares: ["myspace"] }, /--declares myspace: is no platform/],
  [[header], { columns: { posts: "Posts!" } }, /there is no column "Posts!"/],
  [[header], { columns: { likes: "company" } }, /there is no field "likes"/],
  [[header], { segment: "sector" }, /there is no column "sector"/],
  [[header], { to: "someday" }, /--to someday: is no date/],
])("a file that cannot be understood is refused: %s %o", async (lines, options, message) => {
  await expect(read(lines, options)).rejects.toThrow(AuditError);
  await expect(read(lines, options)).rejects.toThrow(message);
});

test("rows may stream, in batches of cells", async () => {
  async function* batches() {
    for (let row = 2; row < 5; row++) yield [{ row, cells: ["Lab", "lab", `2022-01-0${row}`] }];
  }
  const headers = ["company", "x_handle", "posted_at"];
  const table = { headers, rows: [], further: batches() };
  const { observations } = await readWhole(table, { file: "my.csv", sha256: "00", to: "2022-02-01" });
  expect(observations).toMatchObject([{ posts: [{}, {}, {}] }]);
});

test("the first format that knows a column reads a file", () => {
  expect(importFormats.map(({ id }) => id)).toEqual(["posts", "period_counts", "counters"]);
});

const sp500 = "../shared/observations/x_profiles_sp500_2022.csv";

test.skipIf(!existsSync(sp500))(`the real profiles of 2022 give what they say (needs ${sp500})`, async () => {
  const table = readDelimited(readFileSync(sp500), "sp500.csv");
  const options = { file: "sp500.csv", sha256: "00", declares: ["x"], segment: "gics_sector" };
  const { companies, observations, faults } = await readWhole(table, options);
  expect(companies).toHaveLength(502);
  expect(faults).toHaveLength(4);
  const health = companies.filter(({ company }) => company.segment === "Health Care");
  expect(health).toHaveLength(64);
  const ids = new Set(health.flatMap(({ accounts }) => accounts.map(({ accountId }) => accountId)));
  const profiles = observations.filter(({ accountId }) => ids.has(accountId));
  expect(profiles).toHaveLength(62);
  expect(profiles.filter(({ counters }) => counters.posts === 0)).toHaveLength(1);
  const without = health.filter(
    ({ accounts, declaredPlatforms }) => accounts.length === 0 && declaredPlatforms[0] === "x",
  );
  expect(without.map(({ company }) => company.name)).toEqual(["CooperCompanies", "Organon & Co."]);
});
