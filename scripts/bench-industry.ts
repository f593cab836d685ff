/**
 * `npm run bench:industry -- [SCENARIO] [SEEDS] [JOURNAL]`: audits a synthetic industry once a seed, in this process and on a clock
 * that does not wait, and scores every audit against its truth; seeds that the journal has are not audited again. Writes the
 * scenario's table in docs/method.md anew, where it has one; exits with 1 when a bar is missed.
 */
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { type Manners, mannersOf } from "../analysis/manners.ts";
import type { Coverage } from "../analysis/rates-against-truth.ts";
import { type AuditScore, scoreAudit } from "../analysis/score-audit.ts";
import { readReported } from "../cli/reported.ts";
import { processTerminal } from "../cli/terminal.ts";
import { generateIndustry, readScenario } from "../datasets/synthetic/index.ts";
import { truth } from "../datasets/synthetic/truth.ts";
import { auditStill } from "./simulation/audit-still.ts";

const terminal = processTerminal();
const [name = "industry-2026", seeds = "20", journal = ""] = process.argv.slice(2);
const scenario = readScenario(name);
const delayMs = 1_000;

const Scored = z.object({ seed: z.int(), score: z.custom<AuditScore>(), manners: z.custom<Manners>() });
type Scored = z.infer<typeof Scored>;

const lines = existsSync(journal) ? readFileSync(journal, "utf8").split("\n").filter(Boolean) : [];
const scored = lines.map((line) => Scored.parse(JSON.parse(line)));
for (let seed = scenario.seed; seed < scenario.seed + Number(seeds); seed += 1) {
  if (scored.some((each) => each.seed === seed)) continue;
  const one = await auditOnce(seed);
  scored.push(one);
  if (journal) appendFileSync(journal, `${JSON.stringify(one)}\n`);
  terminal.tell(`${lineOf(one)}\n`);
}
const table = tableOf(scored);
terminal.print(`${table}\n`);
fillIn(table);

async function auditOnce(seed: number): Promise<Scored> {
  const industry = generateIndustry({ ...scenario, seed });
  const folder = mkdtempSync(join(tmpdir(), "presence-audit-industry-"));
  try {
    const treatments = await auditStill(industry, folder, delayMs);
    const score = scoreAudit(await readReported(folder), truth(industry));
    return { seed, score, manners: mannersOf(treatments) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function lineOf({ seed, score, manners }: Scored): string {
  const { detection, falselyInactive, benchmarks, rates, outcomes } = score;
  const share = ({ covering, accounts }: Coverage) => `${covering}/${accounts}`;
  return [
    `seed ${seed}: F1 ${detection.overall.f1?.toFixed(4)}`,
    `outcomes wrong ${outcomes?.wrong.length}${outcomes?.wrong.map((each) => ` [${each}]`).join("")}`,
    `called inactive ${falselyInactive}`,
    `in bounds ${benchmarks?.inBounds}/${benchmarks?.bounded}${benchmarks?.outside.map((each) => ` [${each}]`).join("")}`,
    `Poisson ${rates && share(rates.poisson)}, flagged ${rates && share(rates.overdispersedFlagged)}, not flagged ${rates && share(rates.overdispersedUnflagged)}`,
    `rules broken ${manners.broken}, requests a company ${manners.meanPerCompany?.toFixed(1)}`,
  ].join("; ");
}

function tableOf(all: readonly Scored[]): string {
  const sum = (of: (each: Scored) => number | undefined) =>
    all.reduce((total, each) => total + (of(each) ?? 0), 0);
  const least = (of: (each: Scored) => number | null | undefined) =>
    Math.min(...all.map((each) => of(each) ?? 0));
  const coverage = (of: (each: Scored) => Coverage | undefined) => {
    const [covering, accounts] = [sum((each) => of(each)?.covering), sum((each) => of(each)?.accounts)];
    return {
      share: covering / accounts,
      told: `${covering} of ${accounts} (${((100 * covering) / accounts).toFixed(1)} %)`,
    };
  };
  const poisson = coverage(({ score }) => score.rates?.poisson);
  const flagged = coverage(({ score }) => score.rates?.overdispersedFlagged);
  const unflagged = coverage(({ score }) => score.rates?.overdispersedUnflagged);
  const f1 = least(({ score }) => score.detection.overall.f1);
  const [inactive, broken] = [
    sum(({ score }) => score.falselyInactive ?? 0),
    sum(({ manners }) => manners.broken),
  ];
  const outside = sum(({ score }) => score.benchmarks?.outside.length);
  const bounded = sum(({ score }) => score.benchmarks?.bounded);
  const [right, wrong] = [
    sum(({ score }) => score.outcomes?.right),
    sum(({ score }) => score.outcomes?.wrong.length),
  ];
  const rows: readonly (readonly [what: string, found: string, bar: string, isMet: boolean])[] = [
    ["Detection, least F1 of a seed", f1.toFixed(4), "0.98", f1 >= 0.98],
    ["Outcomes of sites right", `${right} of ${right + wrong}`, "98 %", right / (right + wrong) >= 0.98],
    ["Statuses that call an active company inactive", String(inactive), "0", inactive === 0],
    ["Shares of companies outside their bounds", `${outside} of ${bounded}`, "0", outside === 0],
    ["Intervals of Poisson accounts that hold the mean rate", poisson.told, "94 %", poisson.share >= 0.94],
    ["The same of overdispersed accounts that were flagged", flagged.told, "88 %", flagged.share >= 0.88],
    ["The same of overdispersed accounts that were not", unflagged.told, "a floor", true],
    ["Rules of politeness broken", String(broken), "0", broken === 0],
  ];
  if (rows.some(([, , , isMet]) => !isMet)) process.exitCode = 1;
  return [
    `| ${name}, ${all.length} seeds | Found | Bar |`,
    "| --- | --- | --- |",
    ...rows.map(([what, found, bar, isMet]) => `| ${what} | ${found} | ${bar}${isMet ? "" : ": MISSED"} |`),
  ].join("\n");
}

function fillIn(text: string): void {
  const page = readFileSync("docs/method.md", "utf8");
  const marked = new RegExp(`(<!-- bench:${name} -->\\n)[\\s\\S]*?(<!-- /bench:${name} -->)`);
  writeFileSync(
    "docs/method.md",
    page.replace(marked, (_, opening: string, ending: string) => `${opening}${text}\n${ending}`),
  );
}
