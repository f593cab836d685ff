import {
  type Estimated,
  frameSize,
  rateRatio,
  type ShareSummary,
  sampleSize,
  shareDifference,
  summariseShare,
  truncatedRate,
  windowRate,
} from "../../analysis/index.ts";
import { AuditError } from "../../datasets/error.ts";
import { type PublishedFigure, publishedFigures } from "../../datasets/reference.ts";
import type { Command } from "../command.ts";
import { chance, decimals, limits, percent, percents } from "../figures.ts";
import type { Options } from "../flags.ts";

/** The estimators on the user's own numbers, so that a figure somebody published can be read again. */
export const estimateCommand: Command = {
  name: "estimate",
  arguments: ["<what>", "<numbers...>"],
  summary:
    "put an interval to your own numbers: share X N, difference X1 N1 X2 N2, rate POSTS DAYS, feed VISIBLE DAYS, ratio AFTER DAYS BEFORE DAYS, sample SHARE HALF-WIDTH, lists N1 N2 BOTH",
  flags: ["population", "unknown", "level", "json"],
  example: "presence-audit estimate share 237 296 --population 1100",
  async run(words, options, terminal) {
    // Two bare numbers are a share.
    const [what = "", ...given] = /^\d/.test(words[0] ?? "") ? ["share", ...words] : words;
    const { count, estimate } = kinds[what] ?? wrong(`${what}: is none of ${Object.keys(kinds).join(", ")}`);
    const numbers = given.map(Number);
    if (numbers.length !== count || numbers.some((each) => !(each >= 0)))
      wrong(`${what} takes ${count} numbers, none of them negative`);
    const { record, lines } = estimate(numbers, options) ?? wrong(`${what} ${given.join(" ")}: cannot be`);
    terminal.print(options.json ? `${JSON.stringify(record)}\n` : `${lines.join("\n")}\n`);
    return undefined;
  },
};

function wrong(fault: string): never {
  throw new AuditError("bad_usage", `${fault}. See presence-audit estimate --help`);
}

interface Estimation {
  record: unknown;
  lines: readonly string[];
}

interface Kind {
  /** How many numbers it takes. */
  count: number;
  /** Null where the numbers contradict each other. */
  estimate(numbers: readonly number[], options: Options): Estimation | null;
}

const kinds: Readonly<Record<string, Kind>> = {
  share: {
    count: 2,
    estimate([x = 0, n = 0], { population, unknown, level = 0.95 }) {
      const found = summariseShare(x, n, { population, unknown, level });
      const published = publishedFigures().filter((figure) => isAbout(figure, x / n, n));
      return found && { record: { ...found, published }, lines: shareLines([x, n], found, published) };
    },
  },
  difference: {
    count: 4,
    estimate([x1 = 0, n1 = 0, x2 = 0, n2 = 0], { level = 0.95 }) {
      const found = x1 <= n1 && x2 <= n2 ? shareDifference({ x: x1, n: n1 }, { x: x2, n: n2 }, level) : null;
      const line = (record: NonNullable<typeof found>) =>
        `${decimals(100 * record.difference, 1)} points (${percent(level)} CI ${limits([100 * record.interval[0], 100 * record.interval[1]], 1)}, Newcombe)`;
      return found && { record: found, lines: [line(found)] };
    },
  },
  rate: { count: 2, estimate: ([posts = 0, days = 0], { level }) => rateOf(windowRate(posts, days, level)) },
  feed: {
    count: 2,
    estimate: ([visible = 0, days = 0], { level = 0.95 }) => rateOf(truncatedRate(visible, days, { level })),
  },
  ratio: {
    count: 4,
    estimate([after = 0, afterDays = 0, before = 0, beforeDays = 0], { level }) {
      const found = rateRatio({ posts: before, days: beforeDays }, { posts: after, days: afterDays }, level);
      if (found.ratio === null || found.interval === null || found.p === null) return null;
      const line = `times ${decimals(found.ratio)} (${limits(found.interval)}, ${chance(found.p)}), if posts come as by chance`;
      return { record: found, lines: [line] };
    },
  },
  sample: {
    count: 2,
    estimate([share = 0, halfWidth = 0], { population = Number.POSITIVE_INFINITY, level }) {
      if (share > 1 || halfWidth === 0) return null;
      const n = sampleSize(share, halfWidth, population, level);
      return { record: { n }, lines: [`${n} units`] };
    },
  },
  lists: {
    count: 3,
    estimate([first = 0, second = 0, both = 0], { level }) {
      const found = frameSize({ first, second, both }, level);
      const line = (record: NonNullable<typeof found>) =>
        `about ${decimals(record.size, 0)} in all (${limits(record.interval, 0)}), of which ${record.seen} are on a list (${percent(record.coverage)}), if the lists are independent`;
      return found && { record: found, lines: [line(found)] };
    },
  },
};

function rateOf(found: Estimated): Estimation {
  if (found.reason !== null) return { record: found, lines: [`no rate: ${found.reason}`] };
  const { estimate, interval } = found;
  return {
    record: found,
    lines: [
      `${decimals(estimate, 3)} posts a day (${limits(interval, 3)}), ${decimals(7 * estimate)} a week; posts come in bursts, so the interval is a floor`,
    ],
  };
}

/** Whether a published share is x of n, rounded to a whole percent. */
const isAbout = ({ n, valueLo, valueHi, unit }: PublishedFigure, share: number, given: number): boolean =>
  n === given &&
  unit === "share" &&
  valueLo !== null &&
  valueHi !== null &&
  valueLo - 0.005 <= share &&
  share <= valueHi + 0.005;

function shareLines(
  [x, n]: readonly [number, number],
  { share, level, wilson, clopperPearson, agrestiCoull, finite, worstCase }: ShareSummary,
  published: readonly PublishedFigure[],
): string[] {
  return [
    `${x} of ${n}: ${percent(share)}, ${percent(level)} CI ${percents(wilson)} (Wilson)`,
    `  exact ${percents(clopperPearson)} (Clopper-Pearson), ${percents(agrestiCoull)} (Agresti-Coull)`,
    ...(finite
      ? [
          `  as a random sample of ${finite.size}: ${percents(finite.wilson)} (Wilson, finite population); ${finite.units[0]} to ${finite.units[1]} of them (hypergeometric, exact)`,
        ]
      : []),
    ...(worstCase
      ? [
          `  with the unknown units: between ${percents(worstCase.bounds).replace(" to ", " and ")} whatever they are (Manski), ${percents(worstCase.imbensManski)} with sampling error (Imbens-Manski)`,
        ]
      : []),
    ...published.flatMap(publishedLines),
    "  A share of inactive companies says nothing without its threshold, the days of silence that count: published studies take from 30 days to a year.",
  ];
}

function publishedLines({
  year,
  population,
  n,
  valueText,
  definition,
  sourceTitle,
  metric,
}: PublishedFigure): string[] {
  const source = `  Published in ${year}: ${valueText} % of ${n} ${population}, ${definition ?? metric} (${sourceTitle}).`;
  return definition?.includes("unknown")
    ? [`${source} The original gives no threshold, so the figure cannot be repeated as it stands.`]
    : [source];
}
