/**
 * `npm run bench:sheets -- [COMPANIES] [N] [SEEDS] [OUT]`: audits a synthetic industry once without tokens, then again and again draws
 * a sheet, fills it from the truth with 5 % coder errors, imports it and analyses. Prints how often the interval of the share inactive
 * on any platform holds the truth, with the exact interval of so many seeds, and how often the share among the openly known does; exits
 * with 1 when that interval lies outside of the bar. Each seed is journalled when it is done: stopped, it goes on where it was.
 */
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { clopperPearson, wilson } from "../analysis/estimates/proportions.ts";
import { audit } from "../audit.ts";
import type { Terminal } from "../cli/command.ts";
import { processTerminal } from "../cli/terminal.ts";
import { auditFrame } from "../cli/work.ts";
import { collect } from "../datasets/collect.ts";
import { readTable } from "../datasets/csv.ts";
import type { Benchmark } from "../datasets/schema.ts";
import { generateIndustry, readScenario, serveIndustry } from "../datasets/synthetic/index.ts";
import { truth } from "../datasets/synthetic/truth.ts";
import { tables } from "../datasets/tables.ts";
import { roundTrip } from "./simulation/round-trip.ts";

const [companies = "240", drawn = "90", seeds = "200", out = "out/bench-sheets"] = process.argv.slice(2);
const Whole = z.coerce.number().int().min(1);
const terminal = processTerminal();
const quiet: Terminal = { ...terminal, print: () => {}, tell: () => {} };
// Most accounts lie idle, as the review of 2011 says of its industry.
const processes = { steady: 0.22, bursty: 0.08, busy: 0.03, gone_quiet: 0.22, dormant: 0.3, empty: 0.15 };
const scenario = { ...readScenario("small"), companies: Whole.parse(companies), processes };
const industry = generateIndustry(scenario);
const folder = join(out, `audit-${companies}`);
const known = truth(industry);
const journal = join(out, `rounds-${companies}-${drawn}.jsonl`);

const Round = z.object({
  seed: z.int(),
  estimate: z.number().nullable(),
  ciLo: z.number().nullable(),
  ciHi: z.number().nullable(),
  ciMethod: z.string().nullable(),
});
type Round = z.infer<typeof Round>;

if (!existsSync(join(folder, "report.html"))) await crawlOnce();
process.exitCode = await repeat();

async function crawlOnce(): Promise<void> {
  const server = await serveIndustry(industry, { delayMs: 5 });
  mkdirSync(out, { recursive: true });
  const [frame, ca] = [join(out, "frame.csv"), join(out, "ca.pem")];
  writeFileSync(frame, industry.frame);
  writeFileSync(ca, server.ca);
  const { connectTo } = server;
  // Certificates are made when a host is first asked: all at once would time out.
  const pace = { delayMs: 5, concurrency: 12, inFlight: 12 };
  const settings = { out: folder, now: industry.now, render: "never" as const, connectTo, ca, ...pace };
  try {
    await auditFrame(frame, { ...settings, quiet: true }, { ...quiet, environment: {} }, audit);
  } finally {
    await server.close();
  }
}

async function repeat(): Promise<number> {
  const trip = {
    ...{ audit: folder, scratch: join(out, "scratch"), now: industry.now },
    accounts: new Map(known.accounts.map((account) => [account.accountId, account])),
    ...{ n: Whole.parse(drawn), coders: 2, overlap: 0.2, errorRate: 0.05 },
  };
  const value = known.benchmarks.find(isMeant)?.value ?? Number.NaN;
  const before = await collect(readTable(join(folder, "tables", "benchmarks.csv"), tables.benchmarks));
  tellOpen(before.find(isWhole), value);
  const rounds = Whole.parse(seeds);
  const done = readRounds();
  for (let seed = 1; seed <= rounds; seed += 1) {
    if (done.has(seed)) continue;
    const row = (await roundTrip(trip, seed, quiet)).find(isWhole);
    const { estimate = null, ciLo = null, ciHi = null, ciMethod = null } = row ?? {};
    const round = { seed, estimate, ciLo, ciHi, ciMethod };
    appendFileSync(journal, `${JSON.stringify(round)}\n`);
    done.set(seed, round);
  }
  return tellRounds(
    [...done.values()].filter(({ seed }) => seed <= rounds),
    { value, about: `${trip.n} companies drawn, two coders, ${trip.errorRate * 100} % errors` },
  );
}

function readRounds(): Map<number, Round> {
  if (!existsSync(journal)) return new Map();
  const lines = readFileSync(journal, "utf8").split("\n").filter(Boolean);
  return new Map(lines.map((line) => Round.parse(JSON.parse(line))).map((round) => [round.seed, round]));
}

function tellRounds(rounds: readonly Round[], { value, about }: { value: number; about: string }): number {
  const found = rounds.flatMap(({ estimate, ciLo, ciHi, ciMethod }) =>
    estimate === null || ciLo === null || ciHi === null ? [] : [{ estimate, ciLo, ciHi, ciMethod }],
  );
  const held = found.filter(({ ciLo, ciHi }) => ciLo <= value && value <= ciHi).length;
  const [low, high] = clopperPearson(held, rounds.length) ?? [0, 1];
  const mean = (numbers: readonly number[]) =>
    numbers.reduce((total, each) => total + each, 0) / numbers.length;
  const half = mean(found.map(({ ciLo, ciHi }) => (ciHi - ciLo) / 2));
  const unread = found.filter(({ ciMethod }) => ciMethod?.endsWith("_unread")).length;
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
  terminal.print(
    [
      `By hand: ${about}, ${rounds.length} seeds: mean estimate ${mean(found.map(({ estimate }) => estimate)).toFixed(3)}, interval of mean half-width ${half.toFixed(3)}`,
      `It holds the truth in ${percent(held / rounds.length)} (95 % CI ${percent(low)} to ${percent(high)}; bar 93 to 97 %); ${rounds.length - found.length} seeds without an estimate`,
      `In ${unread} seeds some of those drawn could not be read: there it reaches as far as if each had come out either way`,
      "",
    ].join("\n"),
  );
  return low <= 0.97 && high >= 0.93 ? 0 : 1;
}

function isMeant(
  row: Pick<Benchmark, "metric" | "statistic" | "segment" | "platforms" | "thetaDays">,
): boolean {
  const { metric, statistic, segment, platforms, thetaDays } = row;
  return (
    metric === "share_inactive" &&
    statistic === "share" &&
    segment === "all" &&
    platforms === "any" &&
    thetaDays === 90
  );
}

function isWhole(row: Benchmark): boolean {
  return isMeant(row) && row.sizeBand === "all";
}

/** What is openly known: bounds, and the share among the known that a naive audit would print. */
function tellOpen(row: Benchmark | undefined, value: number): void {
  const { boundLo, boundHi, nTrue, nFalse, nUnknown } = row ?? {};
  const naive = wilson(nTrue ?? 0, (nTrue ?? 0) + (nFalse ?? 0));
  const says = naive && naive[0] <= value && value <= naive[1] ? "holds" : "misses";
  const digits = (number: number | null | undefined) => number?.toFixed(3) ?? "none";
  terminal.print(
    `Truth: ${digits(value)} of the companies inactive on any platform for 90 days\nOpenly: bounds ${digits(boundLo)} to ${digits(boundHi)} (${nUnknown} unknown); among the known ${digits((nTrue ?? 0) / ((nTrue ?? 0) + (nFalse ?? 0)))}, whose interval ${digits(naive?.[0])} to ${digits(naive?.[1])} ${says} the truth\n`,
  );
}
