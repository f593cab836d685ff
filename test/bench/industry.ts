/**
 * `npm run bench:peers -- [SCENARIO]`: serves a synthetic industry, lets this project and Crawlee (`npm run setup:bench`) crawl it, one
 * after the other, and scores both against the truth. Writes the table of datasets/README.md anew. Loopback only.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Manners, mannersOf } from "../../analysis/manners.ts";
import type { Score } from "../../analysis/score.ts";
import { type AuditScore, type Reported, scoreAudit } from "../../analysis/score-audit.ts";
import { main } from "../../cli/index.ts";
import { readReported, readScoreFile } from "../../cli/reported.ts";
import { processTerminal } from "../../cli/terminal.ts";
import { generateIndustry, readScenario, serveIndustry } from "../../datasets/synthetic/index.ts";
import type { Server } from "../../datasets/synthetic/server.ts";
import { truth } from "../../datasets/synthetic/truth.ts";

const terminal = processTerminal();
const [name = "small"] = process.argv.slice(2);
const industry = generateIndustry(readScenario(name));
const known = truth(industry);
const { delayMs } = industry.scenario.demo;
const folder = mkdtempSync(join(tmpdir(), "presence-audit-peers-"));
const [frame, ca] = [join(folder, "frame.csv"), join(folder, "ca.pem")];
writeFileSync(frame, industry.frame);

/** A crawler at work on a served industry; what it reports afterwards. */
type Crawler = (server: Server) => Promise<Reported>;

const crawlers: Readonly<Record<string, Crawler>> = {
  "presence-audit": async (server) => {
    const out = join(folder, "audit");
    const rules = server.connectTo.flatMap((rule) => ["--connect-to", rule]);
    const settings = ["--now", industry.now, "--delay-ms", String(delayMs), "--render", "never", "--ca", ca];
    mkdirSync(out);
    await main(
      ["crawl", frame, "--out", out, "--quiet", "--evidence", "none", ...settings, ...rules],
      terminal,
    );
    return readReported(out);
  },
  Crawlee: async (server) => {
    const adapter = fileURLToPath(new URL("../../../test/bench/peers/crawlee-industry.mjs", import.meta.url));
    const found = join(folder, "found.jsonl");
    const given = [frame, `http://127.0.0.1:${server.httpPort}`, String(delayMs), found];
    const child = spawn(process.execPath, [adapter, ...given], { stdio: ["ignore", "ignore", "inherit"] });
    const [status] = await once(child, "exit");
    if (status !== 0) throw new Error("Crawlee did not run. Install it with: npm run setup:bench");
    return readScoreFile(found, known.companies);
  },
};

interface Scored {
  crawler: string;
  score: AuditScore;
  manners: Manners;
}

async function scoreOne(crawler: string, crawl: Crawler): Promise<Scored> {
  const server = await serveIndustry(industry, { delayMs });
  writeFileSync(ca, server.ca);
  try {
    const said = await crawl(server);
    return { crawler, score: scoreAudit(said, known), manners: mannersOf(server.treatments()) };
  } finally {
    await server.close();
  }
}

/** Platforms whose links Crawlee's own reader of handles knows. */
const knownToBoth: readonly string[] = ["facebook", "instagram", "linkedin", "tiktok", "x", "youtube"];

function rowOf({ crawler, score, manners }: Scored): string[] {
  const { overall, byPlatform } = score.detection;
  const shared = byPlatform.filter(({ group }) => knownToBoth.includes(group));
  const sum = (of: (each: Score) => number) => shared.reduce((total, each) => total + of(each), 0);
  const [found, missed, added] = [
    sum((each) => each.found),
    sum((each) => each.missed),
    sum((each) => each.added),
  ];
  return [
    crawler,
    ...[overall.precision, overall.recall, overall.f1].map((value) => value?.toFixed(3) ?? "-"),
    ...[found / (found + added), found / (found + missed)].map((value) => value.toFixed(3)),
    manners.meanPerCompany?.toFixed(1) ?? "-",
    String(manners.broken),
  ];
}

try {
  const scored: Scored[] = [];
  for (const [crawler, crawl] of Object.entries(crawlers)) scored.push(await scoreOne(crawler, crawl));
  const heads = ["Crawler", "Precision", "Recall", "F1", "Precision, six platforms", "Recall, six platforms"];
  const header = [...heads, "Requests a company", "Rules broken"];
  const lines = [header, header.map(() => "---"), ...scored.map(rowOf)].map(
    (cells) => `| ${cells.join(" | ")} |`,
  );
  terminal.print(`${lines.join("\n")}\n`);
  const page = readFileSync("datasets/README.md", "utf8");
  const marked = /(<!-- bench:peers -->\n)[\s\S]*?(\n<!-- \/bench:peers -->)/;
  const write = (_: string, opening: string, ending: string) => `${opening}${lines.join("\n")}${ending}`;
  if (name === "small") writeFileSync("datasets/README.md", page.replace(marked, write));
} finally {
  rmSync(folder, { recursive: true });
}
