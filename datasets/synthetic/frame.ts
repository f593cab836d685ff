import type { SyntheticCompany } from "./industry.ts";

type Column = readonly [header: string, cell: (company: SyntheticCompany) => string | null];

/** What every frame says. */
const always: readonly Column[] = [
  ["id", ({ companyId }) => companyId],
  ["name", ({ name }) => name],
  ["website", ({ website }) => website],
  ["segment", ({ segment }) => segment],
  ["country", ({ country }) => country],
  ["parent", ({ parentId }) => parentId],
  ["status", ({ status }) => status],
];

/** What only some frames know. */
const sometimes: readonly Column[] = [
  ["size", ({ size }) => size],
  ["aliases", ({ formerly }) => formerly?.name ?? null],
  ["successor", ({ successor }) => successor?.companyId ?? null],
  ["successor_from", ({ successor }) => successor?.on.slice(0, 10) ?? null],
];

/** The frame as a user would write it, CSV; no cell needs quotes. */
export function frameOf(companies: readonly SyntheticCompany[]): string {
  const known = sometimes.filter(([, cell]) => companies.some((company) => cell(company) !== null));
  const columns = [...always, ...known];
  const rows = companies.map((company) => columns.map(([, cell]) => cell(company) ?? "").join(","));
  return `${[columns.map(([header]) => header).join(","), ...rows].join("\n")}\n`;
}
