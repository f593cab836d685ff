/**
 * `npm run bench:coverage`: how often the intervals hold the truth, 2,000 draws a cell with fixed seeds. Writes the table of
 * docs/method.md anew; exits with 1 when a bar is missed.
 */

import { readFileSync, writeFileSync } from "node:fs";
import { gammaQuantile } from "../analysis/estimates/distributions.ts";
import { rateRatio } from "../analysis/estimates/events.ts";
import type { Interval } from "../analysis/estimates/interval.ts";
import { randomOf } from "../analysis/estimates/permutation.ts";
import { clopperPearson, wilson } from "../analysis/estimates/proportions.ts";
import { truncatedRate, windowRate } from "../analysis/estimates/rates.ts";
import { drawFeed } from "./simulation/feeds.ts";
import { drawIndustry } from "./simulation/industry.ts";
import { binomialAt, poissonAt, type Random, spreadEvenly } from "./simulation/random.ts";

const draws = 2_000;
let seed = 1;
const nextRandom = (): Random => randomOf(seed++);

/** One line of the table: shares of the draws in which the truth was held, over the cells of a family. */
interface Line {
  family: string;
  cells: string;
  shares: readonly number[];
  bar: string;
  isMet: boolean;
}

const holds = (interval: Interval | null, value: number): boolean =>
  interval !== null && interval[0] <= value && value <= interval[1];

/** Share of the draws that cover, a draw being a place of the distribution and a source of chance for the rest. */
function coverage(covers: (place: number, random: Random) => boolean): number {
  const random = nextRandom();
  return spreadEvenly(draws, random).filter((place) => covers(place, random)).length / draws;
}

const mean = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0) / values.length;

const grid = <A, B>(as: readonly A[], bs: readonly B[]): [A, B][] =>
  as.flatMap((a) => bs.map((b): [A, B] => [a, b]));

const shares = [0.05, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.95];

function shareLines(): Line[] {
  const sizes = [20, 30, 50, 100, 200, 296];
  const of = (interval: typeof wilson) =>
    grid(sizes, shares).map(([n, p]) => coverage((place) => holds(interval(binomialAt(place, n, p), n), p)));
  const [score, exact] = [of(wilson), of(clopperPearson)];
  const cells = "n 20 to 296, p 0.05 to 0.95";
  return [
    {
      ...{ family: "Wilson", cells, shares: score, bar: "mean 94 to 96 %, least 91 %" },
      isMet: mean(score) >= 0.94 && mean(score) <= 0.96 && Math.min(...score) >= 0.91,
    },
    atLeast("Clopper-Pearson", cells, exact, 0.94),
  ];
}

const atLeast = (family: string, cells: string, found: readonly number[], bar: number): Line => ({
  ...{ family, cells, shares: found },
  bar: `least ${Math.round(100 * bar)} %`,
  isMet: Math.min(...found) >= bar,
});

function rateLines(): Line[] {
  const windows = [0.5, 2, 5, 15, 60, 300].map((posts) =>
    coverage((place) => holds(windowRate(poissonAt(place, posts), 90).interval, posts / 90)),
  );
  const truncated = [1, 2, 5, 15, 20, 100].map((k) =>
    coverage((place) => holds(truncatedRate(k, gammaQuantile(place, k) / 0.4).interval, 0.4)),
  );
  const ratios = grid([2, 10, 60], [0.5, 1, 3]).map(([before, ratio]) =>
    coverage((place, random) => {
      const periods = [poissonAt(place, before), poissonAt(random(), before * ratio)] as const;
      const found = rateRatio({ posts: periods[0], days: 90 }, { posts: periods[1], days: 90 });
      // Nothing on either side says nothing, and so contradicts no ratio.
      return found.interval === null || holds(found.interval, ratio);
    }),
  );
  return [
    atLeast("Garwood (M10)", "0.5 to 300 posts in the window", windows, 0.94),
    atLeast("Truncated feed (M11)", "1 to 100 posts shown", truncated, 0.94),
    atLeast("Rate ratio (M32)", "2 to 60 posts before, ratio 0.5 to 3", ratios, 0.94),
  ];
}

