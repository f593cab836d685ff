import { parse } from "tldts";
import { countryCodes } from "./countries.ts";
import { type FrameOptions, readRows } from "./frame.ts";
import { verifiers } from "./frame-row.ts";
import { isRorId, isWikidataId } from "./identifiers.ts";
import type { Company } from "./schema.ts";
import { parseUrl } from "./url.ts";

/** One thing in a frame that cannot be right. */
export interface FrameFault {
  /** As a spreadsheet counts, the header being row 1. */
  row: number;
  /** Kind of the fault. */
  kind: FaultKind;
  /** What is wrong, and what to do. */
  what: string;
}

/** Every kind of fault that a check finds. */
export type FaultKind =
  | "unreadable"
  | "duplicate_id"
  | "duplicate_name"
  | "duplicate_domain"
  | "duplicate_identifier"
  | "dead_id"
  | "impossible_parent"
  | "impossible_successor"
  | "cycle"
  | "non_registrable_domain"
  | "no_such_identifier"
  | "no_such_country"
  | "no_such_day"
  | "unproven";

/** A row that could be read, with what it says of its own provenance. */
interface Row {
  row: number;
  /** Null where the frame gives no ids of its own. */
  givenId: string | null;
  company: Company;
  /** Null where the frame has no column `verified_by`. */
  proof: { on: string | null; by: string | null; url: string | null } | null;
}

/**
 * Finds what cannot be right in a frame: rows that are one company twice, ids that nobody has, parents that cannot be, circles,
 * websites that nobody could have registered, rows that nobody vouches for.
 *
 * @returns in the order of the rows; a fault of two rows stands at the later one
 * @throws AuditError where the file is no frame at all
 */
export function checkFrame(bytes: Uint8Array, file: string, options: FrameOptions = {}): FrameFault[] {
  const { table, readings } = readRows(bytes, file, options);
  const hasProof = table.headers.includes("verified_by");
  const cellsOf = new Map(table.rows.map(({ row, cells }) => [row, cells]));
  const rows = readings.flatMap(({ row, givenId, company }): Row[] => {
    const cells = cellsOf.get(row) ?? {};
    const [on, by, url] = ["verified_on", "verified_by", "evidence_url"].map((name) => cells[name] ?? null);
    const proof = hasProof ? { on: on ?? null, by: by ?? null, url: url ?? null } : null;
    return company === null ? [] : [{ row, givenId, company, proof }];
  });
  const unreadable = readings.flatMap(({ row, faults }) =>
    faults.map((what): FrameFault => ({ row, kind: "unreadable", what })),
  );
  return [
    ...unreadable,
    ...rows.flatMap((row) => ownRules.flatMap((rule) => rule(row))),
    ...duplicates(rows),
    ...relations(rows),
  ].sort((a, b) => a.row - b.row);
}

/** Whether a company is, or may be, one that is audited. */
const isAlive = ({ status }: Company) => status === "active" || status === "unverified";

type OwnRule = (row: Row) => FrameFault[];

const faultOf = (row: number, kind: FaultKind, what: string): FrameFault => ({ row, kind, what });

/** What can be told from one row alone. */
const ownRules: readonly OwnRule[] = [
  ({ row, company: { website } }) => {
    if (website === null || registrableDomain(website) !== null) return [];
    return [
      faultOf(
        row,
        "non_registrable_domain",
        `${website} is no domain that a company can register. Write its own`,
      ),
    ];
  },
  ({ row, company: { country } }) =>
    country === null || countryCodes.has(country)
      ? []
      : [faultOf(row, "no_such_country", `${country} is no country. Write its two letters, like DE`)],
  ({ row, company: { identifiers } }) => [
    ...(identifiers.ror === null || isRorId(identifiers.ror)
      ? []
      : [
          faultOf(
            row,
            "no_such_identifier",
            `${identifiers.ror} is no ROR id: form or check digits are wrong`,
          ),
        ]),
    ...(identifiers.wikidata === null || isWikidataId(identifiers.wikidata)
      ? []
      : [faultOf(row, "no_such_identifier", `${identifiers.wikidata} is no Wikidata item, like Q305473`)]),
  ],
  ({ row, company, proof }) =>
    [company.successorFrom, proof?.on ?? null].flatMap((day) =>
      day === null || isDay(day)
        ? []
        : [faultOf(row, "no_such_day", `${day} is no day. Write it like 2026-11-22`)],
    ),
  unproven,
];

function unproven({ row, company: { status }, proof }: Row): FrameFault[] {
  if (proof === null) return [];
  const { on, by, url } = proof;
  const isProven = on !== null && by !== null && url !== null;
  const faults = [
    ...(status === "active" && !isProven
      ? [
          "is active, but nobody vouches for it. Fill verified_on, verified_by and evidence_url, or call it unverified",
        ]
      : []),
    ...(status === "unverified" && by !== null ? [`is verified by ${by}, and yet called unverified`] : []),
    ...(by === null || verifiers.some((known) => known === by)
      ? []
      : [`verified_by ${by} is none of ${verifiers.join(", ")}`]),
    ...(url === null || /^https?:$/.test(parseUrl(url)?.protocol ?? "")
      ? []
      : [`evidence_url ${url} is no web address`]),
  ];
  return faults.map((what) => faultOf(row, "unproven", what));
}

