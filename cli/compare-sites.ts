import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Overview, readOverview } from "../analysis/index.ts";
import { analyse, crawl, observe, type Place, report } from "../audit.ts";
import { writeFindings } from "../crawler/findings.ts";
import { named } from "../crawler/platforms/index.ts";
import { siteName } from "../crawler/site-name.ts";
import { AuditError } from "../datasets/error.ts";
import { readFrame, writeFrame } from "../datasets/frame.ts";
import type { Company } from "../datasets/schema.ts";
import type { Snapshot } from "../datasets/snapshot.ts";
import { readWebsite, type Website } from "../datasets/website.ts";
import { beginAudit } from "./begin.ts";
import type { Terminal } from "./command.ts";
import type { Options } from "./flags.ts";
import { gridLegend, gridLines, usualColumns } from "./grid.ts";
import { keepInputs, readInputs } from "./inputs.ts";
import { withPlace } from "./place.ts";
import { withConfigFile } from "./settings.ts";
import { plain, wrapped } from "./text-table.ts";
import { inSnapshot } from "./work.ts";

/**
 * Audits a handful of websites without a frame: names are read from the sites, the own one stands first. Run again, it goes on.
 *
 * @param given the user's own website
 * @throws AuditError naming every website that is none, or that is named twice
 */
export async function compareSites(given: string, said: Options, terminal: Terminal): Promise<undefined> {
  const options = withConfigFile(said);
  const sites = readSites([given, ...(options.with ?? [])]);
  const companies = companiesOf(sites);
  const folder = options.out ?? `compare-${sites[0]?.host}`;
  const inputs = readInputs(options, null);
  const begun = beginAudit({ companies, file: sites.map(({ host }) => host).join(", ") }, folder, options);
  await inSnapshot(begun, async (snapshot) => {
    keepInputs(snapshot, inputs);
    snapshot.update({ own: companies[0]?.companyId });
    await withPlace(snapshot, options, terminal, (place) => auditSites(companies, place));
    if (!options.quiet) await tellOverview(snapshot, options, terminal);
  });
}

/** An audit whose companies get their names from their sites, before anything is said of them. */
async function auditSites(companies: readonly Company[], place: Place): Promise<void> {
  const { snapshot } = place;
  await crawl(companies, place);
  const known = companies.map((company) => {
    const [visit] = snapshot.visits.get(company.companyId);
    return visit === undefined ? company : { ...company, name: siteName(visit) };
  });
  await writeFindings(known, snapshot);
  writeFileSync(join(snapshot.folder, "frame.csv"), writeFrame(known));
  await observe(place);
  await analyse(snapshot);
  await report(snapshot);
}

function readSites(given: readonly string[]): Website[] {
  const sites = given.map((text) => ({ text, site: readWebsite(text.trim()) }));
  const faults = sites.flatMap(({ text, site }, index) => {
    if (site === null) return [`"${text}" is no website. Write it like example.com`];
    const isAgain = sites.slice(0, index).some((other) => other.site?.site === site.site);
    return isAgain ? [`${text}: is named twice. Name every website once`] : [];
  });
  if (given.length < 2) faults.push("--with: names no website. Write it like --with a.com,b.com");
  if (faults.length > 0) throw new AuditError("bad_usage", faults.join("\n"));
  return sites.flatMap(({ site }) => site ?? []);
}

/** The companies behind some websites; until their names are known they are called by their hosts. */
function companiesOf(sites: readonly Website[]): readonly Company[] {
  const rows = sites.map(({ host, text }) => `"${host}","${text.replaceAll('"', "%22")}"`);
  const frame = ["name,website", ...rows].join("\n");
  return readFrame(Buffer.from(frame), "websites", { segment: "compared" }).companies;
}

async function tellOverview(snapshot: Snapshot, { json }: Options, terminal: Terminal): Promise<void> {
  const overview = await readOverview({ ...snapshot, platforms: named });
  const report = join(snapshot.folder, "report.html");
  if (json) {
    terminal.print(`${JSON.stringify({ folder: snapshot.folder, report, ...overview })}\n`);
    return;
  }
  const width = terminal.columns ?? usualColumns;
  const grid = ["", ...gridLines(overview, terminal), "", ...wrapped(gridLegend, width), ""];
  const targets = overview.targets.flatMap((target) => wrapped(target, width));
  const lines = [...grid, ...fixLines(overview, width), "", ...targets];
  terminal.print(`${lines.join("\n")}\nReport: ${report}\n`);
  terminal.open?.(report, "#grid");
}

function fixLines({ fixes, companies: [own] }: Overview, width: number): string[] {
  const name = plain(own?.name ?? "");
  if (fixes.length === 0)
    return wrapped(`Nothing to mend was found on the pages of ${name} that were read.`, width);
  const inner = (text: string) => wrapped(plain(text, longestFix), width - 5).map((line) => `     ${line}`);
  return [
    ...wrapped(`What ${name} can mend today:`, width),
    ...fixes.flatMap(({ words, url, href, instead }, index) => [
      ...inner(words).map((line, at) =>
        at === 0 ? `${String(index + 1).padStart(3)}. ${line.trim()}` : line,
      ),
      ...inner(`on ${url}: ${href}`),
      ...inner(`instead: ${instead}`),
    ]),
  ];
}

const longestFix = 400;
