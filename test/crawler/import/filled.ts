import type { FilledSheet } from "../../../crawler/import/sheet.ts";
import { readDelimited } from "../../../datasets/delimited.ts";
import type { Account } from "../../../datasets/schema.ts";

/** An account by its id. */
export function accountOf(accountId: string): Account {
  const [platform = "", account = ""] = accountId.split(":");
  const url = `https://example.com/${account}`;
  return { accountId, platform, group: "social", account, url, platformId: null, aliases: [] };
}

/** A filled sheet of an audit of acme and zeta, with their LinkedIn accounts. */
export function filled(lines: readonly string[]): FilledSheet {
  const accounts = ["linkedin:company/acme", "linkedin:company/zeta"].map(accountOf);
  return {
    table: readDelimited(Buffer.from(lines.join("\n")), "sheet-1.csv"),
    ...{ file: "sheet-1.csv", sha256: "00", companyIds: new Set(["acme", "zeta"]) },
    accounts: new Map(accounts.map((account) => [account.accountId, account])),
  };
}
