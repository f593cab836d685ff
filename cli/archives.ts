import { analyse, report } from "../audit.ts";
import { clock, instantOf } from "../crawler/clock.ts";
import { openArchive } from "../crawler/evidence/archive.ts";
import { archivedEffects, gatherArchives } from "../crawler/evidence/archived-web.ts";
import { silent } from "../crawler/evidence/redo.ts";
import { readStored } from "../crawler/evidence/stored.ts";
import { withTranscripts } from "../crawler/evidence/transcript.ts";
import { writeFindings } from "../crawler/findings.ts";
import { observeAccounts, ownAccounts, writeObservations } from "../crawler/observe.ts";
import { siteOf } from "../crawler/pages.ts";
import { companySite } from "../crawler/saved.ts";
import { openSources } from "../crawler/sources.ts";
import { type Runner, resume } from "../crawler/stage.ts";
import { toVisit, visitSite } from "../crawler/visit.ts";
import { AuditError } from "../datasets/error.ts";
import type { Company } from "../datasets/schema.ts";
import type { Snapshot } from "../datasets/snapshot.ts";
import { version } from "../datasets/version.ts";

/**
 * Audits web archives of any program's making as if their pages were the web: visits with the archive's instants, accounts by presence
 * alone. What is read of them becomes the audit's own evidence.
 *
 * @returns how many answers of the frame's sites the archives hold
 * @throws AuditError when they hold none
 */
export async function auditArchives(
  files: readonly string[],
  companies: readonly Company[],
  snapshot: Snapshot,
): Promise<number> {
  const archive = await openArchive(snapshot.folder, {
    about: { software: `presence-audit ${version}`, description: "copied from other archives" },
    at: instantOf(clock()),
  });
  try {
    const sites = sitesOf(companies);
    const web = await gatherArchives(files, (url) => sites.has(siteOf(url)), archive);
    if (web.span === null) {
      const hint = "Name archives of them, or check the websites in the frame";
      throw new AuditError("bad_input", `${files.join(", ")}: hold no page of the frame's sites. ${hint}`);
    }
    const run = oneByOne(() => archivedEffects(web, (place) => readStored(snapshot.folder, place)));
    await auditPages(companies, snapshot, withTranscripts(run, snapshot.transcripts, asksNobody));
    snapshot.update({ startedAt: web.span.from, finishedAt: web.span.to });
    return web.answers;
  } finally {
    archive.close();
  }
}

async function auditPages(companies: readonly Company[], snapshot: Snapshot, run: Runner): Promise<void> {
  const { config, visits, observations } = snapshot;
  await resume(visitSite(config), toVisit(companies, snapshot), { run, journal: visits });
  await writeFindings(companies, snapshot);
  const asked = (await ownAccounts(snapshot)).map((account) => ({ account, seen: [] }));
  await run(observeAccounts({ ...config, platforms: silent }), asked, observations.append);
  await writeObservations(snapshot);
  await analyse(snapshot);
  await report(snapshot);
}

function sitesOf(companies: readonly Company[]): ReadonlySet<string> {
  return new Set(companies.flatMap((company) => companySite(company) ?? []));
}

/** How accounts posted then is not in the archive: that they were named is. */
const asksNobody = { ...openSources, asksNobody: true };

/** Inputs one after the other, each in a world of its own. */
function oneByOne(open: () => Parameters<Parameters<Runner>[0]["run"]>[1]): Runner {
  return async (stage, inputs, onDone) => {
    for (const input of inputs) onDone(stage.keyOf(input), await stage.run(input, open()));
  };
}
