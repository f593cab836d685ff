import { collect } from "../datasets/collect.ts";
import { grouped } from "../datasets/grouping.ts";
import type { Account } from "../datasets/schema.ts";
import type { Snapshot } from "../datasets/snapshot.ts";
import { tables } from "../datasets/tables.ts";

/** Writes the table of accounts again, with what the journalled observations tell of their ids. */
export async function writeAliases(
  snapshot: Pick<Snapshot, "observations" | "read" | "write">,
): Promise<void> {
  const learned = new Map<string, string>();
  for (const { accountId, platformId } of snapshot.observations.read()) {
    if (platformId !== null) learned.set(accountId, platformId);
  }
  const accounts = await collect(snapshot.read(tables.accounts));
  if (accounts.length > 0) await snapshot.write(tables.accounts, withAliases(accounts, learned));
}

/**
 * Accounts that are provably one, as aliases of each other: on one platform they have the same immutable id, in their address or as
 * the platform's own answer told it; Facebook reads names without their dots. That a page names two accounts side by side proves nothing.
 *
 * @param learned accountId -> the platform's id, from observations
 * @returns the same accounts in the same order, with `platformId` and `aliases` filled
 */
export function withAliases(accounts: readonly Account[], learned: ReadonlyMap<string, string>): Account[] {
  const known = accounts.map((account) => ({
    ...account,
    platformId: account.platformId ?? learned.get(account.accountId) ?? null,
  }));
  const groups = [
    ...grouped(known, ({ platform, platformId }) => platformId && `${platform} ${platformId}`).values(),
    ...grouped(known, ({ platform, account }) =>
      platform === "facebook" ? dotless(account) : null,
    ).values(),
  ];
  const aliases = new Map<string, Set<string>>();
  for (const group of groups.filter(({ length }) => length > 1)) {
    for (const { accountId } of group) {
      const others = group.flatMap((other) => (other.accountId === accountId ? [] : other.accountId));
      aliases.set(accountId, new Set([...(aliases.get(accountId) ?? []), ...others]));
    }
  }
  return known.map((account) => ({
    ...account,
    aliases: [...new Set([...account.aliases, ...(aliases.get(account.accountId) ?? [])])].sort(),
  }));
}

const dotless = (account: string): string => account.replaceAll(".", "");
