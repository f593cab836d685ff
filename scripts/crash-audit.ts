import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { beginAudit } from "../cli/begin.ts";
import { diffTables } from "../datasets/diff.ts";
import { readFrame } from "../datasets/frame.ts";
import { readLedger } from "../datasets/ledger.ts";
import type { SiteVisit } from "../datasets/schema.ts";
import { RequestRecord } from "../datasets/schema.ts";
import { reopenSnapshot } from "../datasets/snapshot.ts";

/** What is wrong with an audit that was resumed to its end, against one that ran through. */
export async function faultsOf(folder: string, whole: string, companies: number): Promise<string[]> {
  const faults = unreadable(folder);
  for await (const difference of diffTables(whole, folder)) faults.push(difference);
  const snapshot = reopenSnapshot(folder);
  const visits = [...snapshot.visits.read()].length;
  snapshot.close();
  if (visits !== companies) faults.push(`${visits} visits of ${companies} companies`);
  const lines = linesOf(join(folder, "journal", "visits.jsonl")).length;
  if (lines !== companies) faults.push(`${lines} lines in visits.jsonl`);
  const robots = new Map<string, number>();
  for await (const { host, kind } of readLedger(join(folder, "journal", "requests.jsonl"), RequestRecord)) {
    if (kind === "robots") robots.set(host, (robots.get(host) ?? 0) + 1);
  }
  for (const [host, times] of robots)
    if (times > 1) faults.push(`${host}: robots.txt was answered ${times} times`);
  return faults;
}

/** Sites whose start page was asked for more than once. */
export function sitesAskedAgain(asked: ReadonlyMap<string, number>): number {
  return [...asked].filter(([what, times]) => what.endsWith(" /") && times > 1).length;
}

const linesOf = (path: string) => readFileSync(path, "utf8").split("\n").slice(0, -1);

/** Files of JSON in a folder and below that do not parse, line by line where they hold lines. */
function unreadable(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).flatMap((name) => {
    const path = join(folder, name);
    if (/\.unfinished$/.test(name)) return [`${name} was left behind`];
    if (/\.json$/.test(name)) return parses(readFileSync(path, "utf8")) ? [] : [`${name} does not parse`];
    if (!/\.(jsonl|idx)$/.test(name)) return [];
    const ends = readFileSync(path, "utf8");
    const torn = ends !== "" && !ends.endsWith("\n") ? [`${name} ends in a torn line`] : [];
    const bad = linesOf(path).filter((line) => !parses(line)).length;
    return bad > 0 ? [...torn, `${name}: ${bad} lines do not parse`] : torn;
  });
}

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Writes the folder of an audit in which all sites but the last few were visited. */
export async function begunAudit(
  folder: string,
  { frame, left, delayMs }: { frame: string; left: number; delayMs: number },
): Promise<void> {
  const { companies } = readFrame(readFileSync(frame), basename(frame));
  const snapshot = beginAudit({ companies, file: basename(frame) }, folder, { delayMs });
  for (const { companyId, website } of companies.slice(0, companies.length - left)) {
    snapshot.visits.append(companyId, [visitOf(companyId, website ?? "")]);
  }
  snapshot.close();
}

/** A visit with three captures, each with ten declarations: about 5 kB, as on real sites. */
function visitOf(companyId: string, website: string): SiteVisit {
  const at = "2026-01-01T00:00:00.000Z";
  const declares = Array.from({ length: 10 }, (_, i) => ({
    kind: "link" as const,
    region: "footer" as const,
    locator: `footer>ul>li:nth-child(${i})>a`,
    href: `https://twitter.com/${companyId}`,
    text: "Follow us",
    context: ["icon_list"],
    list: 1,
    leadsTo: null,
  }));
  const captures = ["01", "02", "03"].map((ordinal) => ({
    captureId: `${companyId}#${ordinal}`,
    requestedUrl: website,
    url: website,
    capturedAt: at,
    via: "http" as const,
    outcome: "visited" as const,
    reason: null,
    status: 200,
    bytes: 60_000,
    sha256: "0".repeat(64),
    etag: null,
    lastModified: null,
    unchangedSince: null,
    charset: "utf-8",
    title: companyId,
    names: [],
    declares,
  }));
  const times = { startedAt: at, finishedAt: at };
  return {
    companyId,
    startUrl: website,
    finalUrl: website,
    outcome: "visited",
    reason: null,
    ...times,
    declaredPlatforms: [],
    captures,
  };
}
