import type { RequestRecord } from "./schema.ts";

/** How an audit treated those it asked, by its ledger. */
export interface Politeness {
  /** Requests that were sent. */
  sent: number;
  /** Hosts they were sent to. */
  hosts: number;
  /** Requests that robots.txt forbade, and that were not sent. */
  refused: number;
  /** Gaps between two requests of one lane. */
  gaps: number;
  /** Gaps that are shorter than what was promised: there must be none. */
  short: number;
  /** The gap that is shortest beside its promise; null where nobody was asked twice. */
  tightest: Gap | null;
}

/** Time between two requests of one lane, and what had been promised, in milliseconds. */
interface Gap {
  lane: string;
  ms: number;
  promisedMs: number;
}

/** Instants are written in whole milliseconds, so that a gap may look one shorter than it was. */
const roundingMs = 1;

/** Reads a ledger: proof that no host was asked faster than promised, whatever the order and the number of runs. */
export async function politenessOf(
  requests: Iterable<RequestRecord> | AsyncIterable<RequestRecord>,
): Promise<Politeness> {
  const hosts = new Set<string>();
  const lanes = new Map<string, Departure[]>();
  let [sent, refused] = [0, 0];
  for await (const { host, lane, robots, startedAt, delayMs } of requests) {
    if (startedAt === null) {
      if (robots === "disallowed") refused += 1;
      continue;
    }
    sent += 1;
    hosts.add(host);
    const departures = lanes.get(lane) ?? [];
    departures.push({ at: Date.parse(startedAt), delayMs });
    lanes.set(lane, departures);
  }
  const gaps = [...lanes].flatMap(([lane, departures]) => gapsOf(lane, departures));
  const tightest = gaps.reduce<Gap | null>((least, gap) => (slack(gap) < slack(least) ? gap : least), null);
  const short = gaps.filter(({ ms, promisedMs }) => ms + roundingMs < promisedMs).length;
  return { sent, hosts: hosts.size, refused, gaps: gaps.length, short, tightest };
}

interface Departure {
  at: number;
  delayMs: number;
}

function gapsOf(lane: string, departures: Departure[]): Gap[] {
  departures.sort((a, b) => a.at - b.at);
  return departures.flatMap(({ at, delayMs }, index) => {
    const before = departures[index - 1];
    return before === undefined ? [] : [{ lane, ms: at - before.at, promisedMs: delayMs }];
  });
}

/** A gap beside its promise; one that nothing was promised for cannot be tight. */
function slack(gap: Gap | null): number {
  return gap === null || gap.promisedMs === 0 ? Number.POSITIVE_INFINITY : gap.ms / gap.promisedMs;
}

/** One sentence on it, for people. */
export function describePoliteness({ sent, hosts, refused, short, tightest }: Politeness): string {
  const kept =
    tightest === null
      ? "nobody was asked twice"
      : `the shortest gap was ${(tightest.ms / 1_000).toFixed(2)} s of ${(tightest.promisedMs / 1_000).toFixed(2)} s promised (${tightest.lane})`;
  const broken = short === 0 ? "" : `; ${short} gaps WERE SHORTER than promised, see tables/requests.csv`;
  return `Politeness: ${sent} requests to ${hosts} hosts, ${refused} not sent because of robots.txt; ${kept}${broken}`;
}
