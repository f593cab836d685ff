import type { Benchmark } from "../../datasets/schema.ts";
import { describeOutcome, outcomeKey, outcomesOf } from "../deviations.ts";
import { type Html, html, outside } from "./html.ts";
import type { ReportModel } from "./model.ts";
import { dataTable } from "./table.ts";
import { missingWords, valueWords } from "./words.ts";

/** What was decided before the wave, what came of it, and where the audit went another way; nothing without a protocol. */
export function protocolPart({ audit, benchmarks, deviations }: ReportModel): Html {
  const { protocol } = audit;
  if (protocol === undefined) return html``;
  const { file, sha256, plan } = protocol;
  const rows = new Map(benchmarks.map((row) => [outcomeKey(row), row]));
  const outcomes = outcomesOf(plan).map(([about, outcome]) => {
    const row = rows.get(outcomeKey(outcome));
    return html`
<tr><th scope="row">${about}</th><td>${describeOutcome(outcome)}</td><td>${row === undefined ? "there is no such figure" : findingWords(row)}</td></tr>`;
  });
  const notes = plan.notes === null ? "" : html`<p>${outside(plan.notes)}</p>`;
  return html`<h3 id="protocol">Protocol</h3>
<p>${outside(plan.title)}: decided on ${plan.decidedOn}, ${outside(file)}, SHA-256 <code>${sha256}</code>. Estimators decided on: ${methods(plan.estimators)}.</p>${notes}
${dataTable("Outcomes of the protocol", ["Outcome", "Figure", "What came of it"], outcomes)}
${deviationsPart(deviations)}`;
}

/** A published figure with its interval, method and bounds. */
function findingWords(row: Benchmark): string {
  const words = (value: number) => valueWords(value, row.unit);
  const { estimate, ciLo, ciHi, ciMethod, boundLo, boundHi, n, reason } = row;
  const interval =
    ciLo === null || ciHi === null ? "" : ` (95 % CI ${words(ciLo)} to ${words(ciHi)}, ${ciMethod}, n ${n})`;
  const bounds =
    boundLo === null || boundHi === null ? "" : `; at least ${words(boundLo)}, at most ${words(boundHi)}`;
  return `${estimate === null ? missingWords(reason) : words(estimate)}${interval}${bounds}`;
}

const methods = (estimators: Readonly<Record<string, readonly string[]>>) =>
  Object.entries(estimators)
    .map(([metric, names]) => `${metric} by ${names.join(", ")}`)
    .join("; ") || "none";

function deviationsPart(deviations: ReportModel["deviations"]): Html {
  if (deviations.length === 0) return html`<p>The audit follows it in all that it decides.</p>`;
  const rows = deviations.map(
    ({ about, planned, done }) => html`
<tr><th scope="row"><code>${outside(about)}</code></th><td>${outside(planned ?? "none")}</td><td>${outside(done ?? "none")}</td></tr>`,
  );
  return html`<p>Where the audit went another way:</p>
${dataTable("Deviations from the protocol", ["What", "Planned", "Done"], rows)}`;
}
