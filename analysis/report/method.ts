import { AuditConfig } from "../../datasets/config.ts";
import { byCodeUnit } from "../../datasets/order.ts";
import { drawingsPart } from "./drawings.ts";
import { type Html, html, outside } from "./html.ts";
import type { ReportModel } from "./model.ts";
import { protocolPart } from "./protocol.ts";
import { dataTable } from "./table.ts";

/** How the figures were made, from the manifest: settings, instrument, terms, files. */
export function methodSection(model: ReportModel): Html {
  const { audit, config, observations, period } = model;
  const { frame, instrument, now } = audit;
  const clock = now === null ? "" : ` Its clock stood at ${now}.`;
  const accesses = [...new Set(observations.map(({ access }) => accessWords[access]))].sort(byCodeUnit);
  return html`<section id="method"><h2>How this was done</h2>
<p>The frame ${outside(frame.path ?? "(an imported file)")} lists ${frame.companies} companies. The public website of each eligible one was
visited under its robots.txt, one request at a time; accounts are those that the site itself, or a file of the user, names as its own. It was all seen ${period ?? "at no time yet"}.${clock} How accounts were read: ${accesses.join("; ") || "none was"}. People's profiles and the texts of posts were not kept.</p>
<h3>Words used</h3><dl>${terms.map(([term, meaning]) => html`<dt>${term}</dt><dd>${meaning}</dd>`)}</dl>
${drawingsPart()}${protocolPart(model)}<h3>Settings</h3>${dataTable("Settings", ["Setting", "Value", "Meaning"], settings(config))}
<h3>Instrument</h3><ul>${[
    instrument.software,
    `URL grammar ${instrument.grammar}`,
    `extractor ${instrument.extractor}`,
    `attribution ${instrument.attribution}`,
    `observers: ${instrument.observers.join(", ") || "none"}`,
  ].map((line) => html`<li>${line}</li>`)}</ul>
<h3>Published tables</h3>${dataTable("Published tables", ["File", "Rows", "SHA-256"], files(audit.files))}
<p>Audit ${audit.auditId}; frame SHA-256 <code>${frame.sha256}</code>.</p></section>
`;
}

const accessWords: Readonly<Record<ReportModel["observations"][number]["access"], string>> = {
  public: "what anyone may read without a login",
  token: "a platform's interface with the user's own token",
  file: "files of the user",
  manual: "by hand",
  none: "not at all, as far as nobody may read them logged out",
};

function settings(config: AuditConfig): Html[] {
  return Object.entries(config).map(([name, value]) => {
    const written = Array.isArray(value) ? value.join(", ") : String(value ?? "");
    const { description = "" } = Object.entries(AuditConfig.shape).find(([key]) => key === name)?.[1] ?? {};
    return html`
<tr><th scope="row"><code>${name}</code></th><td>${written || "–"}</td><td>${description}</td></tr>`;
  });
}

// A file outside the tables (this report, the manifest of the data package) may hold this page's own hash: left out.
function files(published: ReportModel["audit"]["files"]): Html[] {
  return published
    .filter(({ rows }) => rows !== null)
    .map(
      ({ path, rows, sha256 }) => html`
<tr><th scope="row"><a href="${path}">${path}</a></th><td>${rows}</td><td><code>${sha256}</code></td></tr>`,
    );
}

const terms = [
  [
    "Active within 90 days",
    "The newest post is at most 90 days older than the moment of observation. Other thresholds likewise.",
  ],
  [
    "Not known",
    "The site or an account could not be read. It is never counted as silence, and never as activity.",
  ],
  [
    "Interval",
    "Range that holds the true value in 95 of 100 such audits: for shares after Wilson (1927), for rates from the Poisson distribution after Garwood (1936), for medians from order statistics. In a frame that is audited whole it describes the process, not a sample.",
  ],
  [
    "At least, at most",
    "Worst-case bounds after Manski: the value if every unknown company had been active, and if every one had been silent. They hold without any assumption.",
  ],
  [
    "No single figure",
    "Where an account that nobody may read logged out could prove activity but never silence, a share among the others would be biased; only bounds are given.",
  ],
  [
    "Posts a week",
    "Posts a day times seven; the tables hold rates per day. A feed that shows only its newest posts gives (posts − 1) / days.",
  ],
  [
    "Change",
    "Posts in the last twelve whole weeks beside the twelve before, of accounts of which every post in that time was seen. More or fewer is said only where dealing the weeks out anew (permutation test) gives as large a difference in that direction in less than 2.5 % of cases.",
  ],
  ["Mean of all years", "All posts of an account divided by its age. It is never mixed with recent rates."],
  ["Coverage", "Units that could be observed, as a share of all eligible units."],
  ["Fewer than 5", "Figures of fewer than five companies are not published."],
] as const;
