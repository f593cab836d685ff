import { clock, instantOf } from "../crawler/clock.ts";
import type { WebResponse } from "../crawler/effects.ts";
import { type Archive, openArchive } from "../crawler/evidence/archive.ts";
import { keptRecord } from "../crawler/evidence/keep-answer.ts";
import { savedStage } from "../crawler/evidence/redo.ts";
import { readSavedPages, type SavedPage } from "../crawler/evidence/saved-pages.ts";
import { nothingSeen, seenAnswer, writeTranscript } from "../crawler/evidence/transcript.ts";
import { writeFindings } from "../crawler/findings.ts";
import { siteOf } from "../crawler/pages.ts";
import { companySite, withSavedPages } from "../crawler/saved.ts";
import { oncePerSite } from "../crawler/sites.ts";
import type { Company } from "../datasets/schema.ts";
import type { Snapshot } from "../datasets/snapshot.ts";
import { version } from "../datasets/version.ts";

/** What came of an import of saved pages. */
export interface ImportedPages {
  /** Pages that are in the audit now. */
  pages: number;
  companies: number;
  /** One line for each page that is not. */
  notes: readonly string[];
}

/**
 * Takes pages that a person saved into an audit, each under the company whose site it is by registrable domain. They become evidence
 * like any other.
 *
 * @param path a page, an archive, or a folder of such
 * @param url address of a page that does not tell its own
 */
export async function importPages(
  path: string,
  { companies, url }: { companies: readonly Company[]; url: string | null },
  snapshot: Snapshot,
): Promise<ImportedPages> {
  const bySite = new Map(oncePerSite(companies).flatMap((each) => pairOf(companySite(each), each)));
  const notes: string[] = [];
  const found = new Map<Company, Saved[]>();
  for (const page of await readSavedPages(path, url)) {
    const company = page.url === null ? undefined : bySite.get(siteOf(new URL(page.url)));
    if (page.url !== null && company)
      found.set(company, [...(found.get(company) ?? []), { ...page, url: page.url }]);
    else notes.push(`${page.file}: ${whyNot(page.url)}`);
  }
  const at = instantOf(clock());
  const archive = await openArchive(snapshot.folder, {
    about: { software: `presence-audit ${version}` },
    at,
  });
  try {
    for (const [{ companyId }, pages] of found) addPages(companyId, await keepAll(pages, archive), snapshot);
  } finally {
    archive.close();
  }
  await writeFindings(companies, snapshot);
  return { pages: [...found.values()].flat().length, companies: found.size, notes };
}

type Saved = SavedPage & { url: string };

const pairOf = (site: string | null, company: Company): (readonly [string, Company])[] =>
  site === null ? [] : [[site, company]];

const whyNot = (url: string | null) =>
  url === null
    ? "does not tell which page it is. Name its address with --url"
    : `${new URL(url).host} is the site of no company of the frame`;

async function keepAll(pages: readonly Saved[], archive: Archive): Promise<WebResponse[]> {
  const answers: WebResponse[] = [];
  for (const page of pages) {
    const { url, date, answer } = page;
    const evidence = await archive.append([keptRecord(page)]);
    const about = { requestedUrl: url, url, outcome: "ok", reason: null } as const;
    const times = { startedAt: date, finishedAt: date };
    answers.push({ ...about, ...answer, ...times, ...(evidence && { evidence }) });
  }
  return answers;
}

function addPages(companyId: string, pages: readonly WebResponse[], snapshot: Snapshot): void {
  const { visits, transcripts } = snapshot;
  const answers = pages.map((page) => seenAnswer({ url: page.requestedUrl, kind: "page" }, page));
  writeTranscript(transcripts, { ...nothingSeen, stage: savedStage, keys: [companyId], answers });
  visits.append(companyId, [withSavedPages(companyId, visits.get(companyId)[0] ?? null, pages)]);
}
