import { stringify } from "csv-stringify/sync";
import { type DelimitedRow, readDelimited } from "./delimited.ts";
import { AuditError } from "./error.ts";
import type { Company } from "./schema.ts";
import { readWebsite } from "./website.ts";

/** A checked frame: who is audited, and what the user should know about the file. */
export interface Frame {
  /** File name without folders. */
  file: string;
  /** In the order of the file. */
  companies: readonly Company[];
  /** What is odd but no fault: duplicate names or websites, columns that are not used. */
  notes: readonly string[];
}

type Field =
  | "companyId"
  | "name"
  | "website"
  | "segment"
  | "type"
  | "country"
  | "parentId"
  | "status"
  | "sizeBand"
  | "ror"
  | "wikidata"
  | "aliases"
  | "successorId"
  | "successorFrom"
  | "timeZone"
  | "source"
  | "stratum"
  | "stratumSize";

/** Headers understood, by field, in lower case with `_` for spaces. The first that the file has is used. */
const headerNames: Readonly<Record<Field, readonly string[]>> = {
  companyId: ["id", "companyid", "company_id"],
  name: ["name", "company", "company_name"],
  website: ["website", "domain", "url", "homepage"],
  segment: ["segment", "cro_type", "sector"],
  type: ["type", "cro_type"],
  country: ["country"],
  parentId: ["parent", "parentid", "parent_id"],
  status: ["status"],
  sizeBand: ["size", "size_band", "sizeband"],
  ror: ["ror_id", "ror", "identifiers_ror"],
  wikidata: ["wikidata_id", "wikidata", "identifiers_wikidata"],
  aliases: ["aliases"],
  successorId: ["successor", "successor_id"],
  successorFrom: ["successor_from"],
  timeZone: ["time_zone", "timezone"],
  source: ["source"],
  stratum: ["stratum"],
  stratumSize: ["stratum_size"],
};

/**
 * A frame as CSV, with the headers that `readFrame` understands.
 *
 * @param companies in the order in which they shall stand
 */
export function writeFrame(companies: readonly Company[]): string {
  const cellsOf = (company: Company): Record<Field, unknown> => ({
    ...company,
    ...company.identifiers,
    aliases: company.aliases.join("|"),
  });
  const fields = Object.entries(headerNames).flatMap(([field, [header = ""]]) =>
    isField(field) ? [{ field, header }] : [],
  );
  const rows = companies.map((company) => fields.map(({ field }) => cellsOf(company)[field]));
  return stringify([fields.map(({ header }) => header), ...rows], { record_delimiter: "windows" });
}

const isField = (name: string): name is Field => Object.hasOwn(headerNames, name);

/** Which header of this file holds which field. */
type Columns = Partial<Record<Field, string>>;

/** Headers of the frames that ship which no audit needs: they say where a row comes from. */
const provenance: readonly string[] = ["city", "verified_on", "verified_by", "evidence_url"];

/** What a user may say about a frame file beside its content. */
export interface FrameOptions {
  /** Header by field, where the file's headers are not among those understood: `{ name: "Firm" }`. */
  columns?: Readonly<Record<string, string>>;
  /** Segment of rows that name none. */
  segment?: string;
}

/**
 * Reads and checks a company frame: any CSV with a name and a website column.
 *
 * @throws AuditError with every fault of the file, one a line, as `file, row, column: what, and what to write instead`
 */
export function readFrame(bytes: Uint8Array, file: string, options: FrameOptions = {}): Frame {
  const { table, columns, readings } = readRows(bytes, file, options);
  const faults = [
    ...table.faults,
    ...readings.flatMap((reading) => reading.faults),
    ...duplicateIds(readings, `${file}, row`, columns.companyId),
  ];
  if (faults.length > 0) throw new AuditError("bad_input", faults.join("\n"));
  const companies = withUniqueIds(readings);
  if (companies.length === 0)
    throw new AuditError("bad_input", `${file}: has a header but no company. Write one row a company`);
  return {
    file,
    companies,
    notes: [...unusedColumns(table.headers, columns, file), ...duplicates(readings, companies, file)],
  };
}

/**
 * Reads a frame row by row, faulty rows too.
 *
 * @throws AuditError when it is no table, or the name or the website column cannot be told
 */
export function readRows(bytes: Uint8Array, file: string, options: FrameOptions = {}) {
  const table = readDelimited(bytes, file);
  const columns = findColumns(table.headers, file, options.columns ?? {});
  const readings = table.rows.map((row) =>
    readCompany(row, columns, { file, segment: options.segment ?? "all" }),
  );
  return { table, columns, readings };
}

/** @throws AuditError when the name or the website column cannot be told */
function findColumns(
  headers: readonly string[],
  file: string,
  named: Readonly<Record<string, string>>,
): Columns {
  const normal = (header: string) => header.toLowerCase().replace(/[\s-]+/g, "_");
  const found: [string, string][] = Object.entries(headerNames).flatMap(([field, names]) => {
    const header = names
      .map((name) => headers.find((candidate) => normal(candidate) === name))
      .find((match) => match);
    return header ? [[field, header]] : [];
  });
  const absent = Object.entries(named).filter(([, header]) => !headers.includes(header));
  const unknown = Object.keys(named).filter((field) => !(field in headerNames));
  const columns: Columns = Object.fromEntries([...found, ...Object.entries(named)]);
  const faults = [
    ...absent.map(
      ([field, header]) =>
        `${file}: --columns ${field}=${header}: there is no column "${header}". It has: ${headers.join(", ")}`,
    ),
    ...unknown.map(
      (field) =>
        `${file}: --columns ${field}=...: there is no field "${field}". Fields: ${Object.keys(headerNames).join(", ")}`,
    ),
    ...(["name", "website"] as const)
      .filter((field) => !columns[field])
      .map(
        (field) =>
          `${file}, header: no column for the ${field}. Call it one of ${headerNames[field].join(", ")}, or say --columns ${field}=HEADER`,
      ),
  ];
  if (faults.length > 0) throw new AuditError("bad_input", faults.join("\n"));
  if (columns.type === columns.segment && columns.segment) delete columns.type;
  return columns;
}

