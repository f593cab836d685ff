import {
  type DailyPosts,
  dailyPosts,
  dateOf,
  dayOf,
  type EventFindings,
  type EventStudy,
  observationsOf,
  studyEvent,
} from "../../analysis/index.ts";
import { collect } from "../../datasets/collect.ts";
import { AuditError } from "../../datasets/error.ts";
import type { Account } from "../../datasets/schema.ts";
import type { Snapshot } from "../../datasets/snapshot.ts";
import { tables } from "../../datasets/tables.ts";
import type { Command } from "../command.ts";
import { chance, decimals, limits } from "../figures.ts";
import { inAudit } from "../work.ts";

/** Whether an account posts differently since a date. */
export const eventCommand: Command = {
  name: "event",
  arguments: ["<dir>", "<account>", "<date>"],
  summary:
    "compare an account's posts before and after a date: rate ratio, trend, permutations, placebo dates, controls; refuses what was not wholly seen",
  flags: ["weeks", "controls", "json"],
  example: "presence-audit event audit-2011 x:quintiles 2011-05-20 --controls cro",
  run: ([folder = "", given = "", date = ""], { weeks = 12, controls, json }, terminal) =>
    inAudit(folder, async (snapshot) => {
      const day = readDay(date);
      const account = await findAccount(snapshot, given);
      const others = controls ? await controlIds(snapshot, account, controls) : [];
      const seen = await daysSeen(snapshot, new Set([account.accountId, ...others]));
      const study = studyEvent({
        ...{ day, weeks },
        series: seen.get(account.accountId) ?? [],
        controls: others.map((id) => seen.get(id) ?? []),
      });
      terminal.print(
        json ? `${JSON.stringify(study, infinite)}\n` : `${linesOf(study, account.accountId).join("\n")}\n`,
      );
      if (study.reason !== null) throw new AuditError("bad_input", refusal(study, account.accountId));
    }),
};

/** JSON has no infinity. */
const infinite = (_: string, value: unknown): unknown =>
  value === Number.POSITIVE_INFINITY ? "Infinity" : value;

/** @throws AuditError where it is no day */
function readDay(date: string): number {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(date) ? dayOf(date) : Number.NaN;
  // The 30th of February would be read as the 2nd of March.
  if (!Number.isNaN(day) && dateOf(day) === date) return day;
  throw new AuditError("bad_usage", `${date}: is no date. Write it like 2011-05-20 (UTC)`);
}

/** @throws AuditError where the audit has no such account */
async function findAccount(snapshot: Snapshot, given: string): Promise<Account> {
  const [account] = await collect(snapshot.read(tables.accounts), ({ accountId, url, aliases }) =>
    [accountId, url, ...aliases].includes(given),
  );
  if (account) return account;
  throw new AuditError(
    "bad_input",
    `${given}: no account of ${snapshot.folder} has this id or address. See ${snapshot.folder}/tables/accounts.csv`,
  );
}

/** Own accounts of the segment's companies on the same platform, those of the account's own companies left out. */
async function controlIds(snapshot: Snapshot, account: Account, segment: string): Promise<string[]> {
  const members = await collect(snapshot.read(tables.companies), (company) => company.segment === segment);
  if (members.length === 0)
    throw new AuditError(
      "bad_usage",
      `--controls: no company of ${snapshot.folder} is of segment ${segment}`,
    );
  const owned = await collect(snapshot.read(tables.ownerships), ({ own }) => own === "true");
  const treated = new Set(
    owned.filter(({ accountId }) => accountId === account.accountId).map(({ companyId }) => companyId),
  );
  const inSegment = new Set(members.map(({ companyId }) => companyId).filter((id) => !treated.has(id)));
  const shared = new Set(
    owned.filter(({ companyId }) => treated.has(companyId)).map(({ accountId }) => accountId),
  );
  const ids = owned
    .filter(({ companyId, accountId }) => inSegment.has(companyId) && !shared.has(accountId))
    .map(({ accountId }) => accountId);
  return [...new Set(ids)].filter((id) => id.startsWith(`${account.platform}:`));
}

