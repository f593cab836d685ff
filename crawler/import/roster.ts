import { AuditError } from "../../datasets/error.ts";
import type { Account, Company, ImportedCompany, Ownership } from "../../datasets/schema.ts";
import { accountReader } from "./accounts.ts";
import { type Columns, platformNamed } from "./columns.ts";
import { companiesOfFile, companiesOfFrame } from "./companies.ts";
import type { ImportOptions } from "./format.ts";
import type { Row } from "./row.ts";

/** The companies that a file names, each with its accounts. */
export interface Roster {
  /** The company of a row; null when it is at fault or names none. */
  company(row: Row): Company | null;
  /** The account of a row; null when it is at fault or names none. */
  account(row: Row): Account | null;
  /** The company that the audit knows to own an account; null for others. */
  ownerOf(account: Account): Company | null;
  /** The one account that the audit knows a company to have on the platform of the file; null where there are none or several. */
  onlyAccountOf(company: Company): Account | null;
  /** Notes what a row says. A cell that could not be read may be an account: the file then does not say all there is. */
  add(company: Company, account: Account | "none" | "unreadable"): void;
  /** In the order of the file. */
  companies(): ImportedCompany[];
}

/** @throws AuditError when a platform that is declared complete is none */
export function openRoster(columns: Columns, options: ImportOptions): Roster {
  const { file, sha256, frame, declares = [] } = options;
  const declaredPlatforms = declares.map(declaredPlatform);
  const [onlyDeclared = null] = declaredPlatforms.length === 1 ? declaredPlatforms : [];
  const known = new Map<string, ImportedCompany>();
  // Readers give the same record for the same cells, and a file of posts names each pair thousands of times.
  const added = new Map<Account, Company>();
  const { owned = [] } = options;
  const owners = new Map(owned.map(({ account, company }) => [account.accountId, company]));
  return {
    ownerOf: ({ accountId }) => owners.get(accountId) ?? null,
    onlyAccountOf({ companyId }) {
      const [first, second] = owned.filter(
        ({ account, company }) => company.companyId === companyId && account.platform === columns.platform,
      );
      return first && !second ? first.account : null;
    },
    company: frame ? companiesOfFrame(frame) : companiesOfFile(file),
    account: accountReader(columns.platform ?? onlyDeclared),
    add(company, account) {
      if (typeof account !== "string") {
        if (added.get(account) === company) return;
        added.set(account, company);
      }
      const fresh = { company, file, sha256, declaredPlatforms, accounts: [], ownerships: [] };
      const imported = known.get(company.companyId) ?? fresh;
      const changed = typeof account === "string" ? imported : withAccount(imported, account);
      known.set(
        company.companyId,
        account === "unreadable" ? { ...changed, declaredPlatforms: [] } : changed,
      );
    },
    companies: () => [...known.values()],
  };
}

function declaredPlatform(written: string): string {
  const platform = platformNamed(written);
  if (platform) return platform;
  throw new AuditError(
    "bad_usage",
    `--declares ${written}: is no platform. Write its id, like x or linkedin`,
  );
}

function withAccount(imported: ImportedCompany, account: Account): ImportedCompany {
  const { company, accounts, ownerships } = imported;
  if (accounts.some(({ accountId }) => accountId === account.accountId)) return imported;
  const ownership: Ownership = {
    companyId: company.companyId,
    accountId: account.accountId,
    own: "true",
    kind: "primary",
    confidence: 1,
    reasons: ["import"],
    claimIds: [],
    reciprocal: null,
    corrected: null,
  };
  return { ...imported, accounts: [...accounts, account], ownerships: [...ownerships, ownership] };
}
