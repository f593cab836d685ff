import type { Changes } from "../datasets/journals.ts";
import { byCodeUnit } from "../datasets/order.ts";
import type { Company, RequestRecord, SiteVisit, Transcript } from "../datasets/schema.ts";
import type { Snapshot } from "../datasets/snapshot.ts";
import { tables } from "../datasets/tables.ts";
import { parseUrl } from "../datasets/url.ts";
import { findClaims } from "./claims.ts";
import type { Exchange } from "./evidence/erase.ts";
import { laneOf } from "./sending.ts";
import { renamed, sharersOf } from "./sites.ts";

/** What of an audit belongs to one company, and to nobody else in it. */
export interface Footprint {
  companyId: string;
  /** Accounts that no other company has. */
  accountIds: ReadonlySet<string>;
  isTheirs(exchange: Exchange): boolean;
  /** Whether a host was asked for this company alone. */
  isTheirHost(address: string): boolean;
  /** What is left of the journals without it. */
  changes: Changes;
}

/**
 * Finds what an audit holds of a company. Whose site it shares keeps the visit; who shares an account, or asked the same address,
 * keeps those. What other companies' pages say about it is theirs.
 *
 * @param companies all of the audit
 */
export async function footprintOf(
  companyId: string,
  companies: readonly Company[],
  snapshot: Snapshot,
): Promise<Footprint> {
  const heir = sharersOf(companyId, companies)[0] ?? null;
  const accountIds = await accountsOf(companyId, snapshot);
  const keys = new Set([...accountIds, ...(heir === null ? [companyId] : [])]);
  const asked = whoAsked(keys, snapshot);
  const names = await namesOf(accountIds, snapshot);
  const isTheirAddress = (url: string) => {
    const address = addressOf(url);
    if (asked.others.addresses.has(address)) return false;
    return asked.own.addresses.has(address) || isTheirHost(url) || names.some((name) => name.test(address));
  };
  const isTheirHost = (url: string) => {
    const lane = parseUrl(url) === null ? "" : laneOf(url);
    return asked.own.lanes.has(lane) && !asked.others.lanes.has(lane);
  };
  const isTheirs = ({ file, offset, url }: Exchange) => {
    const place = `${file} ${offset}`;
    if (asked.own.places.has(place)) return true;
    return !asked.others.places.has(place) && isTheirAddress(url);
  };
  const changes: Changes = {
    visit: (visit) => (visit.companyId === companyId ? inherited(visit, heir) : visit),
    observation: (observation) => (accountIds.has(observation.accountId) ? null : observation),
    imported: (imported) => (imported.company.companyId === companyId ? null : imported),
    transcript: (transcript) => withoutKeys(withHeir(transcript, companyId, heir), keys),
    request: (request) => (isTheirAddress(urlOf(request)) ? null : request),
  };
  return { companyId, accountIds, isTheirs, isTheirHost, changes };
}

/** Accounts that the company's pages and files name, and no other company has. */
async function accountsOf(companyId: string, snapshot: Snapshot): Promise<Set<string>> {
  const found = new Set<string>();
  for (const { captures } of snapshot.visits.get(companyId)) {
    for (const { platform, account } of captures.flatMap(findClaims)) found.add(`${platform}:${account}`);
  }
  for (const { accounts } of snapshot.imports.get(companyId)) {
    for (const { accountId } of accounts) found.add(accountId);
  }
  const others = new Set<string>();
  for await (const { companyId: owner, accountId, own } of snapshot.read(tables.ownerships)) {
    if (owner === companyId) found.add(accountId);
    else if (own !== "false") others.add(accountId);
  }
  return new Set([...found].filter((accountId) => !others.has(accountId)));
}

/** Addresses, the lanes they lie in, and places in the evidence. */
interface Asked {
  addresses: Set<string>;
  lanes: Set<string>;
  places: Set<string>;
}

/** What was asked for some keys, and what for all others. A step that served both counts as asked for the first. */
function whoAsked(
  keys: ReadonlySet<string>,
  { visits, transcripts }: Snapshot,
): { own: Asked; others: Asked } {
  const nothing = (): Asked => ({ addresses: new Set(), lanes: new Set(), places: new Set() });
  const [own, others] = [nothing(), nothing()];
  const add = (into: Asked, url: string) => into.addresses.add(addressOf(url));
  const addLane = (into: Asked, url: string) => parseUrl(url) && into.lanes.add(laneOf(url));
  for (const { companyId, captures } of visits.read()) {
    const into = keys.has(companyId) ? own : others;
    for (const { requestedUrl, url, evidence } of captures) {
      for (const each of [requestedUrl, url]) add(into, each);
      addLane(into, requestedUrl);
      if (evidence?.file) into.places.add(`${evidence.file} ${evidence.offset}`);
    }
  }
  for (const { keys: served, answers } of transcripts.read()) {
    const into = served.some((key) => keys.has(key)) ? own : others;
    const isShared = into === own && served.some((key) => !keys.has(key));
    for (const { request, url, trail = [], place } of answers) {
      for (const each of [request, url, ...trail]) {
        add(into, each);
        addLane(isShared ? others : into, each);
      }
      if (place?.file) into.places.add(`${place.file} ${place.offset}`);
    }
  }
  return { own, others };
}

/** An address without scheme and fragment: the ledger of requests has neither. */
const addressOf = (url: string) => url.replace(/^https?:\/\//, "").replace(/#.*$/s, "");

const urlOf = ({ host, path }: RequestRecord) => `https://${host}${path}`;

/** Ways in which requests name accounts: of a run without evidence nothing else tells for whom they were. */
async function namesOf(accountIds: ReadonlySet<string>, snapshot: Snapshot): Promise<RegExp[]> {
  const ids = [...accountIds].flatMap((accountId) =>
    snapshot.observations.get(accountId).flatMap(({ platformId }) => platformId ?? []),
  );
  const names = [...accountIds].map((accountId) => accountId.slice(accountId.indexOf(":") + 1));
  return [...new Set([...ids, ...names])]
    .filter((name) => name.length >= shortestName)
    .sort(byCodeUnit)
    .flatMap((name) => [name, encodeURIComponent(name)])
    .map((name) => new RegExp(`(?<![\\w.-])${name.replace(/[^\w]/g, "\\$&")}(?![\\w.-])`, "i"));
}

/** Shorter ones stand in addresses by chance. */
const shortestName = 4;

const inherited = (visit: SiteVisit, heir: string | null) => (heir === null ? null : renamed(visit, heir));

const withHeir = (transcript: Transcript, companyId: string, heir: string | null): Transcript =>
  heir !== null && transcript.keys.includes(companyId)
    ? { ...transcript, keys: transcript.keys.map((key) => (key === companyId ? heir : key)) }
    : transcript;

/** A step that served others too is left for them without its answers: a replay takes over what was observed from them then. */
function withoutKeys(transcript: Transcript, lost: ReadonlySet<string>): Transcript | null {
  const keys = transcript.keys.filter((key) => !lost.has(key));
  if (keys.length === transcript.keys.length) return transcript;
  return keys.length === 0 ? null : { ...transcript, keys, answers: [], isTakenOver: true };
}
