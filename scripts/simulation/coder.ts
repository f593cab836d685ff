import { dayMs } from "../../datasets/durations.ts";
import type { ReadingRow } from "../../datasets/hand-records.ts";
import type { TrueAccount } from "../../datasets/synthetic/truth/tables.ts";
import type { Random } from "./random.ts";

/** What a simulated coder knows and how often the coder errs. */
export interface Coder {
  name: string;
  /** Of the industry, by accountId. */
  accounts: ReadonlyMap<string, TrueAccount>;
  /** Instant of the look, UTC. */
  now: string;
  /** Share of the rows on which the coder takes a living account for a silent one, or the reverse. */
  errorRate: number;
  random: Random;
}

/** Fills a row of a sheet as a person would who looks at the account: by label, by date where the label would not do. */
export function fillRow(row: ReadingRow, coder: Coder): ReadingRow {
  const { accounts, now, errorRate, random } = coder;
  const known = accounts.get(row.account);
  const own = [...accounts.values()].filter(
    ({ companyId, kind, platform }) =>
      companyId === row.companyId && kind !== "careers" && platform !== "feed",
  );
  const seen = (row.account === "site" ? own : known ? [known] : []).filter(
    ({ activity }) => activity !== "gone",
  );
  const filled = { ...row, checkedAt: now, coder: coder.name };
  if (row.account !== "site" && seen.length === 0) return { ...filled, canSee: "gone" };
  const newest = Math.max(...seen.map(({ lastPostAt }) => Date.parse(lastPostAt ?? "1970-01-01")));
  const ageDays = (Date.parse(now) - newest) / dayMs;
  const isWrong = random() < errorRate;
  if (isWrong) return { ...filled, canSee: "yes", lastPostText: ageDays > 90 ? "2d" : "1yr" };
  const isNever = seen.every(({ lastPostAt }) => lastPostAt === null);
  return { ...filled, canSee: "yes", lastPostText: isNever ? "none" : labelOf(ageDays, newest) };
}

/** As platforms round: a month label can lie on either side of 90 days, and then the coder looks up the date. */
function labelOf(ageDays: number, newest: number): string {
  if (ageDays < 1) return `${Math.floor(ageDays * 24)}h`;
  if (ageDays < 7) return `${Math.floor(ageDays)}d`;
  if (ageDays < 28) return `${Math.floor(ageDays / 7)}w`;
  if (ageDays > 60 && ageDays < 92) return new Date(newest).toISOString();
  return ageDays < 365.25 ? `${Math.floor(ageDays / 30.4375)}mo` : `${Math.floor(ageDays / 365.25)}yr`;
}
