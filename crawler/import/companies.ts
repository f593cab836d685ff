import { barelyKnown } from "../../datasets/company.ts";
import type { Company } from "../../datasets/schema.ts";
import { readWebsite } from "../../datasets/website.ts";
import { memory } from "./memory.ts";
import type { Row } from "./row.ts";

/** Finds the company a row is about. Null when it is a fault, or when the row names none. */
export type CompanyReader = (row: Row) => Company | null;

/** Looks companies up in a frame: by id, then by website, then by name. */
export function companiesOfFrame(frame: readonly Company[]): CompanyReader {
  const byId = new Map(frame.map((company) => [company.companyId, company]));
  const bySite = new Map(frame.flatMap((company) => siteEntry(company.website, company)));
  const byName = new Map(frame.flatMap((company) => namesOf(company).map((name) => [name, company])));
  return remembering((row) => {
    const [id, website, name] = [row.text("companyId"), row.text("website"), row.text("name")];
    const site = website === null ? undefined : readWebsite(website)?.site;
    const company = byId.get(id ?? "") ?? bySite.get(site ?? "") ?? byName.get(plain(name ?? ""));
    const written = name ?? website ?? id;
    if (!company && written !== null) {
      const field = name ? "name" : website ? "website" : "companyId";
      row.fault(field, `"${written}" is not in the frame. Write its id, website or name as the frame has it`);
    }
    return company ?? null;
  });
}

/** A file of posts names each company thousands of times. Only what was found is remembered: each fault has its row. */
function remembering(read: CompanyReader): CompanyReader {
  const known = memory<Company>();
  return (row) => {
    const [name, id, website] = [row.text("name"), row.text("companyId"), row.text("website")];
    const before = known.get(name, id, website);
    if (before) return before;
    const found = read(row);
    if (found && row.faults.length === 0) known.set(found, [name, id, website]);
    return found;
  };
}

/** Takes companies as the file gives them; the first row of a company decides. */
export function companiesOfFile(file: string): CompanyReader {
  const known = new Map<string, Company>();
  return remembering((row) => {
    const written = row.text("website");
    const website = written === null ? null : readWebsite(written);
    if (written !== null && !website) {
      row.fault("website", `"${written}" is not a URL. Write it like https://www.example.com`);
    }
    const name = row.text("name") ?? row.text("companyId") ?? website?.host ?? null;
    if (name === null) {
      row.fault("name", "is empty. Write the company's name");
      return null;
    }
    const companyId = row.text("companyId") ?? website?.host ?? slug(name);
    const company =
      known.get(companyId) ?? companyOf(row, { companyId, name, website: website?.text ?? null, file });
    known.set(companyId, company);
    return company;
  });
}

function companyOf(
  row: Row,
  { file, ...named }: Pick<Company, "companyId" | "name" | "website"> & { file: string },
): Company {
  return {
    ...barelyKnown,
    ...named,
    segment: row.text("segment") ?? barelyKnown.segment,
    country: row.text("country"),
    source: file,
  };
}

function siteEntry(website: string | null, company: Company): [string, Company][] {
  const site = website && readWebsite(website)?.site;
  return site ? [[site, company]] : [];
}

const namesOf = ({ name, aliases }: Company) => [name, ...aliases].map(plain);

const plain = (name: string) => name.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();

const slug = (name: string) =>
  plain(name)
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "") || "company";
