import { grouped } from "../datasets/grouping.ts";
import { type DetectionCheck, type DetectionDraw, wholeSite } from "../datasets/hand-records.ts";
import { byCodeUnit } from "../datasets/order.ts";

/** What people found out about the accounts of one company that was drawn. */
export interface CheckedCompany {
  companyId: string;
  /** Stratum of the draw; null where no draw is known. */
  stratum: string | null;
  /** Companies it stands for: those of its stratum by those of it that were checked. */
  weight: number;
  /** Accounts by what was said of them; those on which people differ or are unsure stand in neither. */
  right: ReadonlySet<string>;
  wrong: ReadonlySet<string>;
  missing: ReadonlySet<string>;
  /** Whether somebody said of every account of its what it is, and which are missing. */
  isWhole: boolean;
  /** When, sorted. */
  checkedAt: readonly string[];
}

/**
 * Checks by company, in the order of their ids. Where a draw is known only those drawn count: others were not chosen by chance.
 */
export function checkedCompanies(
  checks: Iterable<DetectionCheck>,
  draw: Iterable<DetectionDraw>,
): CheckedCompany[] {
  const drawn = new Map([...draw].map((each) => [each.companyId, each]));
  const companies = [...grouped(checks, ({ companyId }) => companyId)]
    .filter(([companyId]) => drawn.size === 0 || drawn.has(companyId))
    .sort(([a], [b]) => byCodeUnit(a, b));
  const strata = grouped(companies, ([companyId]) => drawn.get(companyId)?.stratum ?? "");
  return companies.map(([companyId, rows]) => {
    const { stratum = null, stratumSize = 1 } = drawn.get(companyId) ?? {};
    const checked = strata.get(stratum ?? "")?.length ?? 1;
    return { companyId, stratum, weight: stratum === null ? 1 : stratumSize / checked, ...verdictsIn(rows) };
  });
}

/** Those of which everything was said, by id. */
export const wholeById = (checked: readonly CheckedCompany[]): Map<string, CheckedCompany> =>
  new Map(wholeCompanies(checked).map((company) => [company.companyId, company]));

/** Those of which everything was said; they stand for the others of their stratum, too. */
export function wholeCompanies(checked: readonly CheckedCompany[]): CheckedCompany[] {
  const strata = grouped(checked, ({ stratum }) => stratum ?? "");
  return checked.flatMap((company) => {
    const alike = strata.get(company.stratum ?? "") ?? [];
    const whole = alike.filter(({ isWhole }) => isWhole).length;
    const weight = company.stratum === null ? 1 : (company.weight * alike.length) / whole;
    return company.isWhole ? [{ ...company, weight }] : [];
  });
}

function verdictsIn(
  rows: readonly DetectionCheck[],
): Omit<CheckedCompany, "companyId" | "stratum" | "weight"> {
  const accounts = grouped(
    rows.filter(({ accountId }) => accountId !== wholeSite),
    ({ accountId }) => accountId,
  );
  const saidOf = (verdict: boolean) =>
    [...accounts].flatMap(([accountId, said]) =>
      said.every(({ right }) => right === verdict) ? [accountId] : [],
    );
  const [right, wrong] = [new Set(saidOf(true)), new Set(saidOf(false))];
  return {
    ...{ right, wrong, missing: new Set(rows.flatMap(({ missing }) => missing)) },
    isWhole:
      rows.some(({ accountId }) => accountId === wholeSite) && right.size + wrong.size === accounts.size,
    checkedAt: rows.map(({ checkedAt }) => checkedAt).sort(byCodeUnit),
  };
}