async function daysSeen(snapshot: Snapshot, wanted: ReadonlySet<string>): Promise<Map<string, DailyPosts[]>> {
  const seen = new Map<string, DailyPosts[]>();
  for await (const observation of observationsOf(snapshot)) {
    const days = wanted.has(observation.accountId) ? dailyPosts(observation) : null;
    if (days) seen.set(observation.accountId, [...(seen.get(observation.accountId) ?? []), days]);
  }
  return seen;
}

function refusal({ reason, seen, date, weeks }: EventStudy, accountId: string): string {
  if (!seen) return `${accountId}: not_observable. No observation saw all of its posts on any day`;
  return `${accountId}: ${reason}. ${weeks} weeks before and after ${date} are needed; every post was seen from ${seen.from} to ${seen.to}. Take fewer --weeks, or import an archive that reaches further back`;
}

function linesOf({ date, weeks, findings }: EventStudy, accountId: string): string[] {
  if (!findings) return [];
  return [
    `${accountId}, ${weeks} weeks before and after ${date} (UTC; the day itself, ${findings.postsOnTheDay} posts, left out)`,
    ...ratioLines(findings),
    ...trendLines(findings),
    ...controlLines(findings),
  ];
}

function ratioLines({
  before,
  after,
  ratio,
  dispersionBefore,
  dispersionAfter,
  isPoisson,
}: EventFindings): string[] {
  const dispersions = [dispersionBefore.index, dispersionAfter.index].map((index) =>
    index === null ? "not known" : decimals(index),
  );
  const plain =
    ratio.ratio === null || ratio.interval === null || ratio.p === null
      ? "no post on either side, so no ratio"
      : `rate ratio ${decimals(ratio.ratio)} (95 % CI ${limits(ratio.interval)}, ${chance(ratio.p)})`;
  const caution = isPoisson
    ? "weeks differ no more than by chance, so the ratio stands"
    : "weeks differ by more than chance (or are too few to tell): go by the permutation test, not by the ratio's interval";
  return [
    `  before ${before.posts} posts in ${before.days} days, after ${after.posts} in ${after.days}: ${plain}`,
    `  dispersion of weeks before ${dispersions[0]}, after ${dispersions[1]} (1 is chance): ${caution}`,
  ];
}

function trendLines({ interrupted, permutation, shift, placebo }: EventFindings): string[] {
  return [
    interrupted
      ? `  with the trend taken out: level times ${decimals(interrupted.levelRatio)} (95 % CI ${limits(interrupted.levelInterval)}), slope times ${decimals(interrupted.slopeRatio, 3)} a week`
      : "  trend: too few weeks or posts to fit one",
    ...(permutation
      ? [
          `  weeks relabelled: ${permutation.atLeast} of ${permutation.relabellings} at least as extreme, ${chance(permutation.p)}${permutation.isExact ? "" : " (seeded draws)"}`,
        ]
      : []),
    ...(shift ? [`  days rotated: ${chance(shift.p)}`] : []),
    ...(placebo
      ? [`  placebo dates: rank ${placebo.rank} of ${placebo.days} days, the event's among them`]
      : []),
  ];
}

function controlLines({ controls }: EventFindings): string[] {
  if (!controls) return [];
  const { accounts, leftOut, before, after, ratio, dispersion } = controls;
  const found = ratio
    ? `ratio of ratios ${decimals(ratio.ratio)} (95 % CI ${limits(ratio.interval)}, ${chance(ratio.p)}${ratio.isCorrected ? "; half a post added to each count" : ""})`
    : "none of them was wholly seen";
  return [
    `  ${accounts} control accounts, ${before.posts} posts before and ${after.posts} after: ${found}; widened by dispersion ${decimals(dispersion)}`,
    `  ${leftOut} controls left out because not every day of both windows was seen`,
  ];
}
