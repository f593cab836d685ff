import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { z } from "zod";
import type { Asked } from "../analysis/manners.ts";
import type { Reported } from "../analysis/score-audit.ts";
import { resolve } from "../crawler/platforms/resolve.ts";
import { collect } from "../datasets/collect.ts";
import { AuditError } from "../datasets/error.ts";
import { politenessOf } from "../datasets/politeness.ts";
import { siteOutcomes } from "../datasets/schema.ts";
import { reopenSnapshot } from "../datasets/snapshot.ts";
import { tables } from "../datasets/tables.ts";

/** A company of an industry whose truth is known. */
interface KnownCompany {
  companyId: string;
  domain: string;
}

/** What an audit folder says of its companies. */
export async function readReported(folder: string): Promise<Reported> {
  const snapshot = reopenSnapshot(folder);
  try {
    return {
      ownerships: await collect(snapshot.read(tables.ownerships)),
      visits: await collect(snapshot.read(tables.companies)),
      statuses: await collect(snapshot.read(tables.statuses)),
      cadences: await collect(snapshot.read(tables.cadences)),
      benchmarks: await collect(snapshot.read(tables.benchmarks)),
      fixList: await collect(snapshot.read(tables.fixList)),
    };
  } finally {
    snapshot.close();
  }
}

/** How an audit treated its hosts, by its own ledger: what there is where no server tells. */
export async function readOwnLedger(folder: string, companies: readonly KnownCompany[]): Promise<Asked[]> {
  const owners = new Map(companies.map(({ domain, companyId }) => [domain, companyId]));
  const snapshot = reopenSnapshot(folder);
  try {
    const requests = await collect(snapshot.read(tables.requests), ({ startedAt }) => startedAt !== null);
    const { short } = await politenessOf(requests);
    const sent = requests.map(({ lane }) => ({
      companyId: owners.get(lane) ?? null,
      requests: 1,
      broken: 0,
    }));
    return [...sent, { companyId: null, requests: 0, broken: short }];
  } finally {
    snapshot.close();
  }
}

/** One line of a score file: what a crawler of any make found on one site. */
const ScoreLine = z.union([
  z.object({ company_id: z.string(), urls: z.array(z.string()), outcome: z.enum(siteOutcomes).optional() }),
  z.object({ host: z.string(), urls: z.array(z.string()), outcome: z.enum(siteOutcomes).optional() }),
]);
type ScoreLine = z.infer<typeof ScoreLine>;

/**
 * What a score file says: JSON lines, one a company, `{"host": "www.acme.test", "urls": ["https://x.com/acme"]}`, with `company_id` in
 * the place of `host` where it is known, and `outcome` in the words of an audit where the crawler tells how the visit ended.
 *
 * @throws AuditError that names the first line at fault
 */
export function readScoreFile(path: string, companies: readonly KnownCompany[]): Reported {
  const owners = new Map(companies.map(({ domain, companyId }) => [domain, companyId]));
  const lines = readFileSync(path, "utf8").split("\n");
  const said = lines.flatMap((line, at) => {
    if (line.trim() === "") return [];
    const row = readLine(line, `${basename(path)}, line ${at + 1}`);
    const companyId = "company_id" in row ? row.company_id : owners.get(domainOf(row.host));
    return companyId === undefined ? [] : [{ ...row, companyId }];
  });
  const outcomes = said.flatMap(({ companyId, outcome }) => (outcome ? [{ companyId, outcome }] : []));
  return {
    ownerships: said.flatMap((row) => accountsIn(row)),
    visits: outcomes.length === 0 ? null : outcomes,
    statuses: null,
    cadences: null,
    benchmarks: null,
    fixList: null,
  };
}

const domainOf = (host: string) =>
  host
    .toLowerCase()
    .replace(/:\d+$/, "")
    .replace(/^www\./, "");

/** @throws AuditError where it is no such line */
function readLine(line: string, place: string): ScoreLine {
  try {
    return ScoreLine.parse(JSON.parse(line));
  } catch (cause) {
    throw new AuditError(
      "bad_input",
      `${place}: is no line of a score file. Write {"host": "www.acme.test", "urls": ["https://x.com/acme"]}`,
      { cause },
    );
  }
}

/** Addresses become accounts by the same reader as in an audit: no way of writing them counts against a crawler. */
function accountsIn({ companyId, urls }: { companyId: string; urls: readonly string[] }) {
  const found = urls.flatMap((url) => {
    const account = resolve(url, "https://site.invalid/", { rel: "me", label: url });
    return account === null || account.person ? [] : [`${account.platform}:${account.account}`];
  });
  const once = [...new Set(found)];
  return once.map((accountId) => ({ companyId, accountId, own: "true" as const, kind: null }));
}
