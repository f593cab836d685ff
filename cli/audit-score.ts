import type { Manners } from "../analysis/manners.ts";
import type { Coverage, RateScore } from "../analysis/rates-against-truth.ts";
import type { PageAccount, Score } from "../analysis/score.ts";
import type { AuditScore, StatusConfusion } from "../analysis/score-audit.ts";
import { percent } from "./figures.ts";

/** A score as lines for people: what the crawler said nothing of is left out. */
export function linesOfScore(score: AuditScore, manners: Manners | null, thetaDays = 90): string[] {
  const statuses = score.statuses?.filter((each) => each.thetaDays === thetaDays) ?? [];
  return [
    "Detection      precision  recall  F1     found missed added",
    ...[score.detection.overall, ...score.detection.byPlatform].map(detectionLine),
    ...accountLines("Missed", score.detection.misses),
    ...accountLines("Somebody else's", score.detection.additions),
    "",
    ...(score.kinds ? [kindLine(score.kinds)] : []),
    ...outcomeLines(score.outcomes),
    ...(statuses.length > 0 ? confusionLines(statuses, thetaDays) : []),
    ...(score.falselyInactive === null
      ? []
      : [`Active companies called inactive, at any threshold: ${score.falselyInactive}`]),
    ...(score.rates ? rateLines(score.rates) : []),
    ...benchmarkLines(score.benchmarks),
    ...fixLines(score.fixList),
    ...(manners ? [mannersLine(manners)] : []),
  ];
}

const figure = (value: number | null) => (value === null ? "-" : value.toFixed(3));
const shareOf = (part: number, whole: number) =>
  whole === 0 ? "none" : `${part} of ${whole} (${percent(part / whole)})`;
const indented = (lines: readonly string[]) => lines.map((line) => `  ${line}`);

function detectionLine({ group, precision, recall, f1, found, missed, added }: Score): string {
  const counts = [found, missed, added].map((count) => String(count).padStart(5)).join(" ");
  return `${group.padEnd(15)}${figure(precision).padEnd(11)}${figure(recall).padEnd(8)}${figure(f1).padEnd(6)}${counts}`;
}

/** More errors than these are not listed; they are in the JSON. */
const mostListed = 20;

function accountLines(title: string, accounts: readonly PageAccount[]): string[] {
  const shown = accounts
    .slice(0, mostListed)
    .map(({ page, platform, account }) => `${page} ${platform}:${account}`);
  const rest = accounts.length > mostListed ? [`and ${accounts.length - mostListed} more`] : [];
  return accounts.length === 0 ? [] : [`${title}:`, ...indented([...shown, ...rest])];
}

function kindLine({ right, wrong }: NonNullable<AuditScore["kinds"]>): string {
  const errors = wrong.map(({ truth, said, count }) => `${count} ${truth} called ${said}`);
  const total = wrong.reduce((sum, { count }) => sum + count, right);
  return `Kinds of own accounts: ${[shareOf(right, total), ...errors].join("; ")}`;
}

function outcomeLines(outcomes: AuditScore["outcomes"]): string[] {
  if (outcomes === null) return [];
  const { right, wrong } = outcomes;
  return [`Outcomes of sites: ${shareOf(right, right + wrong.length)}`, ...indented(wrong)];
}

function confusionLines(statuses: readonly StatusConfusion[], thetaDays: number): string[] {
  const cells = ({ active, inactive }: StatusConfusion) =>
    [active.active, active.inactive, active.unknown, inactive.active, inactive.inactive, inactive.unknown]
      .map((count) => String(count).padStart(8))
      .join("");
  return [
    `Status at ${thetaDays} days   truth active, said          truth inactive, said`,
    `${"".padEnd(15)}${"active  inactive unknown   active inactive unknown".padStart(49)}`,
    ...statuses.map((each) => each.platforms.padEnd(15) + cells(each)),
  ];
}

function rateLines({ accounts, exact, medianError, greatestError, ...coverage }: RateScore): string[] {
  const family = (name: string, { accounts: all, covering }: Coverage) =>
    all === 0 ? [] : [`${name} ${shareOf(covering, all)}`];
  return [
    `Rates of accounts whose window was seen: ${shareOf(exact, accounts)} exact, median error ${figure(medianError)}, greatest ${figure(greatestError)} posts a day`,
    `Intervals that hold the process's mean rate: ${[
      ...family("Poisson", coverage.poisson),
      ...family("overdispersed and flagged", coverage.overdispersedFlagged),
      ...family("overdispersed, not flagged", coverage.overdispersedUnflagged),
    ].join("; ")}`,
  ];
}

function benchmarkLines(benchmarks: AuditScore["benchmarks"]): string[] {
  if (benchmarks === null) return [];
  const { estimated, inInterval, medianError, bounded, inBounds, outside } = benchmarks;
  return [
    `Benchmarks whose 95 % interval holds the truth: ${shareOf(inInterval, estimated)}; median error ${figure(medianError)} of half an interval`,
    `Benchmarks whose bounds hold the truth: ${shareOf(inBounds, bounded)}`,
    ...indented(outside),
  ];
}

function fixLines(fixes: AuditScore["fixList"]): string[] {
  if (fixes === null) return [];
  const { found, missed, precision, recall, kinds, errors } = fixes;
  return [
    `Fix list: ${shareOf(found, found + missed)} of ${kinds} kinds found, precision ${figure(precision)}, recall ${figure(recall)}`,
    ...indented(errors),
  ];
}

function mannersLine({ requests, broken, companies, meanPerCompany, mostPerCompany }: Manners): string {
  const each = meanPerCompany === null ? "" : `, ${meanPerCompany.toFixed(1)} a company on average`;
  const most = mostPerCompany === null ? "" : ` and ${mostPerCompany} at most (${companies} companies)`;
  return `Politeness: ${broken} rules broken in ${requests} requests${each}${most}`;
}