const rates = [0.05, 0.2, 1, 3];
const caps = [null, 15, 20, 100] as const;

function feedLines(): Line[] {
  const ofCap = (dispersion: number, cap: number | null) => {
    const found = rates.map((postsPerDay) => {
      const random = nextRandom();
      return Array.from({ length: draws }, () => drawFeed({ postsPerDay, dispersion, cap }, random));
    });
    const covering = (some: readonly { covers: boolean }[]) =>
      mean(some.map(({ covers }) => (covers ? 1 : 0)));
    const flagged = found
      .map((some) => some.filter(({ isFlagged }) => isFlagged))
      .filter((some) => some.length >= 50);
    return { all: found.map(covering), flagged: flagged.map(covering) };
  };
  const name = (cap: number | null) => (cap === null ? "whole year shown" : `newest ${cap} shown`);
  const cells = "0.05 to 3 posts a day";
  const regular = caps.map((cap) => atLeast(`The rule (M12), ${name(cap)}`, cells, ofCap(1, cap).all, 0.93));
  const bursty = grid([2, 4], caps).flatMap(([dispersion, cap]) => {
    const { all, flagged } = ofCap(dispersion, cap);
    const family = `Dispersion ${dispersion}, ${name(cap)}`;
    return [
      ...(flagged.length > 0 ? [atLeast(`${family}: widened`, cells, flagged, 0.9)] : []),
      { ...{ family: `${family}: all`, cells, shares: all, bar: "none: a floor", isMet: true } },
    ];
  });
  return [...regular, ...bursty];
}

function industryLines(): Line[] {
  const random = nextRandom();
  const found = Array.from({ length: draws }, () => drawIndustry(random));
  const shareOf = (key: "naiveCovers" | "xCovers" | "twoPhaseCovers") =>
    found.filter((each) => each[key]).length / draws;
  const error = (100 * mean(found.map(({ naiveError }) => naiveError))).toFixed(1);
  const within = (value: number) => value >= 0.93 && value <= 0.97;
  const line = (family: string, value: number, bar: string, isMet: boolean): Line => ({
    ...{ family, cells: "1,100 companies, LinkedIn unreadable", shares: [value], bar, isMet },
  });
  const [naive, x, hand] = [shareOf("naiveCovers"), shareOf("xCovers"), shareOf("twoPhaseCovers")];
  return [
    line(`Share among the known (${error} points off)`, naive, "misses the truth", naive < 0.5),
    line("`share_inactive[x]`", x, "93 to 97 %", within(x)),
    line("Two-phase, 110 read by hand (M51)", hand, "93 to 97 %", within(hand)),
  ];
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

function tableOf(lines: readonly Line[]): string {
  const rows = lines.map(({ family, cells, shares: found, bar, isMet }) =>
    [
      family,
      cells,
      String(found.length),
      percent(mean(found)),
      percent(Math.min(...found)),
      `${bar}${isMet ? "" : ": MISSED"}`,
    ].join(" | "),
  );
  return [
    "| Interval | Cells | Number | Mean coverage | Least | Bar |",
    "| --- | --- | --- | --- | --- | --- |",
    ...rows.map((row) => `| ${row} |`),
  ].join("\n");
}

const lines = [...shareLines(), ...rateLines(), ...feedLines(), ...industryLines()];
const table = tableOf(lines);
process.stdout.write(`${table}\n`);
const page = readFileSync("docs/method.md", "utf8");
const filled = page.replace(
  /(<!-- bench:coverage -->\n)[\s\S]*?(\n<!-- \/bench:coverage -->)/,
  (_, opening: string, ending: string) => `${opening}${table}${ending}`,
);
writeFileSync("docs/method.md", filled);
if (lines.some(({ isMet }) => !isMet)) process.exitCode = 1;
