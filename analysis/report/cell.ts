import type { Activity, Cadence, SiteOutcome } from "../../datasets/schema.ts";
import type { AccountView, CompanyView } from "./model.ts";
import { ago, perWeek, siteWords } from "./words.ts";

/** What a cell of the grid means; each has a colour and a sign, and the words say it too. */
export type Tone = "posting" | "slow" | "silent" | "absent" | "unknown";

/** Words of a cell and what they mean. */
export interface Cell {
  tone: Tone;
  words: string;
}

/** A company's accounts on a platform: those that count, or the others where none does. */
export function accountsOn({ accounts }: CompanyView, platform: string): AccountView[] {
  const onPlatform = accounts.filter(({ account }) => account.platform === platform);
  const counted = onPlatform.filter(({ counts }) => counts);
  return counted.length > 0 ? counted : onPlatform;
}

/** What is known of an account's posting, in plain words. An account nobody could read is never silent. */
export function accountCell({ cadence, ownership, observation, counts }: AccountView): Cell {
  if (ownership.own === "unknown") return { tone: "unknown", words: "linked, may not be its own" };
  if (!counts) return { tone: "unknown", words: `${ownership.kind} account, not counted` };
  const activity = cadence?.activity ?? "unobservable";
  if (cadence === null || activity === "unobservable") {
    const seen = observation?.status === "observed" || observation?.status === "partial";
    return { tone: "unknown", words: seen ? "recent posts not known" : "linked, not readable" };
  }
  return { tone: tones[activity], words: activityWords(cadence) };
}

const tones: Readonly<Record<Activity, Tone>> = {
  active: "posting",
  slowing: "slow",
  quiet: "silent",
  dormant: "silent",
  abandoned: "silent",
  empty: "silent",
  gone: "silent",
  unobservable: "unknown",
};

function activityWords({ activity, postsPerDay, estimator, ageDays, silentDays }: Cadence): string {
  const isPosting = activity === "active" || activity === "slowing";
  if (isPosting && postsPerDay !== null && estimator !== "lifetime") return perWeek(postsPerDay);
  const plain = plainWords[activity];
  if (plain !== undefined) return plain;
  if (ageDays !== null) return `last post ${ago(ageDays)}`;
  return silentDays === null ? activity : `no post in ${Math.floor(silentDays)} days`;
}

const plainWords: Readonly<Partial<Record<Activity, string>>> = {
  empty: "account without a post",
  gone: "link is dead",
};

/** A platform on which no account of the company was seen: none only where the analysis could rule one out. */
export function absentCell(view: CompanyView, platform: string): Cell {
  const status = view.statusOn(platform);
  const { outcome } = view.company;
  const isRuledOut = status === null ? outcome === "visited" : status.status !== "unknown";
  if (isRuledOut) return { tone: "absent", words: "no account" };
  return { tone: "unknown", words: unseenWords[outcome] ?? "site could not be read" };
}

const unseenWords: Readonly<Partial<Record<SiteOutcome, string>>> = {
  visited: "not known",
  partial: "none seen, site read in part",
  not_eligible: "not audited",
  no_website: "no website known",
};

/** The company over all social platforms at the report's threshold. */
export function anyCell(view: CompanyView, thetaDays: number): Cell {
  const status = view.statusOn("any")?.status;
  if (status === "active") return { tone: "posting", words: `posted in the last ${thetaDays} days` };
  if (status === "inactive") return { tone: "silent", words: `no post in ${thetaDays} days` };
  const { outcome } = view.company;
  const isWhole = outcome === "visited" || outcome === "not_eligible";
  return { tone: "unknown", words: isWhole ? "not known" : `not known, site: ${siteWords(view.company)}` };
}