function isDay(text: string): boolean {
  const parsed = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : new Date(Number.NaN);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text);
}

/** Ends of hosts that are kept for examples and tests (RFC 2606): nobody registers them, and no public list has them. */
const reserved = /(^|\.)(test|example)$/;

/** The domain under which a website is registered; null for addresses, public suffixes and hosts that nobody can register. */
export function registrableDomain(website: string): string | null {
  const { domain, isIp, isIcann, isPrivate, hostname } = parse(website, { allowPrivateDomains: true });
  if (domain === null || isIp || hostname === null) return null;
  return isIcann || isPrivate || reserved.test(hostname) ? domain : null;
}

/** Two rows that are one. Companies that are no more may share a domain with who came after them. */
function duplicates(rows: readonly Row[]): FrameFault[] {
  const alive = rows.filter(({ company }) => isAlive(company));
  return [
    ...repeated(rows, "duplicate_id", "id", ({ givenId }) => givenId),
    ...repeated(alive, "duplicate_name", "name", ({ company }) => plainName(company.name)),
    ...repeated(alive, "duplicate_domain", "domain", ({ company }) =>
      registrableDomain(company.website ?? ""),
    ),
    ...repeated(rows, "duplicate_identifier", "ROR id", ({ company }) => company.identifiers.ror),
    ...repeated(rows, "duplicate_identifier", "Wikidata item", ({ company }) => company.identifiers.wikidata),
  ];
}

function repeated(
  rows: readonly Row[],
  kind: FaultKind,
  name: string,
  keyOf: (row: Row) => string | null,
): FrameFault[] {
  const first = new Map<string, Row>();
  return rows.flatMap((row) => {
    const key = keyOf(row);
    const before = key === null ? undefined : first.get(key);
    if (key !== null && before === undefined) first.set(key, row);
    if (before === undefined) return [];
    return [faultOf(row.row, kind, `has the ${name} "${key}" of row ${before.row}. Are they one company?`)];
  });
}

/** A name without case, accents, punctuation and legal form. */
function plainName(name: string): string {
  const words = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);
  return words.filter((word) => word !== "" && !legalForms.has(word)).join(" ");
}

const legalForms: ReadonlySet<string> = new Set(
  "inc incorporated ltd limited llc llp lp plc corp corporation co company gmbh ag kg se sa sas sarl spa srl bv nv ab as oy aps kk pty pvt".split(
    " ",
  ),
);

/** What parents and successors cannot be. */
function relations(rows: readonly Row[]): FrameFault[] {
  const byId = new Map(rows.map((row) => [row.company.companyId, row.company]));
  const faults = rows.flatMap(({ row, company }) => [
    ...related({ row, company, kind: "impossible_parent", role: "parent", other: company.parentId }, byId),
    ...related(
      { row, company, kind: "impossible_successor", role: "successor", other: company.successorId },
      byId,
    ),
  ]);
  return [
    ...faults,
    ...circles(rows, "parents", ({ parentId }) => parentId),
    ...circles(rows, "successors", ({ successorId }) => successorId),
  ];
}

interface Relation {
  row: number;
  company: Company;
  kind: "impossible_parent" | "impossible_successor";
  role: string;
  other: string | null;
}

function related(
  { row, company, kind, role, other }: Relation,
  byId: ReadonlyMap<string, Company>,
): FrameFault[] {
  const { companyId, status, successorFrom } = company;
  if (other === null) {
    const isNamed = role === "parent" || !["renamed", "merged"].includes(status);
    return isNamed ? [] : [faultOf(row, kind, `is ${status}, and nobody says into what. Name its successor`)];
  }
  if (other === companyId) return [faultOf(row, kind, `is its own ${role}`)];
  const found = byId.get(other);
  if (found === undefined)
    return [faultOf(row, "dead_id", `${role} "${other}" is nobody's id in this frame`)];
  if (role === "successor") {
    const isTaken = status !== "active" || successorFrom !== null;
    return isTaken
      ? []
      : [faultOf(row, kind, `is active and has a successor. Say from when, or what became of it`)];
  }
  if (!isAlive(company) || isAlive(found) || found.status === "acquired") return [];
  return [faultOf(row, kind, `parent "${other}" is ${found.status}, and owns nobody any more`)];
}

/** Each circle once, at its last row. */
function circles(
  rows: readonly Row[],
  what: string,
  next: (company: Company) => string | null,
): FrameFault[] {
  const byId = new Map(rows.map((row) => [row.company.companyId, row]));
  return rows.flatMap((start) => {
    const circle = [start];
    let at = byId.get(next(start.company) ?? "");
    while (at !== undefined && !circle.includes(at)) {
      circle.push(at);
      at = byId.get(next(at.company) ?? "");
    }
    const isLast = at === start && circle.every(({ row }) => row <= start.row);
    if (!isLast || circle.length === 1) return [];
    const names = circle.map(({ company }) => company.companyId).join(" -> ");
    return [faultOf(start.row, "cycle", `${what} go in a circle: ${names}`)];
  });
}