/** What one row of a frame says. */
export interface Reading {
  row: number;
  /** The id the file gives; null where it is derived and may be changed to be unique. */
  givenId: string | null;
  company: Company | null;
  /** What makes two spellings of its website one site. */
  site: string | null;
  faults: string[];
}

function readCompany(
  { row, cells }: DelimitedRow,
  columns: Columns,
  { file, segment }: { file: string; segment: string },
): Reading {
  const cell = (field: Field) => cells[columns[field] ?? ""] ?? null;
  const fault = (field: Field, what: string) => `${file}, row ${row}, ${columns[field]}: ${what}`;
  const websiteCell = cell("website");
  const website = websiteCell ? readWebsite(websiteCell) : null;
  const name = cell("name");
  const givenId = cell("companyId");
  const country = cell("country");
  const sizeCell = cell("stratumSize");
  const stratumSize = sizeCell === null ? null : Number(sizeCell);
  const isSize = stratumSize === null || (Number.isInteger(stratumSize) && stratumSize > 0);
  const faults = [
    ...(isSize ? [] : [fault("stratumSize", `"${sizeCell}" is no number of companies`)]),
    ...(name ? [] : [fault("name", "is empty. Write the company's name")]),
    ...(websiteCell && !website
      ? [fault("website", `"${websiteCell}" is not a URL. Write it like https://www.example.com`)]
      : []),
  ];
  if (!name || faults.length > 0) return { row, givenId, company: null, site: null, faults };
  const company: Company = {
    companyId: givenId ?? website?.host ?? slug(name),
    name,
    website: website?.text ?? null,
    aliases: (cell("aliases") ?? "").split(/[|;]/).flatMap((alias) => alias.trim() || []),
    segment: cell("segment") ?? segment,
    type: cell("type"),
    country: country && country.length <= 3 ? country.toUpperCase() : country,
    sizeBand: cell("sizeBand"),
    parentId: cell("parentId"),
    successorId: cell("successorId"),
    successorFrom: cell("successorFrom"),
    timeZone: cell("timeZone"),
    status: cell("status")?.toLowerCase() ?? "active",
    identifiers: { ror: cell("ror"), wikidata: cell("wikidata") },
    source: cell("source"),
    stratum: cell("stratum"),
    stratumSize,
  };
  return { row, givenId, company, site: website?.site ?? null, faults };
}

/** An id for a company that has neither an id nor a website. */
function slug(name: string): string {
  return (
    name
      .normalize("NFKC")
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, "-")
      .replace(/^-|-$/g, "") || "company"
  );
}

function duplicateIds(readings: readonly Reading[], where: string, header = "id"): string[] {
  const first = new Map<string, number>();
  return readings.flatMap(({ row, givenId }) => {
    const before = givenId && first.get(givenId);
    if (givenId && !before) first.set(givenId, row);
    return before
      ? [
          `${where} ${row}, ${header}: "${givenId}" is the id of row ${before} too. Give every company its own`,
        ]
      : [];
  });
}

/** Two rows without ids may share a website: the second one's id gets `~2`. */
function withUniqueIds(readings: readonly Reading[]): Company[] {
  const taken = new Set(readings.flatMap(({ givenId }) => givenId ?? []));
  const used = new Map<string, number>();
  return readings.flatMap(({ givenId, company }) => {
    if (!company || givenId) return company ?? [];
    const base = company.companyId;
    let times = used.get(base) ?? 1;
    while (taken.has(times === 1 ? base : `${base}~${times}`)) times += 1;
    const companyId = times === 1 ? base : `${base}~${times}`;
    used.set(base, times);
    taken.add(companyId);
    return { ...company, companyId };
  });
}

function unusedColumns(headers: readonly string[], columns: Columns, file: string): string[] {
  const used = new Set(Object.values(columns));
  const unused = headers.filter((header) => header && !used.has(header) && !provenance.includes(header));
  return unused.length > 0 ? [`${file}: columns not used: ${unused.join(", ")}`] : [];
}

/** Rows that may be one company written twice. Both stay; a shared website is fetched once. */
function duplicates(readings: readonly Reading[], companies: readonly Company[], file: string): string[] {
  const shared = (what: string, keys: readonly (string | null)[]) => {
    // Nearly all keys stand once: only the others get a list.
    const firsts = new Map<string, string>();
    const groups = new Map<string, string[]>();
    companies.forEach(({ companyId }, index) => {
      const key = keys[index] ?? null;
      if (key === null) return;
      const [first, group] = [firsts.get(key), groups.get(key)];
      if (first === undefined) firsts.set(key, companyId);
      else if (group === undefined) groups.set(key, [first, companyId]);
      else group.push(companyId);
    });
    return [...groups].map(([key, ids]) => `${file}: ${ids.join(", ")} have the same ${what} "${key}"`);
  };
  return [
    ...shared(
      "name",
      companies.map(({ name }) => name.toLowerCase()),
    ),
    ...shared(
      "website",
      readings.map(({ site }) => site),
    ),
  ];
}
