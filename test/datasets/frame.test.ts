import { expect, test } from "vitest";
import { AuditError } from "../../datasets/error.ts";
import { type FrameOptions, readFrame, writeFrame } from "../../datasets/frame.ts";

const frame = (text: string, options: FrameOptions = {}) =>
  readFrame(Buffer.from(text), "firms.csv", options);
const faultsOf = (text: string, options: FrameOptions = {}): string[] => {
  try {
    frame(text, options);
  } catch (error) {
    if (error instanceof AuditError) return error.message.split("\n");
    throw error;
  }
  return [];
};

test("any header case, spaces, a byte order mark, semicolons and tabs are read alike", () => {
  const files = [
    "name,website\nAcme,acme.test\n",
    "\uFEFFName;Website\r\nAcme;acme.test\r\n",
    "COMPANY\tDomain\nAcme\tacme.test",
    'Company Name,"URL"\n"Acme","acme.test"\n',
  ];
  for (const file of files) {
    expect(frame(file).companies).toMatchObject([
      { companyId: "acme.test", name: "Acme", website: "acme.test" },
    ]);
  }
});

test("a file saved as UTF-16 is read, one in another encoding is refused with what to do", () => {
  const utf16 = Buffer.from("\uFEFFname,website\nMüller,mueller.test\n", "utf16le");
  expect(readFrame(utf16, "firms.csv").companies[0]?.name).toBe("Müller");
  const latin1 = Buffer.from("name,website\nMüller,mueller.test\n", "latin1");
  expect(() => readFrame(latin1, "firms.csv")).toThrow(/firms\.csv: is not text in UTF-8\. Save it as/);
});

test("every header of the house is understood", () => {
  const header = "id,company,domain,cro_type,country,parent,status,size,ror_id,wikidata_id";
  expect(
    frame(`${header}\nacme,Acme,acme.test,preclinical,de,holding,Acquired,small,r1,Q1`).companies,
  ).toEqual([
    {
      companyId: "acme",
      name: "Acme",
      website: "acme.test",
      aliases: [],
      segment: "preclinical",
      type: null,
      country: "DE",
      sizeBand: "small",
      parentId: "holding",
      successorId: null,
      successorFrom: null,
      stratum: null,
      stratumSize: null,
      timeZone: null,
      status: "acquired",
      identifiers: { ror: "r1", wikidata: "Q1" },
      source: null,
    },
  ]);
});

test("where a file has a segment and a cro_type, the second is the type", () => {
  const [company] = frame("name,domain,segment,cro_type\nAcme,acme.test,cro,preclinical").companies;
  expect(company).toMatchObject({ segment: "cro", type: "preclinical" });
});

test("other headers can be named, and columns that are not used are noted", () => {
  const { companies, notes } = frame("Firma,Seite,Umsatz\nAcme,acme.test,3\n", {
    columns: { name: "Firma", website: "Seite" },
  });
  expect(companies[0]?.name).toBe("Acme");
  expect(notes).toEqual(["firms.csv: columns not used: Umsatz"]);
});

test("an empty website is no fault, and its company has an id all the same", () => {
  expect(frame("name,website\nAcme & Söhne,\n").companies).toMatchObject([
    { companyId: "acme-söhne", website: null },
  ]);
});

test("all faults come at once, each with file, row, column and what to write instead", () => {
  const rows = [
    "id,name,website",
    "a,Acme,acme",
    "b,,b.test",
    "a,Again,again.test",
    "d,Delta,ftp://delta.test",
    "e,Echo",
  ];
  expect(faultsOf(rows.join("\n"))).toEqual([
    "firms.csv, row 6: has 2 cells, the header has 3. Put a cell that holds the separator in quotes",
    'firms.csv, row 2, website: "acme" is not a URL. Write it like https://www.example.com',
    "firms.csv, row 3, name: is empty. Write the company's name",
    'firms.csv, row 5, website: "ftp://delta.test" is not a URL. Write it like https://www.example.com',
    'firms.csv, row 4, id: "a" is the id of row 2 too. Give every company its own',
  ]);
});

test("a file without a name or website column says which headers are understood", () => {
  const [name, website] = faultsOf("firm,page\nAcme,acme.test");
  expect(name).toContain("no column for the name. Call it one of name, company, company_name");
  expect(website).toContain("or say --columns website=HEADER");
});

test("a column that is named and is not there is a fault", () => {
  expect(faultsOf("name,website\nA,a.test", { columns: { name: "Firma", colour: "website" } })).toEqual([
    'firms.csv: --columns name=Firma: there is no column "Firma". It has: name, website',
    expect.stringContaining('there is no field "colour"'),
  ]);
});

test("an empty file and a file with a header alone are refused", () => {
  expect(faultsOf("")).toEqual(["firms.csv: the file is empty. Write a header row and one row a company"]);
  expect(faultsOf("name,website\n")).toEqual([
    "firms.csv: has a header but no company. Write one row a company",
  ]);
});

test("duplicate names and websites are noted, both rows stay, and derived ids are made unique", () => {
  const { companies, notes } = frame("name,website\nAcme,acme.test\nACME,https://www.Acme.test/\n");
  expect(companies.map((company) => company.companyId)).toEqual(["acme.test", "acme.test~2"]);
  expect(notes).toEqual([
    'firms.csv: acme.test, acme.test~2 have the same name "acme"',
    'firms.csv: acme.test, acme.test~2 have the same website "acme.test"',
  ]);
});

test("a frame that is written is read back as it was, strata included", () => {
  const { companies } = frame(
    'id,name,website,aliases,size,stratum,stratum_size\na,"Acme, Inc.",acme.test,Akme|Acne,large,size=large,40\nb,Beta,,,,,\n',
  );
  expect(companies[0]).toMatchObject({ stratum: "size=large", stratumSize: 40 });
  expect(readFrame(Buffer.from(writeFrame(companies)), "written.csv").companies).toEqual(companies);
});

test("a size of a stratum that is no number of companies is a fault", () => {
  expect(faultsOf("name,website,stratum_size\nAcme,acme.test,many\n")[0]).toMatch(/stratum_size: "many"/);
});
