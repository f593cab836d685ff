import { byCodeUnit } from "../order.ts";

/** What a crawler may do wrong. */
const violationKinds = [
  "too_fast",
  "at_once",
  "robots",
  "no_robots_first",
  "closed_platform",
  "unknown_host",
  "unidentified",
] as const;
type ViolationKind = (typeof violationKinds)[number];

/** A User-Agent that says how to reach who sends it: `product/1.0 (+https://...)`, or an address of mail. */
const contact = /\(\+[^)]+\)|https?:\/\/|\S@\S/;

/** One rule broken on one host. */
export interface Violation {
  host: string;
  kind: ViolationKind;
  /** How often. */
  count: number;
  /** Path of the first time, and the time since the request before it. */
  example: string;
}

/** How one host was treated, as its server saw it. */
interface Treatment {
  host: string;
  requests: number;
  /** Rules broken, all in all. */
  broken: number;
}

/** One request as it reached the server. */
export interface Arrival {
  host: string;
  path: string;
  agent: string;
  /** When it was read, milliseconds of a clock that never goes back. */
  at: number;
  /** Earliest time at which it may have come in, while the server was busy with something else. */
  since: number;
  /** What stands behind the host: a platform that forbids robots, nobody, or a site. */
  owner: "closed" | "nobody" | "site";
  /** Hosts of one lane, those of one registrable domain, share one delay. */
  lane: string;
  /** Least time between two requests of the lane, milliseconds. */
  delayMs: number;
  /** Whether robots.txt keeps crawlers from this path. */
  isDisallowed: boolean;
}

/** Watches how a crawler treats each host. Memory grows with hosts, not with requests. */
export interface Oracle {
  /** Notes a request that arrived; the function that comes back is to be called once when its answer is over. */
  arrived(arrival: Arrival): () => void;
  requests(): number;
  /** Rules broken so far, by host and kind in code-unit order. */
  violations(): Violation[];
  /** Every host that was asked so far, in code-unit order. */
  hosts(): Treatment[];
}

interface Lane {
  lastSince: number;
  open: number;
}

/**
 * Opens an oracle that has seen nothing yet. A gap counts as too short only if it was so however long the earlier request may have
 * waited to be read, with a tolerance of 5 %: nobody is accused because the server was slow.
 */
export function createOracle(): Oracle {
  const lanes = new Map<string, Lane>();
  const askedRobots = new Set<string>();
  const violations = new Map<string, Violation>();
  const requests = new Map<string, number>();
  const arrived = (arrival: Arrival) => {
    const { host } = arrival;
    const lane = lanes.get(arrival.lane) ?? { lastSince: Number.NEGATIVE_INFINITY, open: 0 };
    lanes.set(arrival.lane, lane);
    for (const kind of faultsOf(arrival, lane, askedRobots.has(host)))
      note(violations, arrival, { kind, lane });
    if (arrival.path === "/robots.txt") askedRobots.add(host);
    requests.set(host, (requests.get(host) ?? 0) + 1);
    lane.lastSince = arrival.since;
    lane.open += 1;
    return () => {
      lane.open -= 1;
    };
  };
  const inOrder = () => [...violations].sort(([a], [b]) => byCodeUnit(a, b)).map(([, each]) => each);
  const hosts = () =>
    [...requests]
      .sort(([a], [b]) => byCodeUnit(a, b))
      .map(([host, count]) => ({ host, requests: count, broken: brokenBy(host, violations) }));
  const total = () => [...requests.values()].reduce((sum, count) => sum + count, 0);
  return { arrived, requests: total, violations: inOrder, hosts };
}

const brokenBy = (host: string, violations: ReadonlyMap<string, Violation>): number =>
  violationKinds.reduce((sum, kind) => sum + (violations.get(`${host} ${kind}`)?.count ?? 0), 0);

/** Every rule that one request breaks, given what came before it. */
function faultsOf(arrival: Arrival, lane: Lane, hasAskedRobots: boolean): ViolationKind[] {
  const { path, at, owner, agent, delayMs, isDisallowed } = arrival;
  const isRobots = path === "/robots.txt";
  const rules: readonly (readonly [ViolationKind, boolean])[] = [
    ["too_fast", at - lane.lastSince < delayMs * 0.95],
    ["at_once", lane.open > 0],
    ["robots", isDisallowed && !isRobots],
    ["no_robots_first", owner === "site" && !isRobots && !hasAskedRobots],
    ["closed_platform", owner === "closed" && !isRobots],
    ["unknown_host", owner === "nobody"],
    ["unidentified", !contact.test(agent)],
  ];
  return rules.filter(([, isBroken]) => isBroken).map(([kind]) => kind);
}

function note(
  violations: Map<string, Violation>,
  { host, path, at }: Arrival,
  { kind, lane }: { kind: ViolationKind; lane: Lane },
): void {
  const known = violations.get(`${host} ${kind}`);
  const gap = Math.round(at - lane.lastSince);
  const example = Number.isFinite(gap) ? `${path} after ${gap} ms` : path;
  violations.set(`${host} ${kind}`, {
    host,
    kind,
    count: (known?.count ?? 0) + 1,
    example: known?.example ?? example,
  });
}
