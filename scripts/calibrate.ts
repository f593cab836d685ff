/**
 * `npm run calibrate -- PAGES_DIR`: how often a verdict of each confidence is right on labelled pages, as a table between the markers in
 * docs/method.md. PAGES_DIR holds labels.csv, ambiguous.csv and pages/*.html.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { wilson } from "../analysis/estimates/proportions.ts";
import { processTerminal } from "../cli/terminal.ts";
import { detect } from "../crawler/detect.ts";
import { resolve } from "../crawler/platforms/resolve.ts";
import { readDelimited } from "../datasets/delimited.ts";

const [folder = "../shared/corpus"] = process.argv.slice(2);

interface Judgement {
  isOwn: boolean;
  confidence: number;
  isRight: boolean;
}

const bands = [0.5, 0.7, 0.9, 0.97, 0.99, 1.01] as const;
const begin = "<!-- calibration -->";
const end = "<!-- /calibration -->";

/** Platforms whose accounts the labels leave out. */
const ungraded = new Set(["feed", "applepodcasts", "spotify", "whatsapp"]);

const table = tableOf(judgements());
const method = readFileSync("docs/method.md", "utf8");
const [before = "", rest = ""] = method.split(begin);
writeFileSync("docs/method.md", `${before}${begin}\n${table}\n${end}${rest.split(end)[1] ?? ""}`);
processTerminal().print(`${table}\n`);

/** One judgement for each account of a social platform that a page names, those that count neither way left out. */
function judgements(): Judgement[] {
  const labels = rowsOf("labels.csv");
  const own = new Set(
    labels.flatMap(({ page = "", platform = "", account = "", site_url = "", account_url = "" }) => {
      const found = resolve(account_url, site_url, { label: platform });
      const keys = [`${page} ${platform}:${account}`, `${page} ${found?.platform}:${found?.account}`];
      return keys.map((key) => key.toLowerCase());
    }),
  );
  const ambiguous = new Set(
    rowsOf("ambiguous.csv").map((row) => `${row["page"]} ${row["platform"]}:${row["account"]}`),
  );
  const pages = new Map(labels.map(({ page = "", site_url = "" }) => [page, site_url]));
  return [...pages].flatMap(([page, url]) => {
    const body = readFileSync(join(folder, "pages", `${page}.html`));
    return detect({ body, url, contentType: null }, { all: true }).flatMap((found) => {
      const key = `${page} ${found.platform}:${found.account}`;
      if (ambiguous.has(key) || ungraded.has(found.platform)) return [];
      const isOwn = found.own === "true";
      return [{ isOwn, confidence: found.confidence, isRight: isOwn === own.has(key.toLowerCase()) }];
    });
  });
}

function rowsOf(file: string): Record<string, string>[] {
  return readDelimited(readFileSync(join(folder, file)), file).rows.map(({ cells }) => ({ ...cells }));
}

function tableOf(all: readonly Judgement[]): string {
  const rows = [true, false].flatMap((isOwn) =>
    bands.slice(0, -1).flatMap((low, index) => {
      const high = bands[index + 1] ?? 1;
      const held = all.filter((one) => one.isOwn === isOwn && one.confidence >= low && one.confidence < high);
      return held.length === 0 ? [] : [rowOf(isOwn ? "own" : "somebody else's", held)];
    }),
  );
  return [
    "| verdict | mean confidence | accounts | right | share right (95 % CI) |",
    "|---|---|---|---|---|",
    ...rows,
  ].join("\n");
}

function rowOf(verdict: string, held: readonly Judgement[]): string {
  const right = held.filter(({ isRight }) => isRight).length;
  const mean = held.reduce((sum, { confidence }) => sum + confidence, 0) / held.length;
  const [low, high] = wilson(right, held.length) ?? [0, 1];
  const share = `${(right / held.length).toFixed(3)} (${low.toFixed(3)} to ${high.toFixed(3)})`;
  return `| ${verdict} | ${mean.toFixed(3)} | ${held.length} | ${right} | ${share} |`;
}
