import { type DelimitedRow, readDelimited } from "../datasets/delimited.ts";
import { AuditError } from "../datasets/error.ts";
import type { UserFile } from "../datasets/inputs.ts";
import type { Company } from "../datasets/schema.ts";
import { readWebsite } from "../datasets/website.ts";

/** Who asked not to be audited: rows of a user's `exclusions.csv`. */
export interface Exclusion {
  /** Row of the file, as a spreadsheet counts. */
  row: number;
  companyId: string | null;
  /** Host without `www.`; its subdomains are meant too. */
  host: string | null;
}

const idHeaders = ["company_id", "companyid", "id"];
const hostHeaders = ["host", "website", "domain", "url"];

/**
 * Reads who asked not to be audited: a CSV with a column `company_id`, or `host`, or both.
 *
 * @throws AuditError naming file, row and column of every fault: a row that is not understood must not be passed over
 */
export function readExclusions(given: UserFile | null): Exclusion[] {
  if (given === null) return [];
  const { file, bytes } = given;
  const { headers, rows, faults } = readDelimited(bytes, file);
  const headerOf = (names: readonly string[]) =>
    headers.find((header) => names.includes(header.toLowerCase().replace(/[\s-]+/g, "_")));
  const [idHeader, hostHeader] = [headerOf(idHeaders), headerOf(hostHeaders)];
  if (idHeader === undefined && hostHeader === undefined)
    throw new AuditError("bad_input", `${file}, header: no column company_id or host. Name one of them so`);
  const readings = rows.map((row) => readRow(row, file, { idHeader, hostHeader }));
  const all = [...faults, ...readings.flatMap((reading) => (typeof reading === "string" ? [reading] : []))];
  if (all.length > 0) throw new AuditError("bad_input", all.join("\n"));
  return readings.flatMap((reading) => (typeof reading === "string" ? [] : [reading]));
}

interface Headers {
  idHeader: string | undefined;
  hostHeader: string | undefined;
}

function readRow({ row, cells }: DelimitedRow, file: string, headers: Headers): Exclusion | string {
  const { idHeader = "", hostHeader = "" } = headers;
  const [companyId = null, address = null] = [cells[idHeader], cells[hostHeader]];
  const site = address === null ? null : readWebsite(address);
  if (address !== null && site === null)
    return `${file}, row ${row}, ${hostHeader}: "${address}" is no host. Write it like example.com`;
  if (companyId === null && address === null)
    return `${file}, row ${row}, ${idHeader || hostHeader}: is empty. Write the company's id or its host`;
  return { row, companyId, host: site === null ? null : hostOf(site.site) };
}

const hostOf = (site: string) => site.replace(/[/:?].*$/, "");

/** Whether a host, or one above it, asked not to be audited. */
export function isExcludedHost(host: string, exclusions: readonly Exclusion[]): boolean {
  const bare = host.toLowerCase().replace(/^www\./, "");
  return exclusions.some((exclusion) => bare === exclusion.host || bare.endsWith(`.${exclusion.host}`));
}

/** Ids of the companies that are left alone: those named, those on a host that is named, and those that share a named one's site. */
export function excludedIds(
  companies: readonly Pick<Company, "companyId" | "website">[],
  exclusions: readonly Exclusion[],
): Set<string> {
  if (exclusions.length === 0) return new Set();
  const named = new Set(exclusions.flatMap(({ companyId }) => companyId ?? []));
  const siteOf = ({ website }: Pick<Company, "website">) =>
    website === null ? null : (readWebsite(website)?.site ?? null);
  const sites = new Set(companies.flatMap((each) => (named.has(each.companyId) ? (siteOf(each) ?? []) : [])));
  const isExcluded = (company: Pick<Company, "companyId" | "website">) => {
    const site = siteOf(company);
    if (named.has(company.companyId)) return true;
    return site !== null && (sites.has(site) || isExcludedHost(hostOf(site), exclusions));
  };
  return new Set(companies.filter(isExcluded).map(({ companyId }) => companyId));
}

/** The companies that may be visited. */
export function withoutExcluded<T extends Pick<Company, "companyId" | "website">>(
  companies: readonly T[],
  exclusions: readonly Exclusion[],
): T[] {
  const excluded = excludedIds(companies, exclusions);
  return companies.filter(({ companyId }) => !excluded.has(companyId));
}

/** Rows that name nobody in the frame, as notes for the user. */
export function unmatchedExclusions(
  companies: readonly Pick<Company, "companyId" | "website">[],
  exclusions: readonly Exclusion[],
): string[] {
  return exclusions
    .filter((exclusion) => excludedIds(companies, [exclusion]).size === 0)
    .map(
      ({ row, companyId, host }) => `exclusions.csv, row ${row}: ${companyId ?? host} is not in the frame`,
    );
}
