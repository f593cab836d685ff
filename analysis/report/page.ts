import { createHash } from "node:crypto";
import { benchmarksSection } from "./benchmarks.ts";
import { cardsSection } from "./cards.ts";
import { figure } from "./chart.ts";
import { chartsOf } from "./charts/index.ts";
import { script, style } from "./client.ts";
import { coverageSection } from "./coverage.ts";
import { gridSection } from "./grid.ts";
import { type Html, html, outside } from "./html.ts";
import { mendSection, ownMendSection } from "./mend.ts";
import { methodSection } from "./method.ts";
import { type ReportInput, type ReportModel, reportModel } from "./model.ts";
import { publishedSection } from "./published.ts";
import { keyFigures, leadSection } from "./summary.ts";
import { targetSection } from "./target.ts";

/**
 * The report as one self-contained HTML page, in pieces: it needs no network and forbids itself any.
 *
 * The same input gives the same bytes; every text from the input is escaped.
 */
export function* renderReport(input: ReportInput): Generator<string> {
  const model = reportModel(input);
  yield opening(model).markup;
  for (const section of sections) yield section(model).markup;
  yield closing(model).markup;
}

/** What the reader wants first comes first. */
const sections = [
  leadSection,
  gridSection,
  ownMendSection,
  targetSection,
  chartsSection,
  publishedSection,
  coverageSection,
  mendSection,
  benchmarksSection,
  methodSection,
  cardsSection,
];

function chartsSection(model: ReportModel): Html {
  return html`<section id="charts"><h2>In pictures</h2>${keyFigures(model)}${chartsOf(model).map(figure)}</section>
`;
}

// Without 'unsafe-inline' a script that slipped in through the data would not run.
const scriptHash = createHash("sha256").update(script).digest("base64");
const policy = `default-src 'none'; style-src 'unsafe-inline'; img-src data: blob:; script-src 'sha256-${scriptHash}'; base-uri 'none'; form-action 'none'`;

const parts = [
  ["grid", "Who posts where"],
  ["own-mend", "Own fix list"],
  ["target", "What comparable companies post"],
  ["charts", "In pictures"],
  ["published", "What others have published"],
  ["coverage", "What could be visited"],
  ["mend", "What to mend"],
  ["benchmarks", "Benchmarks"],
  ["method", "How this was done"],
] as const;

/** Parts that a report about all alike does not have. */
const ofOwn: ReadonlySet<string> = new Set(["own-mend", "target"]);

function opening({ audit, period, own }: ReportModel): Html {
  return html`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="referrer" content="no-referrer">
<title>${title(audit.frame.companies)}</title>
<style>${{ markup: style }}</style></head>
<body><a class="skip" href="#grid">To the platform grid</a>
<header><h1>${title(audit.frame.companies)}</h1>
<p class="soft">Frame ${outside(audit.frame.path ?? "(an imported file)")}, ${period ?? "nothing seen yet"}, ${audit.instrument.software}</p>
<nav aria-label="Sections"><ul>${parts.filter(([id]) => own !== null || !ofOwn.has(id)).map(([id, name]) => html`<li><a href="#${id}">${name}</a></li>`)}</ul></nav></header>
<main>
`;
}

const title = (companies: number) =>
  `Social presence of ${companies === 1 ? "one company" : `${companies} companies`}`;

function closing({ audit }: ReportModel): Html {
  return html`</main>
<footer><p class="soft">Audit ${audit.auditId}. What could not be seen is not counted as silence. The data: <a href="tables/datapackage.json">tables/datapackage.json</a></p></footer>
<script>${{ markup: script }}</script></body></html>
`;
}
