import type { EvidencePlace } from "../../datasets/schema.ts";
import { parseUrl } from "../../datasets/url.ts";
import type { Effects, WebRequest, WebResponse } from "../effects.ts";
import { outcomeOfStatus } from "../failures.ts";
import { redirectOf } from "../redirects.ts";
import type { Archive } from "./archive.ts";
import { type ArchivedAnswer, answersIn } from "./foreign.ts";
import { keptRecord } from "./keep-answer.ts";
import { notInEvidence } from "./replay.ts";
import type { StoredAnswer } from "./stored.ts";

/** Where an answer was put, and when it was captured. */
interface Found {
  url: string;
  date: string;
  status: number;
  place: EvidencePlace;
}

/** The part of the web that some archives hold, by address. */
export interface ArchivedWeb {
  /** The best answer of an address, a page before a redirect and the newest of them, with or without www., https and a slash at the end. */
  find(address: string): Found | null;
  /** UTC instants of the first and the last capture; null in an empty archive. */
  span: { from: string; to: string } | null;
  answers: number;
}

/** What a page visit can use: documents and what leads to them. */
const isUseful = ({ answer: { status, headers } }: ArchivedAnswer) =>
  (status ?? 200) >= 300 || /html|xml|^$/i.test(headers["content-type"] ?? "");

/** Copies what archives hold of some sites into an audit's own evidence. */
export async function gatherArchives(
  files: readonly string[],
  isWanted: (url: URL) => boolean,
  archive: Archive,
): Promise<ArchivedWeb> {
  const byKey = new Map<string, Found>();
  const dates: string[] = [];
  for (const file of files) {
    for await (const found of answersIn(file, isWanted)) {
      const { url, date, answer } = found;
      const place = isUseful(found) ? await archive.append([keptRecord(found)]) : null;
      if (place === null) continue;
      dates.push(date);
      const next = { url, date, status: answer.status ?? 200, place };
      byKey.set(keyOf(url), better(byKey.get(keyOf(url)), next));
    }
  }
  const [from, to] = [dates.toSorted()[0], dates.toSorted().at(-1)];
  return {
    find: (address) => byKey.get(keyOf(address)) ?? null,
    span: from !== undefined && to !== undefined ? { from, to } : null,
    answers: dates.length,
  };
}

/** A page before what leads to it (http to https, or without www.), then the newer one. */
function better(before: Found | undefined, next: Found): Found {
  if (before === undefined) return next;
  const isPage = ({ status }: Found) => status < 300;
  if (isPage(before) !== isPage(next)) return isPage(next) ? next : before;
  return before.date <= next.date ? next : before;
}

function keyOf(address: string): string {
  const url = parseUrl(address);
  if (url === null) return address;
  const host = url.hostname.replace(/^www\./, "");
  return `${host}:${url.port}${url.pathname.replace(/\/$/, "")}${url.search}`;
}

const mostRedirects = 10;

/**
 * The archived web as the world of one visit: nobody is asked, and the clock stands at the capture of the page that was read last.
 *
 * @param read reads what a place of the evidence holds
 */
export function archivedEffects(
  web: ArchivedWeb,
  read: (place: EvidencePlace) => Promise<StoredAnswer>,
): Effects {
  let at = web.span?.to ?? "1970-01-01T00:00:00.000Z";
  const follow = async (request: WebRequest): Promise<WebResponse> => {
    const trail = [request.url];
    for (;;) {
      const address = trail.at(-1) ?? request.url;
      const found = web.find(address);
      if (found === null) return missing(request, address, at);
      at = found.date;
      const response = responseOf(request, found, await read(found.place));
      const next = redirectOf(response);
      if (next === null || request.kind === "short_link")
        return trail.length > 1 ? { ...response, trail } : response;
      // An archive that knows a site by one spelling only answers a redirect to the other with itself.
      if (trail.includes(next) || trail.length > mostRedirects)
        return { ...response, outcome: "too_many_redirects" };
      trail.push(next);
    }
  };
  return {
    fetch: follow,
    now: () => at,
    sleep: async () => undefined,
    token: () => null,
    emit: () => undefined,
  };
}

function responseOf(
  request: WebRequest,
  { url, date, status, place }: Found,
  stored: StoredAnswer,
): WebResponse {
  const outcome = outcomeOfStatus(status);
  const times = { startedAt: date, finishedAt: date };
  const { headers, body } = stored;
  return {
    requestedUrl: request.url,
    url,
    outcome,
    reason: null,
    status,
    headers,
    body,
    ...times,
    evidence: place,
  };
}

function missing(request: WebRequest, url: string, at: string): WebResponse {
  const nothing = { status: null, headers: {}, body: new Uint8Array(0), sent: false };
  return {
    requestedUrl: request.url,
    url,
    outcome: "connect_error",
    reason: notInEvidence,
    ...nothing,
    startedAt: at,
    finishedAt: at,
  };
}
