import { byCodeUnit } from "../datasets/order.ts";
import { type Interval, ratio } from "./estimates/interval.ts";
import { wilson } from "./estimates/proportions.ts";

/** An account on a page. */
export interface PageAccount {
  page: string;
  platform: string;
  account: string;
}

/** One hand-labelled account. A page without any has one row whose platform is `none`. */
export interface Label extends PageAccount {
  /** Kind of the page's site, for the split by kind. */
  siteKind: string;
  /** `platform:account` that the URL grammar makes of the label's address, so that another way of writing keys costs nothing. */
  resolved: string | null;
}

/** Right, missed and wrongly added accounts of a group, and what follows from them. */
export interface Score {
  group: string;
  found: number;
  missed: number;
  added: number;
  /** Share of the reported accounts that are labelled; null when none was reported. */
  precision: number | null;
  precisionInterval: Interval | null;
  /** Share of the labelled accounts that were reported; null when there is none. */
  recall: number | null;
  recallInterval: Interval | null;
  /** Harmonic mean of both; null when neither found, missed nor added anything. */
  f1: number | null;
}

/** How a detection did against hand labels. */
export interface ScoreCard {
  overall: Score;
  /** In code-unit order of the platform, as labelled; an added account counts for the platform it was reported on. */
  byPlatform: Score[];
  bySiteKind: Score[];
  pages: number;
  /** Pages on which all was found and nothing added. */
  exactPages: number;
  misses: PageAccount[];
  additions: PageAccount[];
}

/**
 * Scores reported accounts against hand labels, micro-averaged over (page, platform:account) with Wilson intervals. A label is found
 * when its key or its resolved key was reported for its page. Any other reported account counts as added, unless it is
 * ambiguous. Keys are compared in lower case; accounts on pages without a label row are left out.
 */
export function score(
  reported: readonly PageAccount[],
  labels: readonly Label[],
  ambiguous: readonly PageAccount[],
): ScoreCard {
  const siteKinds = new Map(labels.map(({ page, siteKind }) => [page, siteKind]));
  const judged = judge(
    reported.filter(({ page }) => siteKinds.has(page)),
    labels,
    ambiguous,
  );
  const flawed = new Set(judged.flatMap(({ verdict, page }) => (verdict === "found" ? [] : [page])));
  const listed = (verdict: Verdict) =>
    judged
      .filter((one) => one.verdict === verdict)
      .map(({ page, platform, account }) => ({ page, platform, account }));
  return {
    overall: scoreOf("all", judged),
    byPlatform: scoresBy(judged, ({ platform }) => platform),
    bySiteKind: scoresBy(judged, ({ page }) => siteKinds.get(page) ?? ""),
    pages: siteKinds.size,
    exactPages: siteKinds.size - flawed.size,
    misses: listed("missed"),
    additions: listed("added"),
  };
}

type Verdict = "found" | "missed" | "added";
type Judged = PageAccount & { verdict: Verdict };

function judge(
  reported: readonly PageAccount[],
  labels: readonly Label[],
  ambiguous: readonly PageAccount[],
): Judged[] {
  const accounts = labels.filter(({ platform }) => platform !== "none");
  const got = new Set(reported.map(keyOf));
  const known = new Set([...ambiguous.map(keyOf), ...accounts.flatMap(keysOf)]);
  const added = new Map(reported.filter((one) => !known.has(keyOf(one))).map((one) => [keyOf(one), one]));
  return [
    ...accounts.map((label) => ({ ...label, verdict: verdictOn(label, got) })),
    ...[...added.values()].map((one) => ({ ...one, verdict: "added" as const })),
  ];
}

function verdictOn(label: Label, got: ReadonlySet<string>): Verdict {
  return keysOf(label).some((key) => got.has(key)) ? "found" : "missed";
}

const keyOf = ({ page, platform, account }: PageAccount): string =>
  `${page} ${platform}:${account}`.toLowerCase();

function keysOf(label: Label): string[] {
  return [
    keyOf(label),
    ...(label.resolved === null ? [] : [`${label.page} ${label.resolved}`.toLowerCase()]),
  ];
}

function scoresBy(judged: readonly Judged[], groupOf: (one: Judged) => string): Score[] {
  const groups = [...new Set(judged.map(groupOf))].sort(byCodeUnit);
  return groups.map((group) =>
    scoreOf(
      group,
      judged.filter((one) => groupOf(one) === group),
    ),
  );
}

function scoreOf(group: string, judged: readonly Judged[]): Score {
  const count = (verdict: Verdict) => judged.filter((one) => one.verdict === verdict).length;
  const [found, missed, added] = [count("found"), count("missed"), count("added")];
  return {
    group,
    found,
    missed,
    added,
    precision: ratio(found, found + added),
    precisionInterval: wilson(found, found + added),
    recall: ratio(found, found + missed),
    recallInterval: wilson(found, found + missed),
    f1: ratio(2 * found, 2 * found + missed + added),
  };
}
