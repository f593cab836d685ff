import type { Directory } from "./directory.ts";
import type { SyntheticAccount } from "./industry.ts";
import { hash32 } from "./random.ts";

/** Whether an account's profile names its company's site: three in four do, and every handle that is the company's own domain. */
export function linksBack(
  { accountId, companyId, account }: SyntheticAccount,
  directory: Directory,
): boolean {
  return account === directory.company(companyId)?.domain || hash32(`links ${accountId}`) % 4 !== 0;
}

/** Address of the company's site as its profile shows it; one of somebody else where the profile does not name it. */
export function profileAddress(account: SyntheticAccount, directory: Directory): string {
  const host = directory.company(account.companyId)?.host;
  return linksBack(account, directory) && host ? `https://${host}/` : "https://linkcollection.test/";
}
